// What is said around an issue: intro and outro.
#pragma once

#include "script/script.h"

namespace aloud {

/// The show's intro with its placeholders filled; a sentence whose placeholder has no value is dropped. A show without
/// one speaks the title.
std::vector<Sentence> intro_sentences(const Issue& issue, const Show& show);
/// The show's outro, or the default one with the remark that the voice is synthetic.
std::vector<Sentence> outro_sentences(const Issue& issue, const Show& show);

}  // namespace aloud
