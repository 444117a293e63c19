#include "script/sentences.h"

#include <algorithm>
#include <set>

#include "lib/icu/text.h"
#include "util/text.h"

namespace aloud {
namespace {

/// Never the end of a sentence: something always follows them.
const std::set<std::string_view>& leading_abbreviations() {
    static const std::set<std::string_view> words = {
        "mr",  "mrs",  "ms",  "dr",  "prof", "st",  "gen", "sen",  "rep",  "gov", "pres",   "hon",
        "rev", "capt", "col", "lt",  "sgt",  "no",  "nos", "fig",  "figs", "vol", "ch",     "sec",
        "art", "pp",   "p",   "eq",  "cf",   "vs",  "v",   "e.g",  "i.e",  "ca",  "approx", "jan",
        "feb", "mar",  "apr", "jun", "jul",  "aug", "sep", "sept", "oct",  "nov", "dec",    "al"};
    return words;
}

/// May end one: then what follows decides.
const std::set<std::string_view>& trailing_abbreviations() {
    static const std::set<std::string_view> words = {"inc",  "ltd", "co",   "corp", "llc", "jr",  "sr",
                                                     "etc",  "u.s", "u.k",  "u.n",  "e.u", "a.m", "p.m",
                                                     "ph.d", "d.c", "bros", "dept", "est"};
    return words;
}

const std::set<std::string_view>& sentence_openers() {
    static const std::set<std::string_view> words = {
        "the",   "a",     "an",    "it",      "he",        "she",      "they",  "we",   "i",    "you",
        "this",  "that",  "these", "those",   "in",        "on",       "at",    "as",   "for",  "if",
        "but",   "and",   "so",    "or",      "when",      "while",    "what",  "who",  "how",  "why",
        "where", "there", "here",  "however", "meanwhile", "moreover", "still", "yet",  "then", "now",
        "its",   "their", "his",   "her",     "our",       "my",       "some",  "many", "most", "all",
        "no",    "not",   "after", "before",  "since",     "once"};
    return words;
}

std::string_view last_word(std::string_view text) {
    text = trim(text);
    const std::size_t space = text.find_last_of(" (\"[");
    return space == std::string_view::npos ? text : text.substr(space + 1);
}

bool goes_on(std::string_view before, std::string_view after) {
    std::string word = to_lower(last_word(before));
    if (!word.ends_with('.')) return false;
    word.pop_back();
    if (leading_abbreviations().contains(word)) return true;
    const std::string_view as_written = last_word(before);
    const bool initial = as_written.size() == 2 && as_written[0] >= 'A' && as_written[0] <= 'Z' && as_written[0] != 'I';
    if (initial) return true;
    if (!trailing_abbreviations().contains(word)) return false;
    after = trim(after);
    const std::string next = to_lower(after.substr(0, after.find_first_of(" ,;:.!?’'")));
    return !sentence_openers().contains(next);
}

}  // namespace

std::vector<std::size_t> split_sentences(std::string_view text, const std::string& language) {
    std::vector<std::size_t> starts;
    const std::vector<std::size_t> boundaries = sentence_starts(text, language);
    const bool abbreviations = language.starts_with("en");
    for (const std::size_t at : boundaries) {
        if (at >= text.size()) break;
        const bool joined = abbreviations && !starts.empty() &&
                            goes_on(text.substr(starts.back(), at - starts.back()), text.substr(at));
        // A piece without a letter or digit is no sentence of its own: it stays with the one before.
        const auto end = std::upper_bound(boundaries.begin(), boundaries.end(), at);
        const std::string_view piece = text.substr(at, (end == boundaries.end() ? text.size() : *end) - at);
        if (!starts.empty() && (joined || folded(piece).empty())) continue;
        starts.push_back(at);
    }
    return starts;
}

}  // namespace aloud
