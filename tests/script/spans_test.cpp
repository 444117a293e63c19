// What stands inside a block: the Constructs table of the design, row by row.
#include "tests/script/narrated.h"

namespace aloud {
namespace {

using testing::heard;
using testing::left_out;
using testing::script_of;
using testing::Setting;
using testing::Strings;

/// What is heard of one paragraph.
std::string said(std::string_view markdown, const Setting& setting = {}) {
    const Script script = script_of(markdown, setting);
    EXPECT_EQ(script.lines.size(), 1U) << markdown;
    return script.lines.empty() ? "" : script.lines[0].spoken();
}

TEST(Emphasis, AndCodeAreTheirWords) {
    EXPECT_EQ(said("*a* **b** ***c*** _d_ `e f` x\\_y &amp; &lt;"), "a b c d e f x_y & <");
}

TEST(UnseenCharacters, SayNothing) {
    EXPECT_EQ(said("soft\u00ADhyphen, zero\u200Bwidth, no\u00A0break"), "softhyphen, zerowidth, no break");
}

TEST(Struck, IsTakenBack) {
    EXPECT_EQ(said("It costs ~~ten~~ nine."), "It costs nine.");
    EXPECT_EQ(left_out("It costs ~~ten~~ nine."), Strings{"struck: ten"});
    EXPECT_EQ(said("It costs ~~ten~~ nine.", [](Narration& n) { n.struck = "read"; }), "It costs ten nine.");
}

TEST(Links, AreTheirLabelAndGoToTheNotes) {
    const Script script =
        script_of("One. Read [the *new* paper](https://a.org/x \"title\") now.\n\n[And][b].\n\n[b]: https://b.org\n");
    EXPECT_EQ(heard(script), (Strings{"paragraph: One. Read the new paper now.", "paragraph: And."}));
    ASSERT_EQ(script.links.size(), 2U);
    EXPECT_EQ(script.links[0].text, "the new paper");
    EXPECT_EQ(script.links[0].url, "https://a.org/x");
    EXPECT_EQ(script.links[0].line, 0U);
    EXPECT_EQ(script.links[0].sentence, 1U) << "the sentence in which it is heard";
    EXPECT_EQ(script.links[1].source_line, 3);
    EXPECT_EQ(script.links[1].line, 1U);
}

TEST(Links, WithoutADefinitionAreTheirLabelAndAnOmission) {
    EXPECT_EQ(said("See [the paper][nowhere]."), "See the paper.");
    EXPECT_EQ(left_out("See [the paper][nowhere]."), Strings{"reference: the paper"});
    EXPECT_EQ(said("For [the paper][no\nwhere]: it is."), "For the paper: it is.") << "this defines nothing";
}

TEST(Links, AreDefinedBehindATemplateTagOnALineOfItsOwn) {
    EXPECT_EQ(heard("Read [it][x].\n\n{% include references.md %}\n[x]: https://x.org\n"),
              Strings{"paragraph: Read it."});
    EXPECT_EQ(heard("Read [it][x].\n{:.center}\n[x]: https://x.org\n"), Strings{"paragraph: Read it."});
}

TEST(Addresses, AreSaidInShort) {
    EXPECT_EQ(said("See https://www.example.com/a/b?c=d."), "See link to example dot com.");
    EXPECT_EQ(said("See (www.example.com/x) and HTTP://Example.org!"),
              "See (link to example dot com) and link to Example dot org!");
    EXPECT_EQ(said("Write to <some.one@example.com>."), "Write to some dot one at example dot com.");
    EXPECT_EQ(said("Write to someone@example.com, please."), "Write to someone at example dot com, please.");
    EXPECT_EQ(said("[https://example.com/very/long](https://example.com/very/long)"), "link to example dot com");
    EXPECT_EQ(said("@someone on Twitter, 5 @ 3"), "@someone on Twitter, 5 @ 3");
    EXPECT_EQ(script_of("See https://example.com/a.").lines.at(0).written(), "See https://example.com/a.");
}

TEST(Addresses, EndWhereChineseGoesOn) {
    EXPECT_EQ(said("见https://example.com/a。下一句。"), "jian link to example dot com。xia yi ju。");
}

TEST(Addresses, CanBeSkippedOrSaidInFull) {
    const auto skip = [](Narration& n) { n.urls = "skip"; };
    EXPECT_EQ(said("See https://a.org/b for it.", skip), "See for it.");
    EXPECT_EQ(left_out("See https://a.org/b for it.", skip), Strings{"url: https://a.org/b"});
    EXPECT_EQ(said("See https://a.org/b-c?x=1#y.", [](Narration& n) { n.urls = "full"; }),
              "See a dot org slash b dash c question mark x equals 1 hash y.");
}

TEST(Images, AreTheirDescription) {
    EXPECT_EQ(said("![A red car](x.png)"), "Image: A red car.");
    EXPECT_EQ(said("Look: ![A car](x.png) and go."), "Look: Image: A car. and go.");
    for (const char* image : {"![](x.png)", "![IMG_2041.png](x.png)", "![screenshot-2](x.png)", "![image](x.png)"})
        EXPECT_EQ(heard(image), Strings{}) << image;
    EXPECT_EQ(left_out("![](pics/x.png)\n\n![chart.JPEG](y)"), (Strings{"image: pics/x.png", "image: chart.JPEG"}));
    EXPECT_EQ(left_out("![A car](x.png)", [](Narration& n) { n.images = "skip"; }), Strings{"image: A car"});
    EXPECT_EQ(heard("![A car](x.png)", [](Narration& n) { n.images = "skip"; }), Strings{});
}

const char* const noted = "One[^b]. Two[^a].\n\n[^a]: Note A.\n\n[^b]: Note **B**.\n\n    - more\n";

TEST(Footnotes, StandInTheShowNotes) {
    EXPECT_EQ(heard(noted), Strings{"paragraph: One. Two."});
    EXPECT_EQ(left_out(noted), (Strings{"footnote: Note B. more", "footnote: Note A."}));
}

TEST(Footnotes, CanBeSaidWhereTheyAreMet) {
    const auto in_line = [](Narration& n) { n.footnotes = "inline"; };
    EXPECT_EQ(heard(std::string(noted) + "\nEnd.\n", in_line),
              (Strings{"paragraph: One. Two.", "note: Footnote: Note B.", "item: more", "note: Footnote: Note A.",
                       "paragraph: End."}));
    EXPECT_EQ(left_out(noted, in_line), Strings{});
    EXPECT_EQ(script_of(noted, in_line).lines.at(1).written(), "Note B.");
    EXPECT_EQ(script_of(noted, in_line).lines.at(2).role, "note");
    EXPECT_EQ(heard("## H[^1]\n\n[^1]: N.\n", in_line), (Strings{"heading: H.", "note: Footnote: N."}));
    EXPECT_EQ(heard("| A[^1] |\n| - |\n| x[^1] |\n\n[^1]: N.\n", in_line),
              (Strings{"cell: A: x.", "note: Footnote: N."}));
    EXPECT_EQ(heard("- a[^1]\n- b\n\n[^1]: N.\n", in_line), (Strings{"item: a", "note: Footnote: N.", "item: b"}));
}

TEST(Footnotes, CanBeSaidAtTheEndInTheirOrder) {
    const auto end = [](Narration& n) { n.footnotes = "end"; };
    EXPECT_EQ(heard(std::string(noted) + "\nEnd.\n", end),
              (Strings{"paragraph: One. Two.", "paragraph: End.", "note: Notes.", "note: Note B.", "item: more",
                       "note: Note A."}));
    std::string many, notes;
    for (int i = 1; i <= 10; ++i) {
        many += "x[^" + std::to_string(i) + "] ";
        notes += "\n[^" + std::to_string(i) + "]: note " + std::to_string(i) + "\n";
    }
    const Strings all = heard(many + "\n" + notes, end);
    ASSERT_EQ(all.size(), 12U);
    EXPECT_EQ(all[3], "note: note 2");
    EXPECT_EQ(all[11], "note: note 10");
}

TEST(Footnotes, WithNotesOnNotesEnd) {
    const std::string ring = "x[^a]\n\n[^a]: A[^b].\n\n[^b]: B[^a].\n";
    EXPECT_EQ(heard(ring, [](Narration& n) { n.footnotes = "inline"; }),
              (Strings{"paragraph: x", "note: Footnote: A.", "note: Footnote: B."}));
}

TEST(Residue, OfNoteMarksIsLeftOut) {
    const std::vector<std::pair<std::string, std::string>> marks = {
        {"several US tech writers.1 After that.", "1"},
        {"so they say.12 Then", "12"},
        {"He said “no.”3 Then", "3"},
        {"the market.³ Then", "³"},
        {"the market¹² then", "¹²"},
        {"text[^7] here", "[^7]"},
        {"the *very end*.4 Then", "4"},
        {"*These are weekly", "*"},
        {"the price* is", "*"},
        {"the price.† Then", "†"},
    };
    for (const auto& [text, mark] : marks) EXPECT_EQ(left_out(text), Strings{"reference: " + mark}) << text;
    EXPECT_EQ(said("several writers.1 After that."), "several writers. After that.");
    EXPECT_EQ(said("*These are weekly"), "These are weekly");
    EXPECT_EQ(said("**Wallet：**after"), "Wallet：after") << "Markdown's rules leave these asterisks as text";
}

TEST(Residue, IsNotWhatOnlyLooksLikeIt) {
    for (const char* text : {"version 2.0 is", "GPT-4.1 Is", "v1.2 The", "Fig.1 Shows", "No.5 The", "3.5 Sonnet",
                             "10 m² of", "10³ of", "E = mc²", "3 * 4 = 12", "2**3", "the A* search", "$5.1 Then",
                             "U.S.1 x", "H20 and 910C.", "at 9.30 Then", "Web3."})
        EXPECT_EQ(left_out(text), Strings{}) << text;
}

TEST(Formulas, ByPandocsRuleAreLeftOut) {
    EXPECT_EQ(left_out("Let $x^2 + y$ be."), Strings{"math: $x^2 + y$"});
    EXPECT_EQ(said("Let $x^2 + y$ be."), "Let be.");
    EXPECT_EQ(left_out("a\n\n$$\nx\n$$\n\nb\n"), Strings{"math: $$\nx\n$$"});
    for (const char* money : {"between $5 and $6 each", "$5-$6", "US$3m, $2.5B", "a $ b $ c", "\\$x\\$"})
        EXPECT_EQ(left_out(money), Strings{}) << money;
    EXPECT_EQ(said("between $5 and $6 each"), "between $5 and $6 each");
}

TEST(Emoji, AndOrnamentsAreLeftOut) {
    EXPECT_EQ(said("Great news 🎉🎉 today ★★★ ▶ ── yes"), "Great news today yes");
    EXPECT_EQ(left_out("Great 🎉🎉 ★★★ 👩‍💻 🇨🇳 👍🏽"),
              (Strings{"emoji: 🎉🎉", "emoji: ★★★", "emoji: 👩‍💻", "emoji: 🇨🇳", "emoji: 👍🏽"}));
    EXPECT_EQ(said("20 °C → 5 × 3 © 2025 ™ № 5"), "20 °C → 5 × 3 © 2025 ™ № 5") << "signs are no ornaments";
    EXPECT_EQ(heard("🎉\n"), Strings{});
}

TEST(Emoji, ThatStandForAWordInAListOrTableAreNamed) {
    EXPECT_EQ(heard("| OS | Works |\n| - | - |\n| A | ✅ |\n| B | ✗ |\n"),
              (Strings{"cell: OS: A; Works: white heavy check mark.", "cell: OS: B; Works: ballot x."}));
    EXPECT_EQ(heard("| 🍎 | B |\n| - | - |\n| 1 | 2 |\n"), Strings{"cell: red apple: 1; B: 2."});
    EXPECT_EQ(heard("- 🍎\n- 🍎 apples\n"), (Strings{"item: red apple", "item: apples"}));
    const auto names = [](Narration& n) { n.emoji = "names"; };
    EXPECT_EQ(said("Go 🎉 now 🇨🇳 ★", names), "Go party popper now flag of China");
}

TEST(Templates, AreNeverSpoken) {
    EXPECT_EQ(said("a {% include x.md q=\"y\" %} b {{ site.name }} c"), "a b c");
    EXPECT_EQ(left_out("a {% x %}\n\n{{ y }}\n\ntext\n{:.center}\n"),
              (Strings{"markup: {% x %}", "markup: {{ y }}", "markup: {:.center}"}));
    EXPECT_EQ(said("`{{ x }}`"), "{{ x }}") << "code is code";
    EXPECT_EQ(heard("a\n\n{% include x.md\n\n  q=\"Why?\"\n\n  a=\"So.\"\n%}\n\nb\n"),
              (Strings{"paragraph: a", "paragraph: b"}));
    EXPECT_EQ(heard("a {% b\n\nc {% d %} e\n"), (Strings{"paragraph: a {% b", "paragraph: c e"})) << "never closed";
}

TEST(Chinese, BehindItsNameInBracketsIsSaidOnce) {
    const Script script = script_of("Apps such as **Xiaohongshu** (小红书) and WeChat（微信）grew.");
    EXPECT_EQ(script.lines.at(0).spoken(), "Apps such as Xiaohongshu and WeChat grew.");
    EXPECT_EQ(script.lines.at(0).written(), "Apps such as Xiaohongshu (小红书) and WeChat（微信）grew.");
    EXPECT_EQ(said("the *China Daily* (《中国日报》), a paper"), "the China Daily, a paper");
}

TEST(Chinese, IsReadAsPinyinWithoutAVoiceForIt) {
    EXPECT_EQ(said("The word 中国 means"), "The word zhong guo means");
    EXPECT_EQ(said("See (小红书 app)."), "See (xiao hong shu app).");
}

TEST(Chinese, LinesGoToTheVoiceForIt) {
    const Script script = script_of("今天天气很好。\n\nEnglish.\n", [](Narration& n) {
        n.languages = {{"zh", "mei"}};
    });
    EXPECT_EQ(script.lines.at(0).voice, "mei");
    EXPECT_EQ(script.lines.at(0).language, "zh");
    EXPECT_EQ(script.lines.at(0).spoken(), "今天天气很好。");
    EXPECT_EQ(script.lines.at(1).voice, "");
}

}  // namespace
}  // namespace aloud
