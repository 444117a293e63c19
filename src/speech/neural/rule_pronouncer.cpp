#include "speech/neural/rule_pronouncer.h"

#include <algorithm>
#include <utility>

#include "lib/espeak/phonemes.h"
#include "lib/espeak/version.h"
#include "lib/icu/text.h"
#include "speech/neural/align.h"
#include "speech/neural/symbols.h"
#include "util/text.h"

namespace aloud {
namespace {

/// Raised when the same text would give other symbols.
constexpr int pronunciation_version = 1;
constexpr std::size_t longest_clause = 40;  // words; the rules look no further than to their neighbours

/// One word to the rules: it never becomes several.
bool is_plain(const std::string& word) {
    const auto points = code_points(word);
    return std::all_of(points.begin(), points.end(),
                       [](const CodePoint& c) { return is_letter(c.value) || c.value == U'\'' || c.value == U'’'; });
}

std::u32string without_spaces_at_ends(std::u32string_view symbols) {
    while (!symbols.empty() && symbols.front() == U' ') symbols.remove_prefix(1);
    while (!symbols.empty() && symbols.back() == U' ') symbols.remove_suffix(1);
    return std::u32string(symbols);
}

std::u32string only(const std::set<char32_t>& known, std::u32string symbols) {
    std::erase_if(symbols, [&](char32_t c) { return !known.contains(c); });
    return symbols;
}

/// Takes the author's IPA for the words that it covers; a span that begins at no word is put before the next.
void take_given(std::vector<SpokenWord>& words, const std::vector<GivenIpa>& given) {
    for (const GivenIpa& g : given) {
        const auto inside = [&](const SpokenWord& w) { return w.place >= g.place && w.place < g.place + g.length; };
        const auto first = std::find_if(words.begin(), words.end(), inside);
        if (first == words.end()) {
            SpokenWord word;
            word.place = g.place;
            word.ipa = g.ipa;
            words.insert(std::find_if(words.begin(), words.end(), [&](const auto& w) { return w.place > g.place; }),
                         word);
            continue;
        }
        first->ipa = g.ipa;
        auto last = first;
        while (std::next(last) != words.end() && inside(*std::next(last))) ++last;
        first->after = last->after;
        words.erase(std::next(first), std::next(last));
    }
}

}  // namespace

RulePronouncer::RulePronouncer(std::string voice, std::set<char32_t> known)
    : voice_(std::move(voice)), known_(std::move(known)) {}

std::vector<std::u32string> RulePronouncer::clause(std::span<const SpokenWord> words) const {
    std::string text;
    bool plain = true;
    for (const SpokenWord& word : words) {
        text += (text.empty() ? "" : " ") + word.text;
        plain = plain && is_plain(word.text);
    }
    const std::string whole = espeak_phonemes(voice_, {&text, 1}).front();
    std::vector<std::u32string> result;
    const std::vector<std::string> tokens = split(collapse_spaces(whole), ' ');
    if (plain && tokens.size() == words.size()) {
        for (const std::string& token : tokens) result.push_back(model_symbols(token, known_, Unknown::drop));
        return result;
    }
    std::vector<std::string> texts;
    for (const SpokenWord& word : words) texts.push_back(word.text);
    std::vector<std::u32string> alone;
    for (const std::string& ipa : espeak_phonemes(voice_, texts))
        alone.push_back(model_symbols(ipa, known_, Unknown::drop));
    const std::u32string symbols = model_symbols(whole, known_, Unknown::drop);
    const std::vector<std::size_t> begins = align_words(alone, symbols);
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::size_t end = i + 1 < begins.size() ? begins[i + 1] : symbols.size();
        result.push_back(without_spaces_at_ends(std::u32string_view(symbols).substr(begins[i], end - begins[i])));
    }
    return result;
}

Pronunciation RulePronouncer::pronounce(const TakeRequest& request) {
    std::vector<SpokenWord> words = spoken_words(request.text);
    take_given(words, request.ipa);
    Pronunciation result;
    for (std::size_t begin = 0; begin < words.size();) {
        std::size_t end = begin + 1;
        std::vector<std::u32string> sounds;
        if (words[begin].ipa.empty()) {
            while (end < words.size() && end - begin < longest_clause && words[end].ipa.empty() &&
                   !words[end - 1].ends_clause())
                ++end;
            sounds = clause(std::span(words).subspan(begin, end - begin));
        } else {
            sounds = {model_symbols(words[begin].ipa, known_, Unknown::refuse)};
        }
        for (std::size_t i = begin; i < end; ++i) {
            const SpokenWord& word = words[i];
            const bool apart = !word.joined || (sounds[i - begin].empty() && word.before.empty());
            if (!result.symbols.empty() && result.symbols.back() != U' ' && apart) result.symbols += U' ';
            result.symbols += only(known_, word.before);
            if (!sounds[i - begin].empty()) result.words.push_back({word.place, result.symbols.size()});
            result.symbols += sounds[i - begin];
            result.symbols += only(known_, word.after);
        }
        begin = end;
    }
    while (!result.symbols.empty() && result.symbols.back() == U' ') result.symbols.pop_back();
    // Punctuation without a sound is no speech.
    if (result.words.empty()) result.symbols.clear();
    return result;
}

void RulePronouncer::describe(KeyBuilder& key) const {
    key.field("pronunciation", espeak_version_text() + " " + voice_)
        .field("pronunciation version", std::int64_t{pronunciation_version});
}

}  // namespace aloud
