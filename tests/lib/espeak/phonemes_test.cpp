#include "lib/espeak/phonemes.h"

#include <gtest/gtest.h>

#include "lib/espeak/espeak.h"
#include "util/error.h"

namespace aloud {
namespace {

std::vector<std::string> phonemes(const std::string& voice, const std::vector<std::string>& texts) {
    return espeak_phonemes(voice, texts);
}

TEST(EspeakPhonemes, AreTheSameWhateverCameBefore) {
    const std::string sentence = "The river runs east, and she read the 305 records";
    const auto first = phonemes("en-us", {sentence});
    ASSERT_EQ(first.size(), 1u);
    EXPECT_NE(first.front().find("ɹˈɪvɚ"), std::string::npos) << first.front();
    phonemes("fr", {"Bonjour tout le monde", "café"});
    phonemes("en-us", {"ALL CAPITALS", "a very, very long clause; and another: yes", "3.14"});
    EXPECT_EQ(phonemes("en-us", {sentence}), first);
    EXPECT_EQ(phonemes("en-us", {"one", sentence, "two"})[1], first.front());
}

TEST(EspeakPhonemes, LeaveTheSpeechAsItWas) {
    const auto before = espeak_speak("en-us", 165, "The river runs east.").samples;
    phonemes("fr", {"Bonjour tout le monde"});
    EXPECT_EQ(espeak_speak("en-us", 165, "The river runs east.").samples, before);
}

TEST(EspeakPhonemes, OfAnUnknownVoiceAreAnError) {
    EXPECT_THROW(phonemes("klingon-9", {"Hello"}), Error);
}

}  // namespace
}  // namespace aloud
