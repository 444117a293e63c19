#include "lib/toml/table.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace aloud {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

TomlTable parsed(const std::string& text, Complaints& complaints) {
    auto table = TomlTable::parse(text, "show.toml", complaints);
    if (!table) complaints.checkpoint();
    return table.value();
}

std::string repeated(const std::string& text, int times) {
    std::string all;
    for (int i = 0; i < times; ++i) all += text;
    return all;
}

TEST(TomlTable, ReadsEveryTypeOfValue) {
    Complaints complaints;
    TomlTable table = parsed(
        "text = \"a\"\nyes = true\nwhole = 3\nreal = 2.5\nlist = [\"x\", \"y\"]\nmap = { zh = \"mei\", de = \"eva\" }\n"
        "[inner]\nkey = 'v'\n",
        complaints);
    EXPECT_EQ(table.string("text"), "a");
    EXPECT_EQ(table.boolean("yes"), true);
    EXPECT_EQ(table.integer("whole"), 3);
    EXPECT_EQ(table.number("whole"), 3.0);
    EXPECT_EQ(table.number("real"), 2.5);
    EXPECT_EQ(table.strings("list"), (std::vector<std::string>{"x", "y"}));
    EXPECT_EQ(table.string_map("map"), (std::map<std::string, std::string>{{"de", "eva"}, {"zh", "mei"}}));
    EXPECT_EQ(table.table("inner")->string("key"), "v");
    EXPECT_EQ(table.string("absent"), std::nullopt);
    EXPECT_FALSE(table.table("absent").has_value());
    EXPECT_THAT(complaints.errors(), IsEmpty());
}

TEST(TomlTable, ComplainsAboutWrongTypesWithTheirPlaces) {
    Complaints complaints;
    TomlTable table = parsed("a = 1\n  b = \"x\"\nc = [1]\nd = 2.5\ne = 3\nf = true\n", complaints);
    EXPECT_EQ(table.string("a"), std::nullopt);
    EXPECT_EQ(table.integer("b"), std::nullopt);
    EXPECT_EQ(table.strings("c"), std::nullopt);
    EXPECT_EQ(table.integer("d"), std::nullopt);
    EXPECT_FALSE(table.table("e").has_value());
    EXPECT_EQ(table.number("f"), std::nullopt);
    EXPECT_THAT(complaints.errors(), ElementsAre("show.toml:1:1: \"a\" must be a string, not a whole number",
                                                 "show.toml:2:3: \"b\" must be a whole number, not a string",
                                                 "show.toml:3:1: \"c\" must be a list of strings",
                                                 "show.toml:4:1: \"d\" must be a whole number, not a number",
                                                 "show.toml:5:1: \"e\" must be a table, not a whole number",
                                                 "show.toml:6:1: \"f\" must be a number, not true or false"));
}

TEST(TomlTable, NamesTheUnknownKeyWithItsLineAndTheOneThatWasMeant) {
    Complaints complaints;
    TomlTable table = parsed("[narration]\nvoise = \"joe\"\nzebra = 1\n", complaints);
    TomlTable inner = table.table("narration").value();
    inner.string("voice");
    inner.refuse_unknown();
    table.refuse_unknown();
    EXPECT_THAT(complaints.errors(),
                ElementsAre("show.toml:2:1: unknown key \"voise\" in [narration]; did you mean \"voice\"?",
                            "show.toml:3:1: unknown key \"zebra\" in [narration]"));
}

TEST(TomlTable, SaysWhereBadTomlIs) {
    Complaints complaints;
    EXPECT_FALSE(TomlTable::parse("a = 1\nb = \"open\n", "show.toml", complaints).has_value());
    ASSERT_EQ(complaints.errors().size(), 1u);
    EXPECT_THAT(complaints.errors()[0], HasSubstr("show.toml:2:"));
}

TEST(TomlTable, CountsLinesFromTheFirstLineOfTheFile) {
    Complaints complaints;
    auto table = TomlTable::parse("a = 1\nb = 2\n", "issue.md", complaints, 2);
    table->string("b");
    EXPECT_FALSE(TomlTable::parse("a = 1\nb\n", "issue.md", complaints, 2).has_value());
    ASSERT_EQ(complaints.errors().size(), 2u);
    EXPECT_THAT(complaints.errors()[0], HasSubstr("issue.md:3:1: "));
    EXPECT_THAT(complaints.errors()[1], HasSubstr("issue.md:3:"));
}

TEST(TomlTable, GivesValuesAsJson) {
    Complaints complaints;
    TomlTable table = parsed("v = { a = [1, 2.5, true, \"x\"], d = 2026-01-05, t = 10:20:30 }\n", complaints);
    EXPECT_EQ(table.json("v"), Json::parse(R"({"a": [1, 2.5, true, "x"], "d": "2026-01-05", "t": "10:20:30"})"));
    EXPECT_TRUE(table.json("absent").is_null());
}

TEST(TomlTable, RefusesBadUtf8) {
    Complaints complaints;
    EXPECT_FALSE(TomlTable::parse("a = \"\xff\"\n", "show.toml", complaints).has_value());
    EXPECT_EQ(complaints.errors().size(), 1u);
}

TEST(TomlTable, PrintsNoControlCharactersFromTheFile) {
    Complaints complaints;
    TomlTable table = parsed("\"a\\u001b[31m\" = 1\n", complaints);
    table.refuse_unknown();
    ASSERT_EQ(complaints.errors().size(), 1u);
    EXPECT_EQ(complaints.errors()[0].find('\x1b'), std::string::npos);
}

class Deep : public ::testing::TestWithParam<std::pair<const char*, std::string>> {};

TEST_P(Deep, IsRefusedWithItsPlace) {
    Complaints complaints;
    EXPECT_FALSE(TomlTable::parse("title = \"x\"\n" + GetParam().second, "show.toml", complaints).has_value());
    ASSERT_EQ(complaints.errors().size(), 1u);
    EXPECT_THAT(complaints.errors()[0], HasSubstr("show.toml:2:"));
    EXPECT_THAT(complaints.errors()[0], HasSubstr("deep"));
}

INSTANTIATE_TEST_SUITE_P(
    TomlNesting, Deep,
    ::testing::Values(std::pair("lists", "a = " + repeated("[", 10000)),
                      std::pair("closed_lists", "a = " + repeated("[", 10000) + repeated("]", 10000)),
                      std::pair("inline_tables", "a = " + repeated("{a=", 10000)),
                      std::pair("dotted_key", repeated("a.", 200000) + "a = 1"),
                      std::pair("dotted_header", "[" + repeated("a.", 200000) + "a]"),
                      std::pair("dotted_keys_in_tables",
                                repeated(repeated("a.", 50) + "a = { ", 200) + repeated("}", 200)),
                      std::pair("quoted_keys", repeated("\"a\".", 200000) + "a = 1"),
                      std::pair("behind_a_string", "k = { a = \"\"\"x\"\"\"\", " + repeated("c.", 200000) + "c = 1 }"),
                      std::pair("behind_an_escape", "k = { a = \"x\\\\\", " + repeated("c.", 200000) + "c = 1 }")),
    [](const auto& tested) { return tested.param.first; });

TEST(TomlNesting, IsNotMistakenInOrdinaryText) {
    Complaints complaints;
    const std::string dots = repeated("... [{ ", 200);
    std::string numbers = "0.5";
    for (int i = 0; i < 500; ++i) numbers += ", 1.5";
    const std::string text = "# " + dots + "\na = \"" + dots + "\"\nb = '" + dots + "'\nc = \"\"\"\n" + dots +
                             "\n\\\"\"\" \"\"\"\nd = '''" + dots + "'''\ne = [" + numbers + "]\n" +
                             repeated("[[t]]\nx.y = 1.5\n", 300);
    const auto table = TomlTable::parse(text, "show.toml", complaints);
    EXPECT_THAT(complaints.errors(), IsEmpty());
    EXPECT_TRUE(table.has_value());
}

}  // namespace
}  // namespace aloud
