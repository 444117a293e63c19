#include "speech/neural/pronunciation.h"

#include <gtest/gtest.h>

#include "lib/icu/text.h"
#include "speech/neural/align.h"
#include "speech/neural/rule_pronouncer.h"
#include "util/error.h"
#include "util/text.h"

namespace aloud {
namespace {

std::set<char32_t> known() {
    const std::u32string_view all = U" ;:,.!?—…()“”AIOWYTbdfhijklmnpstuvwzæðŋɑɔəɛɜɡɪɹʃʊʌʒʤʧˈˌθᵊ";
    return {all.begin(), all.end()};
}

std::string utf8(std::u32string_view symbols) {
    std::string out;
    for (const char32_t c : symbols) out += to_utf8(c);
    return out;
}

Pronunciation pronounced(const std::string& text, std::vector<GivenIpa> ipa = {}) {
    return RulePronouncer("en-us", known()).pronounce({text, "en", std::move(ipa)});
}

/// What each mark says: the text from a word on, and its sounds.
std::vector<std::string> marks(const std::string& text) {
    const Pronunciation p = pronounced(text);
    std::vector<std::string> out;
    for (std::size_t i = 0; i < p.words.size(); ++i) {
        const std::size_t end = i + 1 < p.words.size() ? p.words[i + 1].symbol : p.symbols.size();
        const std::string sounds =
            utf8(std::u32string_view(p.symbols).substr(p.words[i].symbol, end - p.words[i].symbol));
        const std::string rest = text.substr(p.words[i].place);
        out.push_back(rest.substr(0, rest.find(' ')) + " " + std::string(trim(sounds)));
    }
    return out;
}

TEST(RulePronouncer, KeepsPunctuationForTheIntonation) {
    EXPECT_EQ(utf8(pronounced("Hello, \"world\"!").symbols), "həlˈO, “wˈɜɹld”!");
    EXPECT_EQ(utf8(pronounced("Is it (so)? No.").symbols), "ɪz ɪt (sˈO)? nˈO.");
}

TEST(RulePronouncer, FindsWordsThatRunTogetherAndWordsThatAreSeveral) {
    EXPECT_EQ(marks("of the people"), (std::vector<std::string>{"of ʌv", "the ðə", "people pˈipəl"}));
    EXPECT_EQ(marks("of the 100 foxes"),
              (std::vector<std::string>{"of ʌv", "the ðə", "100 wˈʌnhˈʌndɹɪd", "foxes fˈɑksɪz"}));
}

TEST(RulePronouncer, TakesTheAuthorsIpaAsItIs) {
    EXPECT_EQ(utf8(pronounced("Say Nguyen, please.", {{4, 6, "wɪn"}}).symbols), "sˈA wɪn, plˈiz.");
    EXPECT_EQ(utf8(pronounced("New York now", {{0, 8, "nuˈjɔɹk"}}).symbols), "nuˈjɔɹk nˈW");
    EXPECT_EQ(utf8(pronounced("...", {{0, 3, "ʃ"}}).symbols), "ʃ");
    EXPECT_THROW(pronounced("Xhosa", {{0, 5, "ǁɔsɑ"}}), InputError);
}

TEST(RulePronouncer, GivesNothingForATextWithoutWords) {
    EXPECT_TRUE(pronounced("").symbols.empty());
    EXPECT_TRUE(pronounced("… — !").symbols.empty());
}

TEST(RulePronouncer, ReadsOtherScriptsBySound) {
    EXPECT_EQ(utf8(pronounced("Москва").symbols), utf8(pronounced("Moskva").symbols));
    EXPECT_FALSE(pronounced("你好").symbols.empty());
}

TEST(AlignWords, SharesAClauseOutAmongItsWords) {
    EXPECT_EQ(align_words({U"ʌv", U"ðə", U"hˈWs"}, U"ʌvðə hˈWs"), (std::vector<std::size_t>{0, 2, 5}));
    EXPECT_EQ(align_words({U"ˈA", U"bˈɔl"}, U"ə bˈɔl"), (std::vector<std::size_t>{0, 2}));
    EXPECT_EQ(align_words({}, U""), std::vector<std::size_t>());
}

TEST(Divide, CutsAtAClauseElseAtAWordElseAnywhere) {
    const auto cut = [](std::u32string symbols, std::size_t limit) {
        std::vector<std::string> out;
        for (const Pronunciation& piece : divide({std::move(symbols), {}}, limit)) out.push_back(utf8(piece.symbols));
        return out;
    };
    EXPECT_EQ(cut(U"abc", 5), std::vector<std::string>{"abc"});
    EXPECT_EQ(cut(U"aa bb, cc dd", 8), (std::vector<std::string>{"aa bb,", "cc dd"}));
    EXPECT_EQ(cut(U"aa bb cc", 7), (std::vector<std::string>{"aa bb ", "cc"}));
    EXPECT_EQ(cut(U"aaaaaaa", 3), (std::vector<std::string>{"aaa", "aaa", "a"}));
}

TEST(Divide, KeepsTheWordsPlaces) {
    const auto pieces = divide({U"aa bb, cc", {{0, 0}, {10, 3}, {20, 7}}}, 6);
    ASSERT_EQ(pieces.size(), 2u);
    EXPECT_EQ(pieces[1].words.size(), 1u);
    EXPECT_EQ(pieces[1].words[0].place, 20u);
    EXPECT_EQ(pieces[1].words[0].symbol, 0u);
}

}  // namespace
}  // namespace aloud
