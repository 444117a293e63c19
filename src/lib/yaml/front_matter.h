// yaml-cpp: the flat part of a front matter, with the place of each key.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "lib/json/json.h"
#include "util/error.h"

namespace aloud {

/// A key of a front matter; scalars are strings, lists are arrays of strings, mappings are objects of strings. What is
/// nested deeper is null: no key of ours needs it.
struct FrontValue {
    std::string key;
    Json value;
    int line = 0;  ///< of the file
    int column = 0;
};

/// `first_line` is the file's line on which `text` begins. Bad YAML is a complaint; then nothing is returned.
std::vector<FrontValue> read_yaml_front_matter(std::string_view text, const std::filesystem::path& file,
                                               Complaints& complaints, int first_line);

}  // namespace aloud
