#include "speech/neural/words.h"

#include <gtest/gtest.h>

#include "lib/icu/text.h"

namespace aloud {
namespace {

/// Words as "before|text|after", a space between; "+" where none stood before the word.
std::string shown(std::string_view text) {
    std::string out;
    for (const SpokenWord& word : spoken_words(text)) {
        if (!out.empty()) out += ' ';
        if (word.joined) out += '+';
        for (const char32_t c : word.before) out += to_utf8(c);
        out += "|" + word.text + "|";
        for (const char32_t c : word.after) out += to_utf8(c);
    }
    return out;
}

TEST(SpokenWords, KeepPunctuationBesideTheWord) {
    EXPECT_EQ(shown("Well, it works!"), "|Well|, |it| |works|!");
    EXPECT_EQ(shown("He said: \"Go (now)!\""), "|He| |said|: “|Go| (|now|)!”");
    EXPECT_EQ(shown("one — two"), "|one|— |two|");
    EXPECT_EQ(shown("one--two and three - four"), "|one|— +|two| |and| |three|— |four|");
    EXPECT_EQ(shown("wait... what"), "|wait|… |what|");
}

TEST(SpokenWords, LeaveWhatBelongsToTheWord) {
    EXPECT_EQ(shown("It's 3.5% of U.S. GDP."), "|It's| |3.5%| |of| |U.S.| |GDP|.");
    EXPECT_EQ(shown("a well-known $5 name's"), "|a| |well-known| |$5| |name's|");
    EXPECT_EQ(shown("the 'best' one"), "|the| |best| |one|");
}

TEST(SpokenWords, KnowTheirPlaceInBytes) {
    const auto words = spoken_words("é “café” bar");
    ASSERT_EQ(words.size(), 3u);
    EXPECT_EQ(words[0].place, 0u);
    EXPECT_EQ(words[1].place, 6u);
    EXPECT_EQ(words[2].place, 15u);
}

TEST(SpokenWords, WriteOtherScriptsInLatin) {
    EXPECT_EQ(shown("Москва"), "|Moskva|");
    EXPECT_EQ(shown("你好。"), "|ni hao|.");
    EXPECT_EQ(shown("Beyoncé"), "|Beyoncé|");
}

TEST(SpokenWords, AreNoneWithoutLetters) {
    EXPECT_EQ(shown(""), "");
    EXPECT_EQ(shown(" … — !? \"\" "), "");
}

TEST(SpokenWords, AreNeverLongerThanTheRulesCanRead) {
    const auto words = spoken_words(std::string(5000, 'a'));
    ASSERT_EQ(words.size(), 50u);
    for (const SpokenWord& word : words) EXPECT_EQ(word.text.size(), 100u);
}

}  // namespace
}  // namespace aloud
