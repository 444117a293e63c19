// What takes a line of the script needs of an engine.
#pragma once

#include <string>
#include <vector>

#include "script/script.h"
#include "speech/engine.h"

namespace aloud {

/// What stands between a take and the next one of its line.
enum class Joint { sentence, clause };

struct TakePiece {
    std::string text;
    std::string language;
    std::vector<std::size_t> sentences;  ///< of the line, that this take begins or goes on with
    std::vector<std::size_t> places;     ///< byte of each of them in `text`
    Joint joint = Joint::sentence;       ///< after this take
};

/// Embedded engines: a sentence each. Services: the whole line; over the engine's limit divided between sentences, and
/// a sentence that alone is too long at a clause, else at a word.
std::vector<TakePiece> plan_takes(const Line& line, const Engine& engine);

}  // namespace aloud
