#include <gtest/gtest.h>

#include "tests/support/markdown.h"

namespace aloud {
namespace {

using testing::errors_of;
using testing::issue_of;

TEST(FrontMatter, ReadsYamlWithItsSynonyms) {
    const Issue issue = issue_of(
        "---\ntitle: 'A: title'\nauthors: [A, B]\nexcerpt: short\nfeature_image: i.png\nlang: fr\n"
        "issue: 12\ncategories: x, y\npublished: false\nunknown: {a: [1]}\ntype: newsletter\n---\nText\n");
    EXPECT_EQ(issue.title, "A: title");
    EXPECT_EQ(issue.meta.author, "A, B");
    EXPECT_EQ(issue.meta.summary, "short");
    EXPECT_EQ(issue.meta.image, "i.png");
    EXPECT_EQ(issue.language, "fr");
    EXPECT_EQ(issue.meta.number, 12);
    EXPECT_EQ(issue.meta.tags, (std::vector<std::string>{"x", "y"}));
    EXPECT_EQ(issue.meta.draft, true);
    EXPECT_EQ(issue.meta.episode_type, std::nullopt);
}

TEST(FrontMatter, ReadsToml) {
    const Issue issue = issue_of(
        "+++\ntitle = \"T\"\ndate = 2026-05-06T10:00:00+02:00\nnumber = 3\ntags = [\"a\"]\n+++\nText\n", "x.md");
    EXPECT_EQ(issue.title, "T");
    EXPECT_EQ(rfc3339(issue.date.time), "2026-05-06T08:00:00Z");
    EXPECT_EQ(issue.meta.number, 3);
}

TEST(FrontMatter, ReadsPelicansLinesWithoutAFence) {
    const Issue issue = issue_of("Title: P\nDate: 2026-05-06 09:30\nSlug: my-slug\nTags: a, b\n\nText\n", "x.md");
    EXPECT_EQ(issue.title, "P");
    EXPECT_EQ(issue.slug, "my-slug");
    EXPECT_EQ(rfc3339(issue.date.time), "2026-05-06T09:30:00Z");
    EXPECT_EQ(issue_of("Note: this is a sentence.\n\nText").title, "2026-01-02-test")
        << "not every colon makes front matter";
}

TEST(FrontMatter, TakesTitleDateAndSlugFromElsewhereWhenItHasNone) {
    const Issue issue = issue_of("# The *heading*\n\nText", "en-2026-06-19-newsletter.md");
    EXPECT_EQ(issue.title, "The heading");
    EXPECT_EQ(issue.slug, "en-2026-06-19-newsletter");
    EXPECT_EQ(rfc3339(issue.date.time), "2026-06-19T00:00:00Z");
}

TEST(FrontMatter, NamesThePlaceOfEachMistake) {
    EXPECT_EQ(errors_of("---\ntitle: T\ndate: soon\n---\n", "a.md"),
              "a.md:3:1: \"date\": \"soon\" is no date; write it like 2026-08-19 or 2026-08-19 10:00 +0200\n");
    EXPECT_EQ(errors_of("---\nnumber: x\ntitle: [a]\n---\n"),
              "2026-01-02-test.md:2:1: \"number\": \"x\" is no whole number above 0\n2026-01-02-test.md:3:1: "
              "\"title\": must be a text\n");
    EXPECT_EQ(errors_of("---\ntitle: T\n"),
              "2026-01-02-test.md:1:1: the front matter is not closed: a line --- is missing\n");
    EXPECT_NE(errors_of("---\ntitle: \"a\nb: c\n---\n").find("2026-01-02-test.md:"), std::string::npos);
    EXPECT_NE(errors_of("+++\ntitle = T\n+++\n").find("2026-01-02-test.md:2:"), std::string::npos);
    EXPECT_EQ(errors_of("text", "undated.md"),
              "undated.md:1:1: no date: give one in the front matter (date: 2026-08-19) or in the file's name\n");
}

TEST(FrontMatter, IsNotFooledByDepthOrAliases) {
    EXPECT_NE(errors_of("---\nx: " + std::string(10000, '[') + "\n---\n"), "");
    std::string bomb = "---\na0: &a0 [x,x,x,x,x,x,x,x,x]\n";
    for (int i = 1; i < 12; ++i)
        bomb += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [*a" + std::to_string(i - 1) + ",*a" +
                std::to_string(i - 1) + "]\n";
    EXPECT_EQ(errors_of(bomb + "title: T\n---\ntext"), "");
}

TEST(Encoding, IsCheckedToTheColumn) {
    EXPECT_EQ(errors_of("one\ntw\xFFo\n"), "2026-01-02-test.md:2:3: this is not UTF-8; save the file as UTF-8\n");
    EXPECT_NE(errors_of(std::string("a\0b", 3)).find(":1:2: a NUL character"), std::string::npos);
    EXPECT_EQ(issue_of("\xEF\xBB\xBF---\r\ntitle: T\r\n---\r\ntext\r\n").title, "T");
}

}  // namespace
}  // namespace aloud
