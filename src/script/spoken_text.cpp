#include "script/spoken_text.h"

#include <algorithm>
#include <iterator>

#include "script/sentences.h"
#include "util/text.h"

namespace aloud {

namespace {

/// Bytes of a character that has no width and says nothing: soft hyphen, zero-width space, word joiner, byte order
/// mark.
std::size_t unseen_at(std::string_view text) {
    if (text.starts_with("\xC2\xAD")) return 2;
    for (const std::string_view sign : {"\xE2\x80\x8B", "\xE2\x81\xA0", "\xEF\xBB\xBF"})
        if (text.starts_with(sign)) return 3;
    return 0;
}

}  // namespace

void SpokenText::append(std::string_view text) {
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (const std::size_t unseen = unseen_at(text.substr(i)); unseen > 0) {
            i += unseen - 1;
            continue;
        }
        const bool no_break = text.substr(i, 2) == "\xC2\xA0";
        if (no_break) ++i;
        const char c = no_break ? ' ' : text[i];
        if (c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f' || c == '\v') {
            if (!written_.empty() && written_.back() != ' ') written_ += ' ';
        } else {
            written_ += c;
        }
    }
}

void SpokenText::append(std::string_view written, std::string_view spoken) {
    const std::size_t begin = written_.size();
    append(written);
    substitutions_.push_back({begin, written_.size(), std::string(spoken)});
}

void SpokenText::append_all(const SpokenText& other) {
    const std::size_t begin = written_.size();
    written_ += other.written_;
    for (const Substitution& s : other.substitutions_)
        substitutions_.push_back({s.begin + begin, s.end + begin, s.spoken});
    for (Link link : other.links_) {
        link.at += begin;
        links_.push_back(std::move(link));
    }
    for (const std::size_t joint : other.joints_) joints_.push_back(joint + begin);
}

void SpokenText::trim_end() {
    while (written_.ends_with(' ')) written_.pop_back();
    for (Substitution& s : substitutions_) {
        s.begin = std::min(s.begin, written_.size());
        s.end = std::min(s.end, written_.size());
    }
}

bool SpokenText::end_sentence() {
    trim_end();
    if (written_.empty()) return false;
    for (const std::string_view end :
         {".", "!", "?", ":", ";", "…", "。", "！", "？", ".”", "!”", "?”", ".\"", "?\"", "!\"", ".)"})
        if (written_.ends_with(end)) return false;
    written_ += ends_wide(written_) ? "。" : ".";
    return true;
}

std::string SpokenText::spoken_between(std::size_t begin, std::size_t end) const {
    std::string out;
    // A name that ends with a space leaves none before a mark: "check mark."
    const auto join = [&](std::string_view text) {
        const bool mark = !text.empty() && std::string_view(".,;:!?)").find(text.front()) != std::string_view::npos;
        while (mark && out.ends_with(' ')) out.pop_back();
        out += text;
    };
    std::size_t at = begin;
    // They stand in order and do not overlap.
    auto next = std::lower_bound(substitutions_.begin(), substitutions_.end(), begin,
                                 [](const Substitution& s, std::size_t place) { return s.begin < place; });
    for (; next != substitutions_.end() && next->begin < end; ++next) {
        const Substitution& s = *next;
        if (s.begin < at) continue;
        join(std::string_view(written_).substr(at, s.begin - at));
        out += s.spoken;
        at = s.end;
    }
    if (at < end) join(std::string_view(written_).substr(at, end - at));
    return collapse_spaces(out);
}

std::vector<Sentence> SpokenText::sentences(const std::string& language, std::vector<std::size_t>& starts) const {
    std::vector<Sentence> all;
    starts = split_sentences(written_, language);
    // What is spoken in one piece (an address with a question mark in it) is not divided.
    std::erase_if(starts, [&](std::size_t start) {
        const auto after = std::lower_bound(substitutions_.begin(), substitutions_.end(), start,
                                            [](const Substitution& s, std::size_t place) { return s.begin < place; });
        return std::binary_search(joints_.begin(), joints_.end(), start) ||
               (after != substitutions_.begin() && start < std::prev(after)->end);
    });
    for (std::size_t i = 0; i < starts.size(); ++i) {
        const std::size_t end = i + 1 < starts.size() ? starts[i + 1] : written_.size();
        all.push_back({std::string(trim(std::string_view(written_).substr(starts[i], end - starts[i]))),
                       spoken_between(starts[i], end), language});
    }
    return all;
}

}  // namespace aloud
