#include "speech/neural/words.h"

#include <algorithm>
#include <utility>

#include "lib/icu/text.h"
#include "util/text.h"

namespace aloud {
namespace {

constexpr std::size_t longest_word = 100;  // bytes; espeak-ng forgets what is beyond 160

bool is_space(char32_t c) {
    return c <= U' ' || c == 0xA0 || c == 0x2009 || c == 0x202F || c == 0x3000 || c == 0x200B;
}

/// The model's symbol of a punctuation mark; 0: none.
char32_t mark_of(char32_t c) {
    switch (c) {
        case U';':
        case U':':
        case U',':
        case U'.':
        case U'!':
        case U'?':
        case U'…':
        case U'(':
        case U')':
        case U'“':
        case U'”':
        case U'—':
            return c;
        case U'，':
        case U'、':
            return U',';
        case U'。':
            return U'.';
        case U'！':
            return U'!';
        case U'？':
            return U'?';
        case U'；':
            return U';';
        case U'：':
            return U':';
        case U'[':
        case U'（':
            return U'(';
        case U']':
        case U'）':
            return U')';
        case U'«':
        case U'„':
        case U'「':
            return U'“';
        case U'»':
        case U'」':
            return U'”';
        case U'–':
            return U'—';
        default:
            return 0;
    }
}

bool is_part_of_word(char32_t c) {
    return is_letter(c) || is_digit(c);
}

/// One run of characters without a space: marks, a word, marks; a dash or dots inside divide it.
class Run {
  public:
    Run(std::vector<SpokenWord>& words, std::string_view text) : words_(words), text_(text) {}

    void add(const std::vector<CodePoint>& points) {
        std::size_t at = 0;
        while (at < points.size()) {
            std::size_t begin = at;
            while (begin < points.size() && !is_part_of_word(points[begin].value) && !is_sign(points[begin].value)) {
                // "--", and a hyphen between spaces, mean a dash.
                const bool two = begin + 1 < points.size() && points[begin + 1].value == U'-';
                mark(points[begin].value == U'-' && (two || points.size() == 1) ? U'—' : points[begin].value);
                ++begin;
            }
            std::size_t end = begin;
            while (end < points.size() && !breaks(points, end)) ++end;
            at = end;
            while (end > begin && !is_part_of_word(points[end - 1].value) && !ends_word(points, begin, end)) --end;
            if (end > begin) add_word(points, begin, end);
            for (std::size_t i = end; i < at; ++i) mark(points[i].value);
        }
        started_ = false;
        opening_.clear();
    }

  private:
    /// Signs that are read: "$5", "#3", "+", "%", "&", "@", "=".
    static bool is_sign(char32_t c) {
        return std::u32string_view(U"$€£¥#+%&@=<>°~§²³½¼¾×÷").find(c) != std::u32string_view::npos;
    }

    static bool breaks(const std::vector<CodePoint>& points, std::size_t at) {
        const char32_t c = points[at].value;
        return c == U'—' || c == U'…' || (c == U'.' && at + 1 < points.size() && points[at + 1].value == U'.') ||
               (c == U'-' && at + 1 < points.size() && points[at + 1].value == U'-');
    }

    /// A sign at the end is read, and the full stop of "U.S." is a part of it.
    static bool ends_word(const std::vector<CodePoint>& points, std::size_t begin, std::size_t end) {
        const char32_t c = points[end - 1].value;
        if (c != U'.') return is_sign(c);
        return end - begin >= 4 && points[end - 3].value == U'.' && is_letter(points[end - 2].value);
    }

    void mark(char32_t c) {
        if (c == U'"') c = started_ ? U'”' : U'“';
        const char32_t symbol = mark_of(c);
        if (symbol == 0) return;
        if (symbol == U'(' || symbol == U'“') {
            opening_ += symbol;
        } else if (!words_.empty()) {
            std::u32string& after = words_.back().after;
            const bool dots = symbol == U'.' && !after.empty() && (after.back() == U'.' || after.back() == U'…');
            if (dots) {
                after.back() = U'…';
            } else if (after.size() < 4 && (after.empty() || after.back() != symbol)) {
                after += symbol;
            }
        }
    }

    void add_word(const std::vector<CodePoint>& points, std::size_t begin, std::size_t end) {
        const std::size_t from = points[begin].offset;
        std::string word(text_.substr(from, points[end - 1].offset + points[end - 1].length - from));
        const bool foreign = std::any_of(points.begin() + static_cast<std::ptrdiff_t>(begin),
                                         points.begin() + static_cast<std::ptrdiff_t>(end),
                                         [](const CodePoint& c) { return is_letter(c.value) && !is_latin(c.value); });
        if (foreign) word = to_latin(word);
        for (std::string_view rest = word; !rest.empty();) {
            const std::string_view head = cut_to_bytes(rest, longest_word);
            SpokenWord spoken;
            spoken.place = from;
            spoken.text = std::string(trim(head));
            spoken.before = std::exchange(opening_, {});
            spoken.joined = started_;
            started_ = true;
            if (!spoken.text.empty()) words_.push_back(std::move(spoken));
            rest.remove_prefix(head.size());
        }
    }

    std::vector<SpokenWord>& words_;
    std::string_view text_;
    std::u32string opening_;
    bool started_ = false;  ///< a word of this run was there
};

}  // namespace

bool SpokenWord::ends_clause() const {
    return std::any_of(after.begin(), after.end(), [](char32_t c) {
        return std::u32string_view(U";:,.!?…—").find(c) != std::u32string_view::npos;
    });
}

std::vector<SpokenWord> spoken_words(std::string_view text) {
    std::vector<SpokenWord> words;
    Run run(words, text);
    std::vector<CodePoint> points;
    for (const CodePoint& c : code_points(text)) {
        if (!is_space(c.value)) {
            points.push_back(c);
            continue;
        }
        run.add(points);
        points.clear();
    }
    run.add(points);
    return words;
}

}  // namespace aloud
