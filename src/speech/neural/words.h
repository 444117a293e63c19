// A text as words and the punctuation around them: the rules for pronunciation know words only, the models take their
// intonation from punctuation.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace aloud {

struct SpokenWord {
    std::size_t place = 0;  ///< byte of the text at which the word itself begins
    std::string text;       ///< in Latin letters; never empty
    std::u32string before;  ///< opening marks
    std::u32string after;   ///< closing marks and punctuation
    bool joined = false;    ///< no space before it
    std::string ipa;        ///< given by the author instead of rules; empty: none

    /// The voice takes a breath, or the tone changes, after it.
    bool ends_clause() const;
};

/// Words in the order of the text; punctuation that follows no word is dropped. Letters of other scripts are written in
/// Latin ones. A word is at most 100 bytes long: what is longer is cut.
std::vector<SpokenWord> spoken_words(std::string_view text);

}  // namespace aloud
