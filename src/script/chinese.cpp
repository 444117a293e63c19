#include "script/chinese.h"

#include <algorithm>

#include "lib/icu/text.h"
#include "util/text.h"

namespace aloud {
namespace {

/// The end of " (小红书)" that begins at `at` behind a Latin word: only Han, and marks between, in brackets.
std::size_t end_of_gloss(const std::vector<CodePoint>& points, std::size_t at) {
    std::size_t i = at;
    while (i < points.size() && points[i].value == U' ') ++i;
    if (i >= points.size() || (points[i].value != U'(' && points[i].value != 0xFF08)) return at;
    std::size_t han = 0;
    for (++i; i < points.size(); ++i) {
        const char32_t c = points[i].value;
        if (c == U')' || c == 0xFF09) return han > 0 ? i + 1 : at;
        if (is_han(c)) {
            ++han;
        } else if (is_latin(c) || is_digit(c)) {
            return at;
        }
    }
    return at;
}

}  // namespace

bool is_mostly_han(std::string_view text) {
    std::size_t han = 0, letters = 0;
    for (const CodePoint& c : code_points(text)) {
        if (!is_letter(c.value)) continue;
        ++letters;
        if (is_han(c.value)) ++han;
    }
    return han * 2 > letters;
}

std::string say_han_in_latin(std::string_view spoken) {
    const auto points = code_points(spoken);
    if (std::none_of(points.begin(), points.end(), [](const CodePoint& c) { return is_han(c.value); }))
        return std::string(spoken);
    std::string without;
    for (std::size_t i = 0; i < points.size();) {
        const bool behind_word = i > 0 && is_latin(points[i - 1].value);
        const std::size_t end = behind_word ? end_of_gloss(points, i) : i;
        if (end > i) {
            i = end;
            // "WeChat（微信）grew": full-width brackets stand without spaces, the words around them do not.
            if (i < points.size() && is_letter(points[i].value)) without += ' ';
            continue;
        }
        without += spoken.substr(points[i].offset, points[i].length);
        ++i;
    }
    return collapse_spaces(han_to_pinyin(without));
}

}  // namespace aloud
