// From IPA to the symbols that Kokoro's family of models was trained on.
#pragma once

#include <set>
#include <string>
#include <string_view>

namespace aloud {

/// Where the phonemes come from decides what becomes of one that the model lacks: from rules it is left out (the rest
/// of the sentence must be heard), from an author it is an error.
enum class Unknown { drop, refuse };

/// American English: diphthongs and affricates become one letter each ("aɪ" I, "dʒ" ʤ), length and ties go, sounds that
/// English lacks become their neighbours. Symbols of the model's own stay as they are. `known`: those that it has.
/// Throws InputError naming the symbol.
std::u32string model_symbols(std::string_view ipa, const std::set<char32_t>& known, Unknown unknown);

}  // namespace aloud
