#include "lib/espeak/phonemes.h"

#include <espeak-ng/speak_lib.h>
#include <fmt/format.h>

#include "lib/espeak/library.h"
#include "util/error.h"

namespace aloud {
namespace {

constexpr int ipa = 0x02;  // phonememode of espeak_TextToPhonemes, speak_lib.h

/// "(fr)" and "(en-us)" mark where the library changed to another language's rules.
std::string without_language_marks(std::string_view phonemes) {
    std::string out;
    bool inside = false;
    for (const char c : phonemes) {
        if (c == '(') inside = true;
        if (!inside) out += c;
        if (c == ')') inside = false;
    }
    return out;
}

}  // namespace

std::vector<std::string> espeak_phonemes(const std::string& voice, std::span<const std::string> texts) {
    const std::lock_guard lock(espeak_mutex());
    espeak_start();
    if (espeak_SetVoiceByName(voice.c_str()) != EE_OK) throw Error(fmt::format("espeak-ng has no voice {}", voice));
    std::vector<std::string> all;
    for (const std::string& text : texts) {
        std::string phonemes;
        const void* rest = text.c_str();
        while (rest != nullptr) {  // clause by clause
            const char* clause = espeak_TextToPhonemes(&rest, espeakCHARS_UTF8, ipa);
            if (clause == nullptr) break;
            if (!phonemes.empty()) phonemes += ' ';
            phonemes += clause;
        }
        all.push_back(without_language_marks(phonemes));
    }
    return all;
}

}  // namespace aloud
