// Front matter: YAML between ---, TOML between +++, or Pelican's "Title: …" lines; one set of names comes out.
#pragma once

#include <string_view>

#include "issue/issue.h"

namespace aloud {

struct SplitIssue {
    FrontMatter meta;
    std::string_view body;
    int body_line = 1;  ///< the file's line on which the body begins
};

/// Nothing after a mistake that leaves the rest unreadable; every mistake is a complaint with its place.
std::optional<SplitIssue> split_issue(std::string_view source, const std::filesystem::path& file,
                                      const IssueDefaults& defaults, Complaints& complaints);

}  // namespace aloud
