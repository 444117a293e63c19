// espeak-ng: the owner of its global state. The library speaks one text at a time, whatever the number of threads.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace aloud {

struct EspeakSpeech {
    struct Word {
        std::size_t character = 0;  ///< of the text, from 0
        std::int64_t sample = 0;
    };
    int rate = 0;
    std::vector<std::int16_t> samples;  ///< mono
    std::vector<Word> words;            ///< ascending
};

/// Speaks plain text: neither SSML nor phonemes in it are obeyed. `voice` is espeak's own name ("en-us",
/// "cmn-latn-pinyin"); `words_per_minute` 80 to 450. The same text gives the same samples whatever was spoken before.
/// Safe to call from many threads; they take turns. Throws Error.
EspeakSpeech espeak_speak(const std::string& voice, int words_per_minute, std::string_view text);

/// True if espeak-ng has this voice.
bool espeak_has_voice(const std::string& voice);

}  // namespace aloud
