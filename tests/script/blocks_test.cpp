// Each block of Markdown, as it is heard: the Constructs table of the design, row by row.
#include "tests/script/narrated.h"

namespace aloud {
namespace {

using testing::heard;
using testing::left_out;
using testing::pauses;
using testing::script_of;
using testing::Strings;
using Pauses = std::vector<std::pair<int, int>>;

TEST(FrontMatter, IsNeverSpoken) {
    EXPECT_EQ(heard("---\ntitle: T\nauthor: A\ntags: [x]\n---\n\nText.\n"), Strings{"paragraph: Text."});
    EXPECT_EQ(heard("+++\ntitle = \"T\"\n+++\nText.\n"), Strings{"paragraph: Text."});
}

TEST(TitleHeading, IsNotRepeatedBehindAnIntroThatSaysTheTitle) {
    const auto intro = [](Narration& n) { n.intro = "This is {title}."; };
    EXPECT_EQ(heard("# *My* Title!\n\nText.\n", intro), (Strings{"intro: This is My Title!", "paragraph: Text."}));
    EXPECT_EQ(left_out("# *My* Title!\n\nText.\n", intro), Strings{"skipped: My Title!"});
    EXPECT_EQ(heard("# My Title\n\n# My Title\n", intro).back(), "heading: My Title.") << "only the first";
}

TEST(TitleHeading, IsSaidWhereNoIntroSaysIt) {
    EXPECT_EQ(heard("# My Title\n"), Strings{"heading: My Title."});
    // Without a number the sentence that holds the title is dropped.
    EXPECT_EQ(heard("# My Title\n", [](Narration& n) { n.intro = "Hello. Issue {number}: {title}."; }),
              (Strings{"intro: Hello.", "heading: My Title."}));
}

TEST(Headings, AreLinesOfTheirOwnWithPauses) {
    EXPECT_EQ(heard("## News\n### Who?\n"), (Strings{"heading: News.", "heading: Who?"}));
    EXPECT_EQ(pauses("# A\n\n## B\n\n### C\n\n###### D\n"), (Pauses{{1200, 700}, {1200, 700}, {900, 600}, {900, 600}}));
    EXPECT_EQ(pauses("## B\n\n#### D\n",
                     [](Narration& n) {
                         n.pause_heading_before = 1;
                         n.pause_heading_after = 2;
                         n.pause_subheading_before = 3;
                         n.pause_subheading_after = 4;
                     }),
              (Pauses{{1, 2}, {3, 4}}));
}

TEST(Headings, KeepTheirWrittenFormWithoutTheStopThatIsHeard) {
    const Script script = script_of("## What now? And why\n");
    EXPECT_EQ(script.lines.at(0).written(), "What now? And why");
    EXPECT_EQ(script.lines.at(0).spoken(), "What now? And why.");
    EXPECT_EQ(script_of("## 新闻\n").lines.at(0).written(), "新闻");
}

TEST(Headings, BeginChaptersUpToTheDepthOfTheShow) {
    const auto chapters = [](int depth) {
        Strings all;
        for (const Line& line :
             script_of("# A\n\n## B\n\ntext\n\n### C\n\ntext\n", [&](Narration& n) { n.chapter_depth = depth; }).lines)
            all.push_back(line.chapter + (line.starts_chapter ? "*" : ""));
        return all;
    };
    EXPECT_EQ(chapters(2), (Strings{"A*", "B*", "B", "B", "B"}));
    EXPECT_EQ(chapters(3), (Strings{"A*", "B*", "B", "C*", "C"}));
    EXPECT_EQ(chapters(0), (Strings{"", "", "", "", ""}));
}

TEST(Paragraphs, AreDividedIntoSentences) {
    const Script script = script_of("One two. Three U.S. firms, Inc. said 3.5%?! “Four.” Five\nsix.\n");
    ASSERT_EQ(script.lines.size(), 1U);
    Strings sentences;
    for (const Sentence& sentence : script.lines[0].sentences) sentences.push_back(sentence.spoken);
    EXPECT_EQ(sentences, (Strings{"One two.", "Three U.S. firms, Inc. said 3.5%?!", "“Four.”", "Five six."}));
    EXPECT_EQ(script.lines[0].source_line, 1);
    EXPECT_EQ(pauses("a\n\nb\n"), (Pauses{{0, 700}, {0, 700}}));
    EXPECT_EQ(pauses("a\n", [](Narration& n) { n.pause_paragraph = 5; }), (Pauses{{0, 5}}));
}

TEST(Paragraphs, OfChineseAndJapaneseHaveNoSpacesOfTheLinesEnds) {
    const Script script = script_of("第一行\n第二行。第三行。\n");
    EXPECT_EQ(script.lines.at(0).written(), "第一行第二行。第三行。");
}

TEST(LineBreaks, AreHeard) {
    EXPECT_EQ(heard("Roses are red  \nviolets are blue,\\\nso<br>it ends.\n"),
              Strings{"paragraph: Roses are red, violets are blue, so, it ends."});
    EXPECT_EQ(script_of("a  \nb\n").lines.at(0).written(), "a b");
}

TEST(Quotes, LongerThanASentenceAreAnnounced) {
    EXPECT_EQ(heard("> One. Two.\n\nText.\n"), (Strings{"quote: Quote. One. Two. End quote.", "paragraph: Text."}));
    EXPECT_EQ(heard("> One.\n>\n> Two.\n"), (Strings{"quote: Quote. One.", "quote: Two. End quote."}));
    EXPECT_EQ(heard("> One.\n"), Strings{"quote: One."});
    const Script script = script_of("> One. Two.\n");
    EXPECT_EQ(script.lines.at(0).written(), "One. Two.") << "a transcript has its own marks";
    EXPECT_EQ(script.lines.at(0).role, "quote");
}

TEST(Quotes, AreNotAnnouncedWhereTheyHaveAVoiceOrTheShowWantsThemPlain) {
    const auto voiced = [](Narration& n) { n.quote = "joe"; };
    EXPECT_EQ(heard("> One. Two.\n", voiced), Strings{"quote: One. Two."});
    EXPECT_EQ(script_of("> One.\n", voiced).lines.at(0).voice, "joe");
    EXPECT_EQ(heard("> One. Two.\n", [](Narration& n) { n.quotes = "plain"; }), Strings{"quote: One. Two."});
}

TEST(Quotes, WithinQuotesAreOneQuote) {
    EXPECT_EQ(heard("> One.\n>\n> > Two.\n"), (Strings{"quote: Quote. One.", "quote: Two. End quote."}));
}

TEST(Lists, HaveShortPausesAndEndAsAParagraph) {
    EXPECT_EQ(heard("- a\n- b\n"), (Strings{"item: a", "item: b"}));
    EXPECT_EQ(pauses("- a\n- b\n"), (Pauses{{0, 350}, {0, 700}}));
    EXPECT_EQ(pauses("- a\n- b\n", [](Narration& n) { n.pause_item = 20; }), (Pauses{{0, 20}, {0, 700}}));
}

TEST(Lists, SayTheNumbersOfOrderedItems) {
    EXPECT_EQ(heard("3. a\n4. B\n"), (Strings{"item: 3: a", "item: 4: B"}));
    EXPECT_EQ(script_of("1. Alpha beta.\n").lines.at(0).sentences.size(), 1U) << "a number is no sentence";
    EXPECT_EQ(heard("1. a\n\n   more\n\n2. b\n"), (Strings{"item: 1: a", "item: more", "item: 2: b"}));
    EXPECT_EQ(heard("1. - a\n   - b\n"), (Strings{"item: 1: a", "item: b"})) << "an item that begins with a list";
}

TEST(Lists, NestWithALongerPauseOnTheWayBack) {
    const std::string nested = "1. a\n   - b\n   - c\n2. d\n";
    EXPECT_EQ(heard(nested), (Strings{"item: 1: a", "item: b", "item: c", "item: 2: d"}));
    EXPECT_EQ(pauses(nested), (Pauses{{0, 350}, {0, 350}, {0, 700}, {0, 700}}));
}

TEST(Lists, SayWhatIsDoneAndToDo) {
    EXPECT_EQ(heard("- [x] sleep\n- [ ] eat\n"), (Strings{"item: Done: sleep", "item: To do: eat"}));
}

TEST(Tables, AreReadRowByRow) {
    const std::string table = "| Model | Price |\n| --- | --- |\n| A | 1 |\n| B | |\n";
    EXPECT_EQ(heard(table), (Strings{"cell: Model: A; Price: 1.", "cell: Model: B."}));
    EXPECT_EQ(pauses(table), (Pauses{{0, 350}, {0, 700}}));
    EXPECT_EQ(script_of(table).lines.at(1).source_line, 4);
    EXPECT_EQ(left_out("| A | B |\n| - | - |\n| 1 | |\n"), Strings{"table: B"}) << "a column that nothing fills";
    EXPECT_EQ(heard("| A | B |\n| - | - |\n"), Strings{"cell: A; B"});
}

std::string table_of(int columns, int rows) {
    std::string text;
    for (int row = -2; row < rows; ++row) {
        for (int column = 0; column < columns; ++column) text += row == -1 ? "| - " : "| x ";
        text += "|\n";
    }
    return text;
}

TEST(Tables, BeyondSixColumnsOrTwelveRowsAreNamedByTheirSize) {
    EXPECT_EQ(heard(table_of(6, 12)).size(), 12U);
    EXPECT_EQ(heard(table_of(7, 2)), Strings{"note: A table of 7 columns and 2 rows is left out here."});
    EXPECT_EQ(heard(table_of(2, 13)), Strings{"note: A table of 2 columns and 13 rows is left out here."});
    EXPECT_EQ(left_out(table_of(7, 1)), Strings{"table: x x x x x x x x x x x x x x"});
    EXPECT_EQ(heard(table_of(7, 13), [](Narration& n) { n.tables = "read"; }).size(), 13U);
    EXPECT_EQ(heard(table_of(2, 1), [](Narration& n) { n.tables = "skip"; }), Strings{});
    EXPECT_EQ(left_out(table_of(2, 1), [](Narration& n) { n.tables = "skip"; }), Strings{"table: x x x x"});
}

TEST(Tables, PutALinkOfTheirHeaderOnceIntoTheNotes) {
    const Script script = script_of("| [A](https://a.org) |\n| - |\n| 1 |\n| 2 |\n");
    ASSERT_EQ(script.links.size(), 1U);
    EXPECT_EQ(script.links[0].url, "https://a.org");
}

TEST(Code, IsNamedNotRead) {
    const std::string code = "a\n\n```c\nint x = 1;\n```\n\n    int y;\n\nb\n";
    EXPECT_EQ(heard(code), (Strings{"paragraph: a", "note: A code listing is left out here.", "paragraph: b"}))
        << "one note for listings that stand together";
    EXPECT_EQ(left_out(code), (Strings{"code: int x = 1;\n", "code: int y;\n"}));
    EXPECT_EQ(heard(code, [](Narration& n) { n.code = "skip"; }), (Strings{"paragraph: a", "paragraph: b"}));
    EXPECT_EQ(heard("```\none\n\ntwo\n```\n", [](Narration& n) { n.code = "read"; }),
              (Strings{"paragraph: one", "paragraph: two"}));
    EXPECT_EQ(script_of("```\nx\n```\n", [](Narration& n) { n.note = "nina"; }).lines.at(0).voice, "nina");
}

TEST(ThematicBreaks, ArePauses) {
    EXPECT_EQ(pauses("a\n\n---\n\nb\n"), (Pauses{{0, 1600}, {0, 700}}));
    EXPECT_EQ(pauses("a\n\n***\n\nb\n", [](Narration& n) { n.pause_break = 3000; }), (Pauses{{0, 3000}, {0, 700}}));
    EXPECT_EQ(left_out("a\n\n---\n\nb\n"), Strings{"break: "});
}

TEST(SkipRules, LeaveOutParagraphsAndSectionsWithTheirReason) {
    const auto rule = [](Narration& n) { n.skip = {"^As always", "^Sponsor"}; };
    const std::string text =
        "## A\n\nAs always, hello.\n\nText.\n\n## Sponsors\n\nBuy.\n\n- this\n\n### And\n\nthat\n\n## B\n\nEnd.\n";
    EXPECT_EQ(heard(text, rule), (Strings{"heading: A.", "paragraph: Text.", "heading: B.", "paragraph: End."}));
    const Script script = script_of(text, rule);
    EXPECT_EQ(left_out(script), (Strings{"skipped: As always, hello.", "skipped: Sponsors", "skipped: Buy.",
                                         "skipped: this", "skipped: And", "skipped: that"}));
    EXPECT_EQ(script.omissions[0].reason, "skipped by \"^As always\"");
    EXPECT_EQ(script.omissions[2].reason, "skipped by \"^Sponsor\"");
}

TEST(SkipRules, ThatTakeTooLongAreMistakesWithTheirLine) {
    const Strings errors =
        testing::complaints_of("x\n\n" + std::string(60, 'a') + "b\n", [](Narration& n) { n.skip = {"^(a+)+$"}; });
    ASSERT_EQ(errors.size(), 1U);
    EXPECT_NE(errors[0].find("2026-01-02-test.md:3:1"), std::string::npos) << errors[0];
    EXPECT_NE(errors[0].find("(a+)+"), std::string::npos) << errors[0];
}

TEST(Lines, HaveIdsThatStayWhileTheirTextStays) {
    const Script one = script_of("First.\n\nSecond.\n\nSecond.\n");
    const Script two = script_of("New.\n\nFirst.\n\nSecond.\n\nSecond.\n");
    EXPECT_EQ(one.lines.at(0).id, two.lines.at(1).id);
    EXPECT_EQ(one.lines.at(2).id, two.lines.at(3).id);
    EXPECT_NE(one.lines.at(1).id, one.lines.at(2).id) << "the same text twice";
    EXPECT_EQ(one.lines.at(0).id.size(), 12U);
}

TEST(Lines, OfRolesHaveTheShowsVoices) {
    const Script script = script_of("## H\n\ntext\n", [](Narration& n) { n.heading = "hanna"; });
    EXPECT_EQ(script.lines.at(0).voice, "hanna");
    EXPECT_EQ(script.lines.at(1).voice, "");
}

}  // namespace
}  // namespace aloud
