#include "util/text.h"

#include <gtest/gtest.h>

namespace aloud {
namespace {

TEST(Utf8, FindsTheFirstByteThatIsNotValid) {
    EXPECT_EQ(invalid_utf8("plain 小红书 café 🎧"), std::nullopt);
    EXPECT_EQ(invalid_utf8("ab\xFF"), 2u);
    EXPECT_EQ(invalid_utf8("\xC0\xAF"), 0u) << "overlong";
    EXPECT_EQ(invalid_utf8("\xED\xA0\x80"), 0u) << "surrogate";
    EXPECT_EQ(invalid_utf8("a\xE5\xB0"), 1u) << "cut off";
    EXPECT_EQ(invalid_utf8("\xF4\x90\x80\x80"), 0u) << "above U+10FFFF";
}

TEST(Utf8, CutsOnACharacterBoundary) {
    EXPECT_EQ(cut_to_bytes("小红书", 4), "小");
    EXPECT_EQ(cut_to_bytes("abc", 9), "abc");
    EXPECT_EQ(count_characters("小红书 ok"), 6u);
}

TEST(Printable, ShowsWhatATerminalWouldObey) {
    EXPECT_EQ(printable("a\x1b[31mred\x07"), "a\\x1b[31mred\\x07");
    EXPECT_EQ(printable("\xC2\x9B"), "\\x9b");
    EXPECT_EQ(printable("line\n\ttab 小"), "line\n\ttab 小");
    EXPECT_EQ(printable("\xFF"), "\\xff");
}

TEST(EscapeXml, EscapesTheFiveAndDropsTheForbidden) {
    EXPECT_EQ(escape_xml("<a href=\"x\">'&'</a>"), "&lt;a href=&quot;x&quot;&gt;&#39;&amp;&#39;&lt;/a&gt;");
    EXPECT_EQ(escape_xml(std::string("a\x0B\0b\xEF\xBF\xBF", 7)), "ab");
    EXPECT_EQ(escape_xml("\xFFz"), "\xEF\xBF\xBDz");
}

TEST(Nearest, SuggestsOnlyWhatWasProbablyMeant) {
    const std::vector<std::string> keys = {"voice", "quote", "heading"};
    EXPECT_EQ(nearest("voise", keys), "voice");
    EXPECT_EQ(nearest("colour", keys), std::nullopt);
    EXPECT_EQ(nearest("hedding", keys), "heading");
}

TEST(Slugify, LeavesOnlyWhatAPathMayHold) {
    EXPECT_EQ(slugify("../../etc/passwd"), "etc-passwd");
    EXPECT_EQ(slugify("What's New, 小红书?"), "whats-new");
    EXPECT_EQ(slugify("小红书"), "issue");
    EXPECT_LE(slugify(std::string(500, 'a')).size(), 100u);
}

TEST(CollapseSpaces, FoldsNoBreakSpacesToo) {
    EXPECT_EQ(collapse_spaces(" a\n\t b\xC2\xA0 c "), "a b c");
}

TEST(Split, KeepsEmptyParts) {
    EXPECT_EQ(split("a,,b", ','), (std::vector<std::string>{"a", "", "b"}));
    EXPECT_EQ(join({"a", "b"}, ", "), "a, b");
    EXPECT_EQ(replace_all("aXbX", "X", "YY"), "aYYbYY");
}

}  // namespace
}  // namespace aloud
