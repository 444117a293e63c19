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
    const bool quoted = is_closing(points[begin - 1].value);  // “no.”3: no number begins so
    if (word.empty() || (!quoted && (count_characters(word) < 3 || takes_numbers(word)))) return false;
    if (end == points.size()) return true;
    if (points[end].value != U' ' || end + 1 == points.size()) return end + 1 == points.size();
    const char32_t next = points[end + 1].value;
    return is_upper(next) || next == 0x201C || next == U'"' || next == U'(';
}

/// A row of asterisks at points[begin, end): emphasis that no rule of Markdown took, as before "：**" in Chinese.
/// "2**3" is a power.
bool is_stray_emphasis(const std::vector<CodePoint>& points, std::size_t begin, std::size_t end) {
    const bool power =
        begin > 0 && end < points.size() && is_digit(points[begin - 1].value) && is_digit(points[end].value);
    return end - begin > 1 && points[begin].value == U'*' && !power;
}

bool is_note_sign(char32_t c) {
    return c == U'*' || c == 0x2020 || c == 0x2021;
}

/// Asterisks and daggers at points[begin, end): glued to a word on one side and to nothing on the other. "A*" is a name
/// and "3 * 4" a product.
bool is_lone_sign(const std::vector<CodePoint>& points, std::size_t begin, std::size_t end) {
    const bool free_before = begin == 0 || points[begin - 1].value == U' ';
    const bool free_after = end == points.size() || points[end].value == U' ';
    const auto is_text = [](char32_t c) { return is_letter(c) || is_end_mark(c) || is_closing(c) || c == 0x201C; };
    if (free_before && free_after) return false;
    if (free_before) return is_text(points[end].value);
    if (!free_after) return false;
    const std::string word = word_before(points, begin);
    return is_text(points[begin - 1].value) && (word.empty() || count_characters(word) > 2);
}

}  // namespace

std::vector<Residue> find_residue(std::string_view text, std::string_view before) {
    constexpr std::size_t context = 64;  // bytes: a word and its punctuation
    if (before.size() > context) {
        before.remove_prefix(before.size() - context);
        while (!before.empty() && (static_cast<unsigned char>(before.front()) & 0xC0U) == 0x80U)
            before.remove_prefix(1);
    }
    const std::string all = std::string(before) + std::string(text);
    std::vector<Residue> found;
    const auto points = code_points(all);
    const auto offset = [&](std::size_t i) { return i < points.size() ? points[i].offset : all.size(); };
    const auto add = [&](std::size_t begin, std::size_t end) {
        found.push_back({begin - before.size(), end - before.size()});
    };
    for (std::size_t i = 0; i < points.size(); ++i) {
        const char32_t c = points[i].value;
        if (points[i].offset < before.size()) continue;
        std::size_t end = i;
        if (is_raised_digit(c)) {
            while (end < points.size() && is_raised_digit(points[end].value)) ++end;
            const bool behind_text = i > 0 && points[i - 1].value != U' ';
            if (behind_text && !is_unit_before(std::string_view(all).substr(0, points[i].offset)))
                add(points[i].offset, offset(end));
            i = end - 1;
        } else if (is_digit(c)) {
            while (end < points.size() && is_digit(points[end].value)) ++end;
            if (is_plain_mark(points, i, end)) add(points[i].offset, offset(end));
            i = end - 1;
        } else if (is_note_sign(c)) {
            while (end < points.size() && points[end].value == c) ++end;
            if (is_stray_emphasis(points, i, end) || is_lone_sign(points, i, end)) add(points[i].offset, offset(end));
            i = end - 1;
        } else if (c == U'[' && all.compare(points[i].offset, 2, "[^") == 0) {
            const std::size_t close = all.find(']', points[i].offset);
            if (close == std::string::npos || close - points[i].offset > 40) continue;
            add(points[i].offset, close + 1);
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
