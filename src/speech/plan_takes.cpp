#include "speech/plan_takes.h"

#include <algorithm>

#include "util/text.h"

namespace aloud {
namespace {

// Even an engine without a limit is not asked for minutes in one piece.
constexpr std::size_t longest_embedded_sentence = 2000;

/// Byte at which the best place to divide lies, at most `limit` characters in; never 0. All of a text that is no
/// longer.
std::size_t divide_at(std::string_view text, std::size_t limit) {
    std::size_t end = 0, characters = 0;
    while (end < text.size() && characters < limit) {
        ++end;
        while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0u) == 0x80u) ++end;
        ++characters;
    }
    if (end == text.size()) return end;
    const std::string_view head = text.substr(0, end);
    for (const std::string_view mark : {"; ", ": ", ", ", " — ", "，", "；", "、", " "}) {
        const std::size_t at = head.rfind(mark);
        if (at != std::string_view::npos && at > end / 3) return at + mark.size();
    }
    return end;
}

}  // namespace

std::vector<TakePiece> plan_takes(const Line& line, const Engine& engine) {
    std::vector<TakePiece> pieces;
    const std::size_t limit = engine.text_limit() > 0 ? engine.text_limit()
                              : engine.by_sentence()  ? longest_embedded_sentence
                                                      : SIZE_MAX;
    std::size_t characters = 0;  // of the last piece
    for (std::size_t i = 0; i < line.sentences.size(); ++i) {
        const Sentence& sentence = line.sentences[i];
        if (trim(sentence.spoken).empty()) continue;
        const std::size_t length = count_characters(sentence.spoken);
        const bool joins = !engine.by_sentence() && !pieces.empty() && pieces.back().joint == Joint::sentence &&
                           characters + 1 + length <= limit;
        if (joins) {
            characters += 1 + length;
            pieces.back().sentences.push_back(i);
            pieces.back().places.push_back(pieces.back().text.size() + 1);
            pieces.back().text += " " + sentence.spoken;
            continue;
        }
        std::string_view rest = sentence.spoken;
        while (!rest.empty()) {
            const std::size_t end = divide_at(rest, limit);
            TakePiece piece;
            piece.text = std::string(trim(rest.substr(0, end)));
            piece.language = sentence.language;
            // A sentence in several takes is timed from its first to its last.
            piece.sentences = {i};
            piece.places = {0};
            rest.remove_prefix(end);
            piece.joint = trim(rest).empty() ? Joint::sentence : Joint::clause;
            if (piece.text.empty()) continue;
            characters = count_characters(piece.text);
            pieces.push_back(std::move(piece));
        }
    }
    return pieces;
}

}  // namespace aloud
