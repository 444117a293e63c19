#include "lib/espeak/espeak.h"

#include <gtest/gtest.h>

#include <thread>

#include "util/error.h"

namespace aloud {
namespace {

const std::string sentence = "The river runs east, and the road runs west.";

TEST(EspeakSpeech, SoundsTheSameWhateverWasSpokenBefore) {
    const EspeakSpeech first = espeak_speak("en-us", 165, sentence);
    EXPECT_GT(first.samples.size(), 20000u);
    EXPECT_EQ(espeak_speak("en-us", 165, sentence).samples, first.samples);
    espeak_speak("en-us", 300, "Goodbye for now!");
    espeak_speak("cmn-latn-pinyin", 165, "你好，世界");
    EXPECT_TRUE(espeak_has_voice("de"));
    EXPECT_EQ(espeak_speak("en-us", 165, sentence).samples, first.samples);
}

TEST(EspeakSpeech, SoundsTheSameInEveryThread) {
    const EspeakSpeech first = espeak_speak("en-us", 165, sentence);
    std::vector<EspeakSpeech> spoken(4);
    {
        std::vector<std::jthread> threads;
        for (EspeakSpeech& speech : spoken)
            threads.emplace_back([&speech] { speech = espeak_speak("en-us", 165, sentence); });
    }
    for (const EspeakSpeech& speech : spoken) EXPECT_EQ(speech.samples, first.samples);
}

TEST(EspeakSpeech, TellsWhenEachWordIsHeard) {
    const EspeakSpeech speech = espeak_speak("en-us", 165, sentence);
    ASSERT_EQ(speech.words.size(), 9u);
    EXPECT_EQ(speech.words[1].character, 4u);
    EXPECT_EQ(speech.words[5].character, sentence.find("the road"));
    for (std::size_t i = 1; i < speech.words.size(); ++i)
        EXPECT_GT(speech.words[i].sample, speech.words[i - 1].sample) << i;
    EXPECT_LT(speech.words.back().sample, std::ssize(speech.samples));
}

TEST(EspeakSpeech, ObeysNoMarkupInTheText) {
    const auto plain = espeak_speak("en-us", 165, "a [[b]] c").samples.size();
    EXPECT_GT(plain, espeak_speak("en-us", 165, "a c").samples.size());
}

TEST(EspeakVoice, ThatIsUnknownIsAnError) {
    EXPECT_FALSE(espeak_has_voice("klingon-9"));
    EXPECT_THROW(espeak_speak("klingon-9", 165, "Hello."), Error);
}

}  // namespace
}  // namespace aloud
