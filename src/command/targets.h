// [SHOW] [ISSUE…] of the command line: a first argument that is no show is an issue.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace aloud {

struct Targets {
    std::filesystem::path show_file;
    std::vector<std::string> issues;
};

/// Throws InputError when no show can be found.
Targets find_targets(const std::vector<std::string>& arguments);

}  // namespace aloud
