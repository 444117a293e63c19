// What an author tells the narrator in comments.
#include <fstream>

#include "script/directives.h"
#include "tests/script/narrated.h"
#include "tests/support/temp_folder.h"

namespace aloud {
namespace {

using testing::complaints_of;
using testing::heard;
using testing::left_out;
using testing::script_of;
using testing::Strings;

TEST(SkipDirective, LeavesOutUpToItsEnd) {
    const std::string text =
        "a\n\n<!-- aloud: skip -->\n\n## B\n\nc\n\n- d\n\n> e\n\n<!-- x -->\n\n<!-- aloud: end -->\n\nf\n";
    EXPECT_EQ(heard(text), (Strings{"paragraph: a", "paragraph: f"}));
    EXPECT_EQ(left_out(text), (Strings{"skipped: B", "skipped: c", "skipped: d", "skipped: e", "comment: x"}));
    EXPECT_EQ(script_of(text).omissions.at(0).reason, "skipped by a directive");
}

TEST(SkipDirective, InAListKeepsTheNumbers) {
    EXPECT_EQ(heard("1. a\n\n   <!-- aloud: skip -->\n\n   - x\n\n   <!-- aloud: end -->\n\n2. b\n"),
              (Strings{"item: 1: a", "item: 2: b"}));
    EXPECT_EQ(heard("> a\n>\n> <!-- aloud: skip -->\n>\n> > x\n>\n> <!-- aloud: end -->\n>\n> b\n\nc\n"),
              (Strings{"quote: Quote. a", "quote: b End quote.", "paragraph: c"}));
}

TEST(OnlyDirective, SpeaksWhatIsNotShown) {
    EXPECT_EQ(heard("a\n\n<!-- aloud: only Dear listener,\nhello. -->\n\nb\n"),
              (Strings{"paragraph: a", "paragraph: Dear listener, hello.", "paragraph: b"}));
    EXPECT_EQ(heard("<!-- aloud: only -->\n\nDear *listener*.\n\n<!-- aloud: end -->\n\nb\n"),
              (Strings{"paragraph: Dear listener.", "paragraph: b"}));
}

TEST(SayDirective, SpeaksInsteadOfTheNextBlock) {
    const std::string table = "<!-- aloud: say \"Sales went up.\" -->\n\n| a | b |\n| - | - |\n| 1 | 2 |\n\nEnd.\n";
    EXPECT_EQ(heard(table), (Strings{"paragraph: Sales went up.", "paragraph: End."}));
    EXPECT_EQ(left_out(table), Strings{"skipped: a b 1 2"});
    EXPECT_EQ(heard("<!-- aloud: say “Hi.” -->\n\n- a\n- b\n\nc\n"), (Strings{"paragraph: Hi.", "paragraph: c"}));
}

TEST(SayDirective, KeepsAHeadingsChapter) {
    const Script script = script_of("<!-- aloud: say \"Chapter the first\" -->\n\n## 1st\n\ntext\n");
    EXPECT_EQ(heard(script), (Strings{"heading: Chapter the first.", "paragraph: text"}));
    EXPECT_EQ(script.lines.at(1).chapter, "Chapter the first");
    EXPECT_EQ(script.lines.at(0).pause_before_ms, 1200);
}

TEST(VoiceDirective, IsForTheNextLine) {
    const Script script = script_of("<!-- aloud: voice joe -->\n\na\n\nb\n");
    EXPECT_EQ(script.lines.at(0).voice, "joe");
    EXPECT_EQ(script.lines.at(1).voice, "");
}

TEST(PauseDirective, SetsThePauseInItsPlace) {
    EXPECT_EQ(testing::pauses("a\n\n<!-- aloud: pause 2.5s -->\n\nb\n"),
              (std::vector<std::pair<int, int>>{{0, 2500}, {0, 700}}));
    EXPECT_EQ(testing::pauses("<!-- aloud: pause 500 ms -->\n\nb\n"), (std::vector<std::pair<int, int>>{{500, 700}}));
}

TEST(ChapterDirective, BeginsAChapter) {
    const Script script =
        script_of("a\n\n<!-- aloud: chapter \"Two\" -->\n\nb\n\n<!-- aloud: chapter \"Three\" -->\n\n## H\n\nc\n");
    EXPECT_EQ(script.lines.at(0).chapter, "");
    EXPECT_EQ(script.lines.at(1).chapter, "Two");
    EXPECT_TRUE(script.lines.at(1).starts_chapter);
    EXPECT_EQ(script.lines.at(2).spoken(), "H.");
    EXPECT_EQ(script.lines.at(2).chapter, "Three") << "the author's name wins over the heading's";
    EXPECT_EQ(script.lines.at(3).chapter, "Three");
    EXPECT_FALSE(script.lines.at(3).starts_chapter);
}

TEST(SoundDirective, PlaysAFileBesideTheIssueOrInPlaceOfALine) {
    const testing::TempFolder folder;
    std::ofstream(folder.path() / "bell.wav") << "x";
    const std::string file = (folder.path() / "2026-01-02-test.md").string();
    const Script script = script_of(
        "a\n\n<!-- aloud: sound bell.wav -->\n\nb\n\n<!-- aloud: say \"I said.\" -->\n"
        "<!-- aloud: sound bell.wav -->\n\nc\n",
        {}, file);
    ASSERT_EQ(script.lines.size(), 4U);
    EXPECT_EQ(script.lines[1].sound, "bell.wav");
    EXPECT_TRUE(script.lines[1].sentences.empty());
    EXPECT_FALSE(script.lines[2].sound);
    EXPECT_EQ(script.lines[3].sound, "bell.wav");
    EXPECT_EQ(script.lines[3].spoken(), "I said.");
}

TEST(Directives, ThatAreWrongAreErrorsWithTheirPlace) {
    const std::vector<std::pair<std::string, std::string>> wrong = {
        {"a\n\n<!-- aloud: skp -->\n", "2026-01-02-test.md:3:1: unknown directive \"skp\"; did you mean \"skip\"?"},
        {"<!-- aloud: whatever -->\n", ":1:1: unknown directive \"whatever\"; known are"},
        {"a\n\n<!-- aloud: skip -->\n\nb\n", ":3:1: the directive \"skip\" is not closed"},
        {"<!-- aloud: only -->\n\nb\n", ":1:1: the directive \"only\" is not closed"},
        {"a\n\n<!-- aloud: end -->\n", ":3:1: \"end\" closes nothing"},
        {"<!-- aloud: skip -->\n\n<!-- aloud: skip -->\n\n<!-- aloud: end -->\n",
         ":3:1: the directive before this one is"},
        {"a\n\n<!-- aloud: say \"x\" -->\n", ":3:1: the directive \"say\" has no block after it"},
        {"<!-- aloud: say \"x\" -->\n\n<!-- aloud: say \"y\" -->\n\na\n",
         ":3:1: the directive \"say\" before this one"},
        {"<!-- aloud: say hello -->\n\na\n", ":1:1: write it as: say \"…\""},
        {"a\n\n<!-- aloud: voice joe -->\n", ":3:1: the directive \"voice\" has nothing after it"},
        {"<!-- aloud: voice -->\n\na\n", ":1:1: \"voice\" names nothing"},
        {"a\n\n<!-- aloud: chapter \"x\" -->\n", ":3:1: the directive \"chapter\" has nothing after it"},
        {"a\n\n<!-- aloud: pause 2 -->\n", ":3:1: write a pause as 2s or 500ms"},
        {"a\n\n<!-- aloud: pause -1s -->\n", ":3:1: write a pause as 2s or 500ms"},
        {"<!-- aloud: sound nothere.wav -->\n", ":1:1: sound nothere.wav is not there"},
        {"<!-- aloud: sound ../x.wav -->\n", ":1:1: sound ../x.wav: the file must lie beside the issue"},
        {"<!-- aloud: skip now -->\n", ":1:1: \"skip\" takes nothing after it"},
        {"text <!-- aloud: skip --> text\n", ":1:1: a directive must stand on a line of its own"},
    };
    for (const auto& [text, message] : wrong) {
        const Strings errors = complaints_of(text);
        ASSERT_FALSE(errors.empty()) << text;
        EXPECT_NE(errors.front().find(message), std::string::npos) << text << "\n" << errors.front();
    }
}

}  // namespace
}  // namespace aloud
