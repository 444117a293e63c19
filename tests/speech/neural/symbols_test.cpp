#include "speech/neural/symbols.h"

#include <gtest/gtest.h>

#include "lib/icu/text.h"
#include "util/error.h"

namespace aloud {
namespace {

/// The sounds of American English, as the models write them.
const std::set<char32_t>& american() {
    static const std::u32string_view all = U" .,AIOWYTbdfhijklmnpstuvwzæðŋɑɔəɛɜɡɪɹʃʊʌʒʤʧˈˌθᵊ";
    static const std::set<char32_t> known(all.begin(), all.end());
    return known;
}

std::string converted(std::string_view ipa, Unknown unknown = Unknown::refuse) {
    std::string out;
    for (const char32_t c : model_symbols(ipa, american(), unknown)) out += to_utf8(c);
    return out;
}

TEST(Symbols, WriteDiphthongsAndAffricatesAsOneLetter) {
    EXPECT_EQ(converted("həˈloʊ"), "həˈlO");
    EXPECT_EQ(converted("dʒˈɔɪ tʃˈaɪld nˈaʊ dˈeɪ"), "ʤˈY ʧˈIld nˈW dˈA");
    EXPECT_EQ(converted("fˈaɪɚ"), "fˈIəɹ");
}

TEST(Symbols, DropWhatOnlyRefines) {
    EXPECT_EQ(converted("wˈɜːld"), "wˈɜɹld");
    EXPECT_EQ(converted("bˈʌʔn̩"), "bˈʌtᵊn");
    EXPECT_EQ(converted("t͡ʃɪ̃"), "ʧɪ");
    EXPECT_EQ(converted("fˈoːɹ"), "fˈɔɹ");
}

TEST(Symbols, KeepTheModelsOwn) {
    EXPECT_EQ(converted("ˈOlwAz"), "ˈOlwAz");
}

TEST(Symbols, TakeTheNearestForSoundsThatEnglishLacks) {
    EXPECT_EQ(converted("bax ɲam ʁy"), "bɑk njɑm ɹu");
}

TEST(Symbols, RefuseOrDropWhatHasNoNeighbour) {
    EXPECT_EQ(converted("kǂa", Unknown::drop), "kɑ");
    try {
        converted("kǂa");
        FAIL();
    } catch (const InputError& error) {
        EXPECT_STREQ(error.what(), "the voice has no sound for \"ǂ\" (U+01C2)");
    }
}

}  // namespace
}  // namespace aloud
