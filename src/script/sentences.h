// Where sentences begin: ICU's rules, with the abbreviations that they do not know.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace aloud {

/// First byte of each sentence; empty for an empty text.
std::vector<std::size_t> split_sentences(std::string_view text, const std::string& language);

}  // namespace aloud
