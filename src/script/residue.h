// What copying leaves of footnote marks: "writers.1 After", "market.³", "[^1]" without a note, "*These are".
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace aloud {

struct Residue {
    std::size_t begin = 0, end = 0;  ///< bytes
};

/// Only what is surely a mark; "3.5", "GPT-4.1 is", "v1.2", "Fig.1 Shows", "3 * 4" stay. `before` is the text that
/// stands directly before this one; places are of `text`.
std::vector<Residue> find_residue(std::string_view text, std::string_view before = {});

/// True if the text ends with a number or a unit ("10", "m", "km"), so that a raised digit is a power.
bool is_unit_before(std::string_view text);

}  // namespace aloud
