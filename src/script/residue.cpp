#include "script/residue.h"

#include <algorithm>
#include <set>
#include <string>

#include "lib/icu/text.h"
#include "util/text.h"

namespace aloud {
namespace {

bool is_raised_digit(char32_t c) {
    return c == 0xB9 || c == 0xB2 || c == 0xB3 || c == 0x2070 || (c >= 0x2074 && c <= 0x2079);
}
bool is_end_mark(char32_t c) {
    return c == U'.' || c == U'!' || c == U'?' || c == 0x2026;
}
bool is_closing(char32_t c) {
    return c == U'"' || c == 0x201D || c == 0x2019 || c == U')' || c == U'\'';
}

/// The letters that end at points[end).
std::string word_before(const std::vector<CodePoint>& points, std::size_t end) {
    std::size_t begin = end;
    while (begin > 0 && is_letter(points[begin - 1].value)) --begin;
    std::string word;
    for (std::size_t i = begin; i < end; ++i) word += to_utf8(points[i].value);
    return word;
}

bool takes_numbers(const std::string& word) {
    static const std::set<std::string> words = {"fig", "vol", "sec", "art", "ver",  "vers", "chap",
                                                "eq",  "no",  "nos", "pp",  "sect", "par",  "para"};
    return words.contains(to_lower(word));
}

/// Plain digits at points[begin, end) behind a sentence's last mark, with a new sentence or nothing after them.
bool is_plain_mark(const std::vector<CodePoint>& points, std::size_t begin, std::size_t end) {
    if (end - begin > 2 || begin == 0) return false;
    std::size_t at = begin;
    while (at > 0 && is_closing(points[at - 1].value)) --at;
    if (at == 0 || !is_end_mark(points[at - 1].value)) return false;
    while (at > 0 && (is_end_mark(points[at - 1].value) || is_closing(points[at - 1].value))) --at;
    const std::string word = word_before(points, at);
    if (count_characters(word) < 3 || takes_numbers(word)) return false;
    if (end == points.size()) return true;
    if (points[end].value != U' ' || end + 1 == points.size()) return end + 1 == points.size();
    const char32_t next = points[end + 1].value;
    return is_upper(next) || next == 0x201C || next == U'"' || next == U'(';
}

}  // namespace

std::vector<Residue> find_residue(std::string_view text) {
    std::vector<Residue> found;
    const auto points = code_points(text);
    const auto offset = [&](std::size_t i) { return i < points.size() ? points[i].offset : text.size(); };
    for (std::size_t i = 0; i < points.size(); ++i) {
        const char32_t c = points[i].value;
        std::size_t end = i;
        if (is_raised_digit(c)) {
            while (end < points.size() && is_raised_digit(points[end].value)) ++end;
            const bool behind_text = i > 0 && points[i - 1].value != U' ';
            if (behind_text && !is_unit_before(text.substr(0, points[i].offset)))
                found.push_back({points[i].offset, offset(end)});
            i = end - 1;
        } else if (is_digit(c)) {
            while (end < points.size() && is_digit(points[end].value)) ++end;
            if (is_plain_mark(points, i, end)) found.push_back({points[i].offset, offset(end)});
            i = end - 1;
        } else if (c == U'[' && text.substr(points[i].offset, 2) == "[^") {
            const std::size_t close = text.find(']', points[i].offset);
            if (close == std::string_view::npos || close - points[i].offset > 40) continue;
            found.push_back({points[i].offset, close + 1});
            while (i + 1 < points.size() && points[i + 1].offset <= close) ++i;
        }
    }
    return found;
}

bool is_unit_before(std::string_view text) {
    // No unit is longer than this, and a look at the whole text for each mark would take its square.
    constexpr std::size_t enough = 16;
    if (text.size() > enough) {
        text.remove_prefix(text.size() - enough);
        while (!text.empty() && (static_cast<unsigned char>(text.front()) & 0xC0u) == 0x80u) text.remove_prefix(1);
    }
    if (text.empty()) return false;
    const auto points = code_points(text);
    const char32_t last = points.back().value;
    if (is_digit(last)) return true;
    const std::string word = word_before(points, points.size());
    static const std::set<std::string> units = {"m", "cm", "mm", "km", "ft", "in", "s", "x", "y",  "z", "n",
                                                "r", "e",  "E",  "mc", "d",  "χ",  "R", "O", "CO", "H"};
    return units.contains(word);
}

}  // namespace aloud
