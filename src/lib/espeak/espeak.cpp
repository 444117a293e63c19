#include "lib/espeak/espeak.h"

#include <espeak-ng/speak_lib.h>
#include <fmt/format.h>

#include <exception>
#include <mutex>

#include "lib/espeak/library.h"
#include "lib/espeak/version.h"
#include "util/error.h"
#include "util/text.h"

namespace aloud {

std::mutex& espeak_mutex() {
    static std::mutex mutex;
    return mutex;
}

/// Initialised once; the library has no way to tell a second user anything but to share.
int espeak_start() {
    static const int rate = [] {
        const int found = espeak_Initialize(AUDIO_OUTPUT_SYNCHRONOUS, 0, nullptr, espeakINITIALIZE_DONT_EXIT);
        if (found <= 0) throw Error("espeak-ng cannot start: is the package espeak-ng-data installed?");
        return found;
    }();
    return rate;
}

namespace {

/// What the callback of one synthesis fills.
struct Recording {
    EspeakSpeech speech;
    std::exception_ptr failure;
};

/// C code calls this: an exception must not pass, it waits in the recording.
extern "C" int receive(short* samples, int count, espeak_EVENT* events) {
    auto* recording = static_cast<Recording*>(events->user_data);
    if (recording == nullptr) return 0;
    try {
        EspeakSpeech& speech = recording->speech;
        for (const espeak_EVENT* event = events; event->type != espeakEVENT_LIST_TERMINATED; ++event)
            if (event->type == espeakEVENT_WORD && event->text_position > 0)
                speech.words.push_back({static_cast<std::size_t>(event->text_position) - 1,
                                        std::int64_t{event->audio_position} * speech.rate / 1000});
        if (samples != nullptr && count > 0) speech.samples.insert(speech.samples.end(), samples, samples + count);
        return 0;
    } catch (...) {
        recording->failure = std::current_exception();
        return 1;
    }
}

void check(espeak_ERROR code, const char* doing) {
    if (code != EE_OK) throw Error(fmt::format("{} failed ({})", doing, static_cast<int>(code)));
}

/// "[[" would begin phonemes, control characters mean something to the library.
std::string plain(std::string_view text) {
    std::string out = replace_all(std::string(text), "[[", "[ [");
    for (char& c : out)
        if (static_cast<unsigned char>(c) < ' ') c = ' ';
    return out;
}

}  // namespace

EspeakSpeech espeak_speak(const std::string& voice, int words_per_minute, std::string_view text) {
    const std::lock_guard lock(espeak_mutex());
    Recording recording;
    recording.speech.rate = espeak_start();
    const std::string said = plain(text);
    espeak_SetSynthCallback(receive);
    // The voice is set anew each time: the library keeps intonation and rate of what it spoke before in it.
    check(espeak_SetVoiceByName(voice.c_str()), ("espeak_SetVoiceByName " + voice).c_str());
    check(espeak_SetParameter(espeakRATE, words_per_minute, 0), "espeak_SetParameter");
    check(espeak_Synth(said.c_str(), said.size() + 1, 0, POS_CHARACTER, 0, espeakCHARS_UTF8, nullptr, &recording),
          "espeak_Synth");
    check(espeak_Synchronize(), "espeak_Synchronize");
    if (recording.failure) std::rethrow_exception(recording.failure);
    return std::move(recording.speech);
}

bool espeak_has_voice(const std::string& voice) {
    const std::lock_guard lock(espeak_mutex());
    espeak_start();
    return espeak_SetVoiceByName(voice.c_str()) == EE_OK;
}

std::string espeak_version_text() {
    const char* path = nullptr;
    return std::string("espeak-ng ") + espeak_Info(&path);
}

}  // namespace aloud
