// espeak-ng's rules for pronunciation, without its voice.
#pragma once

#include <span>
#include <string>
#include <vector>

namespace aloud {

/// IPA of each text, words apart by a space, without punctuation. `voice` is espeak's own name ("en-us"). Safe to call
/// from many threads; they take turns. Throws Error.
std::vector<std::string> espeak_phonemes(const std::string& voice, std::span<const std::string> texts);

}  // namespace aloud
