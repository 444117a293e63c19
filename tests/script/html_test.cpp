// HTML in Markdown, and whole HTML issues, are the constructs that they are.
#include "tests/script/narrated.h"

namespace aloud {
namespace {

using testing::heard;
using testing::left_out;
using testing::script_of;
using testing::Strings;

TEST(HtmlBlocks, AreTheConstructsThatTheyAre) {
    EXPECT_EQ(heard("<h2>News</h2>\n<p>Text &amp; <b>more</b>.</p>\n<hr>\n<ul><li>a<li>b</ul>\n"),
              (Strings{"heading: News.", "paragraph: Text & more.", "item: a", "item: b"}));
    EXPECT_EQ(heard("<blockquote><p>One.</p><p>Two.</p></blockquote>\n"),
              (Strings{"quote: Quote. One.", "quote: Two. End quote."}));
    EXPECT_EQ(heard("<ol start=4><li>x</li></ol>\n"), Strings{"item: 4: x"});
    EXPECT_EQ(heard("<pre><code>x = 1</code></pre>\n"), Strings{"note: A code listing is left out here."});
    EXPECT_EQ(heard("<details><summary>More</summary>\n\nHidden *text*.\n\n</details>\n"),
              (Strings{"paragraph: More", "paragraph: Hidden text."}));
    EXPECT_EQ(heard("<div><span>loose</span> text<p>own</p>rest</div>\n"),
              (Strings{"paragraph: loose text", "paragraph: own", "paragraph: rest"}));
    EXPECT_EQ(heard("<dl><dt>Term</dt><dd>What it is.</dd></dl>\n"),
              (Strings{"paragraph: Term", "paragraph: What it is."}));
}

TEST(HtmlFigures, AreTheirDescriptionAndCaption) {
    EXPECT_EQ(heard("<figure><img src=\"a.png\" alt=\"A chart\"><figcaption>Figure 1: growth.</figcaption></figure>\n"),
              (Strings{"paragraph: Image: A chart.", "caption: Figure 1: growth."}));
}

TEST(HtmlTables, AreReadLikeOthers) {
    EXPECT_EQ(heard("<table><caption>Prices</caption><thead><tr><th>A</th><th>B</th></tr></thead>"
                    "<tbody><tr><td>1</td><td><p>2</p></td></tr></tbody></table>\n"),
              (Strings{"caption: Prices", "cell: A: 1; B: 2."}));
    EXPECT_EQ(heard("<table><tr><td>x</td><td>y</td></tr></table>\n"), Strings{"cell: x; y."});
}

TEST(HtmlSpans, AreTheConstructsThatTheyAre) {
    EXPECT_EQ(heard("The 10<sup>th</sup> of H<sub>2</sub>O<br>at <del>one</del> <ins>two</ins> <em>sharp</em>.\n"),
              Strings{"paragraph: The 10th of H2O, at two sharp."});
    EXPECT_EQ(left_out("at <s>one</s> two\n"), Strings{"struck: one"});
    EXPECT_EQ(heard("a <a href=\"https://x.org\">link</a> and <img src=x alt=\"A cat\">\n"),
              Strings{"paragraph: a link and. Image: A cat."});
    EXPECT_EQ(heard("a <kbd>Ctrl</kbd> <abbr title=x>HTML</abbr> <unknown>b</unknown>\n"),
              Strings{"paragraph: a Ctrl HTML b"});
}

TEST(HtmlNoteMarks, AreLeftOut) {
    for (const char* html : {"word.<sup>1</sup> Next", "word.<sup>[1]</sup> Next", "word.<a href=\"#fn1\">1</a> Next",
                             "word.<sup><a href=\"#fn1\">1</a></sup> Next",
                             "word.<a class=\"footnote-anchor\" href=\"#footnote-1\">1</a> Next"})
        EXPECT_EQ(heard(html), Strings{"paragraph: word. Next"}) << html;
    EXPECT_EQ(left_out("word.<sup>1</sup> Next\n"), Strings{"reference: 1"});
    EXPECT_EQ(heard("10 m<sup>2</sup> and 10<sup>3</sup>\n"), Strings{"paragraph: 10 m2 and 103"});
    EXPECT_EQ(heard("see <a href=\"#part\">part 1</a>\n"), Strings{"paragraph: see part 1"});
}

TEST(HtmlElements, ThatAreNoTextAreOmissionsWithWhatTheyHeld) {
    EXPECT_EQ(
        left_out("<script>alert(1)</script>\n\n<style>p{}</style>\n\n<form>Subscribe now</form>\n\n"
                 "<iframe src=x></iframe>\n\n<p hidden>secret</p>\n\na <svg><text>x</text></svg>\n"),
        (Strings{"html: script", "html: style", "html: Subscribe now", "html: iframe", "html: secret", "html: svg"}));
    EXPECT_EQ(heard("<video controls>No video</video>\n\n<form>Subscribe</form>\n"), Strings{});
}

TEST(HtmlComments, AreOmissions) {
    EXPECT_EQ(heard("a <!-- b --> c\n\n<!-- d -->\n"), Strings{"paragraph: a c"});
    EXPECT_EQ(left_out("a <!-- b --> c\n\n<!-- d -->\n"), (Strings{"comment: b", "comment: d"}));
}

TEST(HtmlIssues, AreReadAsTheyAre) {
    const Script script = script_of(
        "<!DOCTYPE html>\n<html><head><title>T</title><style>p{}</style></head>\n<body>\n<nav>Menu</nav>\n"
        "<h1>Head</h1>\n<p>One <i>two</i>.</p>\n<!-- aloud: pause 2s -->\n<p>Three # four $x$ {{ y "
        "}}.</p></body></html>",
        {}, "2026-01-02-page.html");
    EXPECT_EQ(heard(script), (Strings{"heading: Head.", "paragraph: One two.", "paragraph: Three # four $x$ {{ y }}."}))
        << "what is no HTML is text in HTML";
    EXPECT_EQ(left_out(script), Strings{"html: Menu"});
    EXPECT_EQ(script.lines.at(1).source_line, 6);
    EXPECT_EQ(script.lines.at(1).pause_after_ms, 2000);
}

}  // namespace
}  // namespace aloud
