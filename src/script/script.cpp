#include "script/script.h"

#include <algorithm>

#include "util/text.h"

namespace aloud {
namespace {

std::string joined(const std::vector<Sentence>& sentences, std::string Sentence::*form) {
    std::string all;
    for (const Sentence& sentence : sentences) {
        const std::string& text = sentence.*form;
        if (text.empty()) continue;
        if (!all.empty() && !ends_wide(all)) all += ' ';
        all += text;
    }
    return all;
}

}  // namespace

std::string Line::written() const {
    return joined(sentences, &Sentence::written);
}
std::string Line::spoken() const {
    return joined(sentences, &Sentence::spoken);
}

std::size_t Script::characters() const {
    std::size_t count = 0;
    for (const Line& line : lines)
        for (const Sentence& sentence : line.sentences) count += count_characters(sentence.spoken);
    return count;
}

bool has_body(const Script& script) {
    return std::any_of(script.lines.begin(), script.lines.end(),
                       [](const Line& line) { return line.kind != "intro" && line.kind != "outro"; });
}

}  // namespace aloud
