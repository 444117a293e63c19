#include "speech/neural/symbols.h"

#include <fmt/format.h>

#include <array>
#include <utility>

#include "lib/icu/text.h"
#include "util/error.h"

namespace aloud {
namespace {

struct Rule {
    std::u32string_view ipa;
    std::u32string_view symbols;
};

/// The first that fits wins, so the longer stand first.
constexpr std::array rules = {
    // English, as espeak-ng writes it
    Rule{U"aɪɚ", U"Iəɹ"},
    Rule{U"aɪə", U"Iə"},
    Rule{U"ɜːɹ", U"ɜɹ"},
    Rule{U"ɜː", U"ɜɹ"},
    Rule{U"ɚɹ", U"əɹ"},
    Rule{U"oːɹ", U"ɔɹ"},
    Rule{U"aɪ", U"I"},
    Rule{U"aʊ", U"W"},
    Rule{U"eɪ", U"A"},
    Rule{U"oʊ", U"O"},
    Rule{U"əʊ", U"O"},
    Rule{U"ɔɪ", U"Y"},
    Rule{U"d͡ʒ", U"ʤ"},
    Rule{U"t͡ʃ", U"ʧ"},
    Rule{U"dʒ", U"ʤ"},
    Rule{U"tʃ", U"ʧ"},
    Rule{U"n̩", U"ᵊn"},
    Rule{U"l̩", U"ᵊl"},
    Rule{U"m̩", U"ᵊm"},
    Rule{U"ɚ", U"əɹ"},
    Rule{U"ɝ", U"ɜɹ"},
    Rule{U"ɐ", U"ə"},
    Rule{U"r", U"ɹ"},
    Rule{U"x", U"k"},
    Rule{U"ç", U"k"},
    Rule{U"ɾ", U"T"},
    Rule{U"ʔ", U"t"},
    Rule{U"ᵻ", U"ɪ"},
    Rule{U"ː", U""},
    Rule{U"ˑ", U""},
    Rule{U"g", U"ɡ"},
    Rule{U"'", U"ˈ"},
    // sounds of other languages: the nearest of the American ones
    Rule{U"a", U"ɑ"},
    Rule{U"e", U"A"},
    Rule{U"o", U"O"},
    Rule{U"ɒ", U"ɑ"},
    Rule{U"y", U"u"},
    Rule{U"ø", U"ɜ"},
    Rule{U"œ", U"ɜ"},
    Rule{U"ɶ", U"ɜ"},
    Rule{U"ɵ", U"ə"},
    Rule{U"ɘ", U"ə"},
    Rule{U"ɞ", U"ɜ"},
    Rule{U"ɨ", U"ɪ"},
    Rule{U"ʉ", U"u"},
    Rule{U"ʏ", U"u"},
    Rule{U"ɯ", U"u"},
    Rule{U"ɤ", U"ʌ"},
    Rule{U"ɫ", U"l"},
    Rule{U"ʎ", U"lj"},
    Rule{U"ʟ", U"l"},
    Rule{U"ɬ", U"l"},
    Rule{U"ɮ", U"l"},
    Rule{U"ɭ", U"l"},
    Rule{U"ɻ", U"ɹ"},
    Rule{U"ɽ", U"ɹ"},
    Rule{U"ɺ", U"ɹ"},
    Rule{U"ʀ", U"ɹ"},
    Rule{U"ʁ", U"ɹ"},
    Rule{U"ɱ", U"m"},
    Rule{U"ɲ", U"nj"},
    Rule{U"ɳ", U"n"},
    Rule{U"ɴ", U"ŋ"},
    Rule{U"ʍ", U"w"},
    Rule{U"ɰ", U"w"},
    Rule{U"ɥ", U"w"},
    Rule{U"β", U"v"},
    Rule{U"ʋ", U"v"},
    Rule{U"ɸ", U"f"},
    Rule{U"ɦ", U"h"},
    Rule{U"ħ", U"h"},
    Rule{U"ʜ", U"h"},
    Rule{U"χ", U"h"},
    Rule{U"ɣ", U"ɡ"},
    Rule{U"ʕ", U"ə"},
    Rule{U"ɟ", U"ʤ"},
    Rule{U"ʝ", U"j"},
    Rule{U"c", U"k"},
    Rule{U"q", U"k"},
    Rule{U"ɢ", U"ɡ"},
    Rule{U"ʂ", U"ʃ"},
    Rule{U"ɕ", U"ʃ"},
    Rule{U"ʐ", U"ʒ"},
    Rule{U"ʑ", U"ʒ"},
    Rule{U"ɧ", U"ʃ"},
    Rule{U"ʈ", U"t"},
    Rule{U"ɖ", U"d"},
    Rule{U"ɗ", U"d"},
    Rule{U"ɓ", U"b"},
    Rule{U"ɠ", U"ɡ"},
    Rule{U"ʄ", U"ʤ"},
    Rule{U"ʙ", U"b"},
    Rule{U"ʣ", U"z"},
    Rule{U"ʦ", U"ts"},
    Rule{U"ʥ", U"ʤ"},
    Rule{U"ʨ", U"ʧ"},
};

/// Diacritics, ties and small letters that refine a sound; the model's sounds are coarser.
bool refines(char32_t c) {
    return (c >= 0x300 && c <= 0x36F) || (c >= 0x2B0 && c <= 0x2B8) || (c >= 0x2DE && c <= 0x2E4) || c == U'ʼ' ||
           c == U'ⁿ' || c == U'ˡ' || c == 0x200D || (c >= 0x2E5 && c <= 0x2E9) || c == U'|' || c == U'‖' || c == U'‿';
}

}  // namespace

std::u32string model_symbols(std::string_view ipa, const std::set<char32_t>& known, Unknown unknown) {
    std::u32string in, out;
    for (const CodePoint& c : code_points(ipa)) in += c.value;
    for (std::size_t at = 0; at < in.size();) {
        const std::u32string_view rest = std::u32string_view(in).substr(at);
        const Rule* rule = nullptr;
        for (const Rule& r : rules) {
            if (!rest.starts_with(r.ipa)) continue;
            rule = &r;
            break;
        }
        const std::u32string symbols(rule != nullptr ? rule->symbols : rest.substr(0, 1));
        at += rule != nullptr ? rule->ipa.size() : 1;
        for (const char32_t symbol : symbols) {
            if (known.contains(symbol)) {
                out += symbol;
            } else if (unknown == Unknown::refuse && !refines(symbol)) {
                throw InputError(fmt::format("the voice has no sound for \"{}\" (U+{:04X})", to_utf8(symbol),
                                             static_cast<std::uint32_t>(symbol)));
            }
        }
    }
    return out;
}

}  // namespace aloud
