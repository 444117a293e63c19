#include "speech/espeak_engine.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "util/error.h"

namespace aloud {
namespace {

Voice voice_of(const std::string& name, const std::string& language) {
    Voice voice;
    voice.engine = "espeak";
    voice.voice = name;
    voice.language = language;
    return voice;
}

TEST(Espeak, SpeaksWithAMarkForEachWord) {
    EspeakEngine engine(voice_of("en-us", "en"));
    const std::string text = "Caf\u00E9s are open today.";
    const Spoken spoken = engine.speak({text, "en"});
    EXPECT_GT(spoken.take.samples.size(), static_cast<std::size_t>(spoken.take.rate / 2));
    EXPECT_TRUE(std::any_of(spoken.take.samples.begin(), spoken.take.samples.end(), [](auto s) { return s > 1000; }));
    ASSERT_EQ(spoken.take.marks.size(), 4u);
    for (std::size_t i = 0; i < 4; ++i) {
        const Mark& mark = spoken.take.marks[i];
        EXPECT_TRUE(mark.place == 0 || text[mark.place - 1] == ' ') << "bytes, although the library counts characters";
        EXPECT_LT(mark.sample, std::ssize(spoken.take.samples));
        EXPECT_TRUE(i == 0 || mark.sample > spoken.take.marks[i - 1].sample);
    }
    EXPECT_EQ(spoken.cost_usd, 0);
    EXPECT_FALSE(engine.paid());
    EXPECT_TRUE(engine.by_sentence());
}

TEST(Espeak, DoesNotTakePhonemesOrMarkupFromAText) {
    EspeakEngine engine(voice_of("en-us", "en"));
    const auto seconds = [&](const std::string& text) {
        const Take take = engine.speak({text, "en"}).take;
        return static_cast<double>(take.samples.size()) / take.rate;
    };
    EXPECT_GT(seconds("[[_:]] then <break time=\"60s\"/> words"), seconds("then words"));
    EXPECT_LT(seconds("a <break time=\"60s\"/> b"), 30);
}

TEST(Espeak, ReadsAnotherLanguageByItsOwnRules) {
    EspeakEngine engine(voice_of("en-us", "en"));
    EXPECT_NE(engine.speak({"chat", "fr"}).take.samples, engine.speak({"chat", "en"}).take.samples);
    EXPECT_FALSE(engine.speak({"你好", "zh"}).take.samples.empty());
    EXPECT_EQ(engine.speak({"chat", "xx"}).take.samples.empty(), false) << "unknown: the voice itself";
}

TEST(Espeak, SpeaksFasterWhenTold) {
    Voice fast = voice_of("en-us", "en");
    fast.speed = 2;
    const TakeRequest request{"A sentence of several words, to be measured.", "en"};
    EXPECT_LT(EspeakEngine(fast).speak(request).take.samples.size(),
              EspeakEngine(voice_of("en-us", "en")).speak(request).take.samples.size() * 3 / 4);
}

TEST(Espeak, RefusesAVoiceThatItDoesNotHave) {
    EXPECT_THROW(EspeakEngine(voice_of("nobody", "en")), InputError);
}

}  // namespace
}  // namespace aloud
