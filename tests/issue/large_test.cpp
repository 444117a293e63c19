// Large, deep and hostile issues: time and memory in proportion to their size.
#include <gtest/gtest.h>
#include <sys/resource.h>

#include "tests/support/markdown.h"

namespace aloud {
namespace {

using testing::issue_of;

std::string repeated(const std::string& text, int times) {
    std::string all;
    for (int i = 0; i < times; ++i) all += text;
    return all;
}

std::size_t count(const Tree& tree, NodeKind kind) {
    std::size_t found = 0;
    for (NodeId id = 0; id < tree.size(); ++id) found += tree[id].kind == kind ? 1u : 0u;
    return found;
}

TEST(LargeIssue, OfTwoHundredThousandWordsIsRead) {
    const Issue issue = issue_of(repeated(repeated("word ", 100) + "\n\n", 2000));
    EXPECT_EQ(count(issue.tree, NodeKind::paragraph), 2000u);
}

TEST(DeepIssue, OfTenThousandLevelsIsRead) {
    EXPECT_GE(count(issue_of(repeated(">", 10000) + " deep").tree, NodeKind::quote), 1000u);
    EXPECT_EQ(count(issue_of(repeated("<div>\n", 10000) + "deep").tree, NodeKind::container), 10000u);
    issue_of(repeated("[", 10000));
    issue_of(repeated("*a ", 10000));
    issue_of(repeated("- ", 2000) + "deep");
    issue_of(repeated("<b>", 10000) + "deep");
}

TEST(LargeTable, OfTwentyThousandRowsIsATable) {
    const Issue issue = issue_of("| a | b | c |\n| - | - | - |\n" + repeated("| 1 | 2 | 3 |\n", 20000));
    EXPECT_EQ(count(issue.tree, NodeKind::row), 20001u);
}

TEST(BurstingTable, IsReadAsTextWithAWarning) {
    std::string table = repeated("|a", 5000) + "|\n" + repeated("|-", 5000) + "|\n" + repeated("|x|\n", 5000);
    Complaints complaints;
    const auto issue = parse_issue(table, "2026-01-02-t.md", {}, complaints);
    ASSERT_TRUE(issue);
    EXPECT_EQ(count(issue->tree, NodeKind::table), 0u);
    ASSERT_EQ(complaints.warnings().size(), 1u);
    EXPECT_NE(complaints.warnings().front().find("2026-01-02-t.md:2:1: a table of"), std::string::npos);
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    EXPECT_LT(usage.ru_maxrss, 4L << 20) << "KiB, sanitizers and all";
}

}  // namespace
}  // namespace aloud
