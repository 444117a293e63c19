#include "speech/espeak_engine.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "lib/espeak/espeak.h"
#include "lib/espeak/version.h"
#include "util/text.h"

namespace aloud {
namespace {

constexpr int default_words_per_minute = 165;  // a calm reader; espeak's own default is 175

}  // namespace

EspeakEngine::EspeakEngine(const Voice& voice)
    : voice_(voice.voice),
      language_(voice.language),
      words_per_minute_(
          std::clamp(static_cast<int>(std::lround(default_words_per_minute * voice.speed.value_or(1.0))), 80, 450)) {
    if (!espeak_has_voice(voice_))
        throw InputError(
            fmt::format("espeak-ng has no voice \"{}\" (espeak-ng --voices lists them)", printable(voice_)));
}

std::string EspeakEngine::name_for(const std::string& language) const {
    const std::string primary = language.substr(0, language.find('-'));
    if (primary.empty() || primary == language_.substr(0, language_.find('-'))) return voice_;
    // A text in another language than the voice's: espeak's own voice for it reads it better than the wrong rules.
    const std::string other = primary == "zh" ? "cmn-latn-pinyin" : to_lower(primary);
    return espeak_has_voice(other) ? other : voice_;
}

Spoken EspeakEngine::speak(const TakeRequest& request) {
    const EspeakSpeech speech = espeak_speak(name_for(request.language), words_per_minute_, request.text);
    Spoken spoken;
    spoken.take.rate = speech.rate;
    spoken.take.samples = speech.samples;
    // The library counts characters, marks count bytes.
    std::vector<std::size_t> offsets;
    for (std::size_t i = 0; i < request.text.size(); ++i)
        if ((static_cast<unsigned char>(request.text[i]) & 0xC0u) != 0x80u) offsets.push_back(i);
    for (const EspeakSpeech::Word& word : speech.words) {
        if (word.character >= offsets.size()) continue;
        const Mark mark{offsets[word.character], word.sample};
        if (!spoken.take.marks.empty() &&
            (mark.place <= spoken.take.marks.back().place || mark.sample < spoken.take.marks.back().sample))
            continue;
        spoken.take.marks.push_back(mark);
    }
    return spoken;
}

void EspeakEngine::describe(KeyBuilder& key) const {
    key.field("engine", espeak_version_text())
        .field("voice", voice_)
        .field("words per minute", std::int64_t{words_per_minute_});
}

}  // namespace aloud
