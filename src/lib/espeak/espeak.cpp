#include "lib/espeak/espeak.h"

#include <espeak-ng/speak_lib.h>
#include <fmt/format.h>

#include <cstring>
#include <exception>
#include <mutex>

#include "lib/espeak/apart.h"
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

/// Where the callback of one synthesis puts what it is given. It runs in a process of its own, see espeak_speak().
struct Recording {
    int rate = 0;
    std::vector<std::int16_t> samples;
    std::vector<EspeakSpeech::Word> words;
    std::exception_ptr failure;
};

/// C code calls this: an exception must not pass, it waits in the recording.
extern "C" int receive(short* samples, int count, espeak_EVENT* events) {
    auto* recording = static_cast<Recording*>(events->user_data);
    if (recording == nullptr) return 0;
    try {
        for (const espeak_EVENT* event = events; event->type != espeakEVENT_LIST_TERMINATED; ++event)
            if (event->type == espeakEVENT_WORD && event->text_position > 0)
                recording->words.push_back({static_cast<std::size_t>(event->text_position) - 1,
                                            std::int64_t{event->audio_position} * recording->rate / 1000});
        if (samples != nullptr && count > 0)
            recording->samples.insert(recording->samples.end(), samples, samples + count);
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

void speak_here(const std::string& voice, int words_per_minute, const std::string& text, Recording& recording) {
    espeak_SetSynthCallback(receive);
    check(espeak_SetVoiceByName(voice.c_str()), ("espeak_SetVoiceByName " + voice).c_str());
    check(espeak_SetParameter(espeakRATE, words_per_minute, 0), "espeak_SetParameter");
    check(espeak_Synth(text.c_str(), text.size() + 1, 0, POS_CHARACTER, 0, espeakCHARS_UTF8, nullptr, &recording),
          "espeak_Synth");
    check(espeak_Synchronize(), "espeak_Synchronize");
    if (recording.failure) std::rethrow_exception(recording.failure);
}

template <typename Value>
std::string_view bytes_of(const std::vector<Value>& values) {
    return {reinterpret_cast<const char*>(values.data()), values.size() * sizeof(Value)};
}

template <typename Value>
void take_values(std::string_view& bytes, std::size_t count, std::vector<Value>& values) {
    if (count > bytes.size() / sizeof(Value)) throw Error("espeak-ng ended before its time");
    values.resize(count);
    if (count > 0) std::memcpy(values.data(), bytes.data(), count * sizeof(Value));
    bytes.remove_prefix(count * sizeof(Value));
}

}  // namespace

EspeakSpeech espeak_speak(const std::string& voice, int words_per_minute, std::string_view text) {
    const std::lock_guard lock(espeak_mutex());
    EspeakSpeech speech;
    speech.rate = espeak_start();
    const std::string said = plain(text);
    // The synthesis leaves traces in the library (phase, flutter, envelope), which no call takes away, not even a new
    // start: the second time a sentence sounds otherwise than the first. So each one begins in a copy of the library
    // that has never spoken.
    const std::string bytes = run_apart([&](const SendBytes& send) {
        Recording recording;
        recording.rate = speech.rate;
        speak_here(voice, words_per_minute, said, recording);
        send(bytes_of(std::vector<std::size_t>{recording.samples.size(), recording.words.size()}));
        send(bytes_of(recording.samples));
        send(bytes_of(recording.words));
    });
    std::string_view rest = bytes;
    std::vector<std::size_t> counts;
    take_values(rest, 2, counts);
    take_values(rest, counts[0], speech.samples);
    take_values(rest, counts[1], speech.words);
    return speech;
}

bool espeak_has_voice(const std::string& voice) {
    const std::lock_guard lock(espeak_mutex());
    espeak_start();
    const std::string found = run_apart([&](const SendBytes& send) {  // for the same reason
        if (espeak_SetVoiceByName(voice.c_str()) == EE_OK) send("found");
    });
    return !found.empty();
}

std::string espeak_version_text() {
    const char* path = nullptr;
    return std::string("espeak-ng ") + espeak_Info(&path);
}

}  // namespace aloud
