// Each construct of Markdown and HTML, as the tree that comes of it.
#include <gtest/gtest.h>

#include "tests/issue/tree_text.h"
#include "tests/support/markdown.h"

namespace aloud {
namespace {

using testing::issue_of;
using testing::tree_text;

std::string tree_of(std::string_view markdown) {
    return tree_text(issue_of(markdown).tree);
}

TEST(Markdown, GivesBlocksAndSpans) {
    EXPECT_EQ(tree_of("# A *b*\n\nc **d** `e`\nf"),
              "h1(text'A ' em(text'b')) p(text'c ' strong(text'd') text' ' code'e' text' f')");
    EXPECT_EQ(tree_of("> q\n\n---\n\n```\ncode\n```\n"), "quote(p(text'q')) hr pre'code\n'");
    EXPECT_EQ(tree_of("~~x~~ y"), "p(del(text'x') text' y')");
    EXPECT_EQ(tree_of("a\\\nb"), "p(text'a' br text' b')");
}

TEST(Markdown, GivesListsWithNumbersAndTasks) {
    EXPECT_EQ(tree_of("3. a\n4. b\n"), "list#3(item(p(text'a')) item(p(text'b')))");
    EXPECT_EQ(tree_of("- a\n  - b\n"), "list(item(p(text'a ') list(item(p(text'b')))))");
    EXPECT_EQ(tree_of("- [x] a\n- [ ] b\n"), "list(item:done(p(text' a')) item:todo(p(text' b')))");
    EXPECT_EQ(tree_of("- a\n\n- b\n"), "list(item(p(text'a')) item(p(text'b')))");
}

TEST(Markdown, GivesTablesWithTheirHeader) {
    EXPECT_EQ(tree_of("| a | b |\n| - | - |\n| 1 | 2 |\n"),
              "table(row^(cell(text'a') cell(text'b')) row(cell(text'1') cell(text'2')))");
}

TEST(Markdown, TellsBareAddressesFromLabels) {
    EXPECT_EQ(tree_of("[x](https://a.org) https://b.org <c@d.org>"),
              "p(a<https://a.org>(text'x') text' ' a<https://b.org>!(text'https://b.org') text' ' "
              "a<mailto:c@d.org>!(text'c@d.org'))");
}

TEST(Markdown, KeepsTheLabelOfAReferenceThatIsDefinedNowhere) {
    EXPECT_EQ(
        tree_of("See [noted][rubin\nrecurse] and [OP_CAT][] and [d][].\n\n[d]: https://d.org"),
        "p(text'See ' a?(text'noted') text' and ' a?(text'OP_CAT') text' and ' a<https://d.org>(text'd') text'.')");
    EXPECT_EQ(tree_of("a [b] c"), "p(text'a [b] c')") << "brackets alone are no reference";
}

TEST(Markdown, GivesFootnotesWithoutTheirWayBack) {
    EXPECT_EQ(tree_of("a[^x]\n\n[^x]: note\n"),
              "p(text'a' fnref'x') div(list#1(footnote'x'(p(text'note ')))"
              ")");
}

TEST(Markdown, PutsLiquidAndAttributeListsAside) {
    EXPECT_EQ(tree_of("{% include a.md %}\ntext *b*\n{:.center}\n"),
              "drop'liquid' p(text'text ' em(text'b')) drop'attributes'");
    EXPECT_EQ(tree_of("text {% x %} more\n"), "p(text'text ' drop'liquid' text' more')");
    EXPECT_EQ(tree_of("a [b][]\n\n{% include x %}\n[b]: https://b.org\n"),
              "p(text'a ' a<https://b.org>(text'b')) drop'liquid'")
        << "a definition may follow a tag";
    EXPECT_EQ(tree_of("[x]({{ site.url }}/y)"), "p(a?(text'x'))");
    EXPECT_EQ(tree_of("`{{ x }}`"), "p(code'{{ x }}')") << "code is code";
    EXPECT_EQ(tree_of("```\n{% y %} $a$\n```"), "pre'{% y %} $a$\n'");
}

TEST(Markdown, FindsFormulasByPandocsRule) {
    EXPECT_EQ(tree_of("a $x_1 * y_1$ b"), "p(text'a ' math'$x_1 * y_1$' text' b')");
    EXPECT_EQ(tree_of("between $5 and $6 each"), "p(text'between $5 and $6 each')");
    EXPECT_EQ(tree_of("costs $20,000 and US$30,000."), "p(text'costs $20,000 and US$30,000.')");
    EXPECT_EQ(tree_of("$$\na\n$$"), "p(math'$$\na\n$$')");
}

TEST(Html, InMarkdownIsTheConstructThatItIs) {
    EXPECT_EQ(tree_of("<div>\n<p>a <b>b</b></p>\n</div>"), "div(p(text'a ' strong(text'b')))");
    EXPECT_EQ(tree_of("<details><summary>s</summary><p>t</p></details>"), "div(p(text's') p(text't'))");
    EXPECT_EQ(tree_of("<figure><img src=\"a.png\" alt=\"A\"><figcaption>c</figcaption></figure>"),
              "div(p(img<a.png>'A') caption(text'c'))");
    EXPECT_EQ(tree_of("a<sup>2</sup><br>b <del>c</del>"), "p(text'a' sup(text'2') br text'b ' del(text'c'))");
    EXPECT_EQ(tree_of("<ol start=\"7\"><li>x</li></ol>"), "list#7(item(p(text'x')))");
    EXPECT_EQ(tree_of("<blockquote>loose <i>text</i></blockquote>"), "quote(p(text'loose ' em(text'text')))");
}

TEST(Html, DropsWhatIsNeverSpoken) {
    EXPECT_EQ(tree_of("a <script>alert(1)</script> b"), "p(text'a ' drop'script' text' b')");
    EXPECT_EQ(tree_of("<iframe src=x>no</iframe>\n\n<p hidden>h</p>\n\n<div style=\"display: none\">h</div>"),
              "drop'iframe' drop'hidden' drop'hidden'");
}

TEST(Html, KeepsWhatStandsAtTheVeryBeginning) {
    EXPECT_EQ(tree_of("<!-- c -->\n\nx"), "comment' c ' p(text'x')");
    EXPECT_EQ(tree_of("<script>s</script>\n\nx"), "drop'script' p(text'x')");
}

TEST(Html, KeepsCommentsWithTheirLine) {
    const Issue issue = issue_of("one\n\n<!-- aloud: pause 2s -->\n\ntwo <!-- inner -->\n");
    std::vector<std::pair<std::string, int>> comments;
    for (NodeId id = 0; id != no_node; id = issue.tree.following(id, 0))
        if (issue.tree[id].kind == NodeKind::comment)
            comments.emplace_back(issue.tree[id].text, issue.tree[id].source_line);
    EXPECT_EQ(comments, (std::vector<std::pair<std::string, int>>{{" aloud: pause 2s ", 3}, {" inner ", 5}}));
}

TEST(Html, CanBeTheWholeIssue) {
    const Issue issue = issue_of(
        "<!DOCTYPE html>\n<html><head><title>T</title><meta name=\"author\" content=\"A. B.\">"
        "<meta name=date content=2026-03-04></head><body>\n<h1>Head</h1>\n<p>Text &amp; more</p>"
        "<nav>menu</nav></body></html>",
        "page.html");
    EXPECT_EQ(issue.title, "T");
    EXPECT_EQ(issue.meta.author, "A. B.");
    EXPECT_EQ(rfc3339(issue.date.time), "2026-03-04T00:00:00Z");
    EXPECT_EQ(tree_text(issue.tree), "h1(text'Head') p(text'Text & more') drop'nav'");
}

TEST(SourceLines, CountTheFrontMatterToo) {
    const Issue issue = issue_of("---\ntitle: T\n---\n\nfirst [a][x]\n\n## second\n");
    std::vector<int> lines;
    for (NodeId id = issue.tree[0].first_child; id != no_node; id = issue.tree[id].next)
        lines.push_back(issue.tree[id].source_line);
    EXPECT_EQ(lines, (std::vector<int>{5, 7}));
}

}  // namespace
}  // namespace aloud
