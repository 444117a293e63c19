// Issues from a text, for tests.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "issue/issue.h"

namespace aloud::testing {

/// An issue of this text, dated, without a complaint.
inline Issue issue_of(std::string_view text, const std::string& file = "2026-01-02-test.md") {
    Complaints complaints;
    auto issue = parse_issue(text, file, {}, complaints);
    EXPECT_TRUE(complaints.errors().empty()) << complaints.errors().front();
    return issue ? std::move(*issue) : Issue();
}

/// The errors of a text, one a line.
inline std::string errors_of(std::string_view text, const std::string& file = "2026-01-02-test.md") {
    Complaints complaints;
    parse_issue(text, file, {}, complaints);
    std::string all;
    for (const std::string& error : complaints.errors()) all += error + "\n";
    return all;
}

}  // namespace aloud::testing
