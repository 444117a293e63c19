// Where the words of a text begin in the phonemes of a whole clause.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace aloud {

/// `alone`: the phonemes of each word spoken by itself. In a clause words sound differently and may run together
/// ("of the" ʌvðə) or be several ("1,250"). The least edits between both say where each begins: an index of `clause`
/// for each word, ascending.
std::vector<std::size_t> align_words(const std::vector<std::u32string>& alone, std::u32string_view clause);

}  // namespace aloud
