// Mistakes in the input: told with their place, all in one run, before anything is spoken.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/e2e/letter.h"
#include "tests/support/loopback.h"
#include "util/text.h"

namespace aloud {
namespace {

using testing::Finished;
using ::testing::HasSubstr;
using testing::Letter;
using testing::slurp;
using testing::SpeechServer;

/// What a build says about a letter that must be refused; the paths as they are from the show's folder.
std::string refusal(const Letter& letter) {
    const Finished built = letter.build();
    EXPECT_EQ(built.code, 2) << built.out << built.err;
    EXPECT_FALSE(std::filesystem::exists(letter.root() / ".aloud/takes")) << "something was spoken";
    EXPECT_TRUE(letter.site_files().empty());
    return replace_all(built.err, letter.show().string() + "/", "");
}

std::string refusal_of_show(const std::string& from, const std::string& to) {
    const Letter letter;
    letter.three_issues();
    const std::string before = slurp(letter.show() / "show.toml"), after = replace_all(before, from, to);
    EXPECT_NE(before, after);
    letter.file("show.toml", after);
    return refusal(letter);
}

std::string refusal_of_issue(const std::string& text) {
    const Letter letter;
    letter.three_issues();
    letter.issue("2026-04-05-bad.md", text);
    return refusal(letter);
}

TEST(BadShow, UnknownKey) {
    EXPECT_THAT(refusal_of_show("author =", "auhtor ="), HasSubstr("show.toml:4:1: unknown key \"auhtor\""));
    EXPECT_THAT(refusal_of_show("author =", "auhtor ="), HasSubstr("did you mean \"author\"?"));
}

TEST(BadShow, WrongType) {
    EXPECT_THAT(refusal_of_show("explicit = false", "explicit = \"no\""),
                HasSubstr("show.toml:8:1: \"explicit\" must"));
}

TEST(BadShow, NoToml) {
    EXPECT_THAT(refusal_of_show("title = \"The", "title = \"The\n"), HasSubstr("show.toml:1:"));
}

TEST(BadShow, MissingVoice) {
    EXPECT_THAT(refusal_of_show("explicit = false", "explicit = false\nnarration.voice = \"robbin\""),
                HasSubstr("show.toml:9:11: voice \"robbin\" is not in voices/; did you mean \"robin\"?"));
}

TEST(BadShow, MissingCover) {
    EXPECT_THAT(refusal_of_show("cover.jpg", "missing.jpg"), HasSubstr("show.toml:9:1: "));
    EXPECT_THAT(refusal_of_show("cover.jpg", "missing.jpg"), HasSubstr("missing.jpg"));
}

TEST(BadIssue, ThatCannotBeRead) {
    const Letter letter;
    letter.three_issues();
    std::filesystem::create_symlink("nowhere", letter.show() / "issues/2026-04-05-dangling.md");
    std::filesystem::create_directory(letter.show() / "issues/2026-04-06-folder.md");
    const std::string said = refusal(letter);
    EXPECT_THAT(said, HasSubstr("issues/2026-04-05-dangling.md: "));
    EXPECT_THAT(said, HasSubstr("issues/2026-04-06-folder.md: "));
}

TEST(BadIssue, InvalidUtf8) {
    EXPECT_THAT(refusal_of_issue("Fine.\n\nNot \xFF fine.\n"), HasSubstr("issues/2026-04-05-bad.md:3:5: "));
}

TEST(BadIssue, BrokenFrontMatter) {
    EXPECT_THAT(refusal_of_issue("---\ntitle: [unclosed\n---\n\nText.\n"), HasSubstr("issues/2026-04-05-bad.md:"));
    EXPECT_THAT(refusal_of_issue("---\ntitle: \"a\" b\n---\n\nText.\n"), HasSubstr("issues/2026-04-05-bad.md:2:"));
    EXPECT_THAT(refusal_of_issue("+++\ntitle = \n+++\n\nText.\n"), HasSubstr("issues/2026-04-05-bad.md:2:"));
    EXPECT_THAT(refusal_of_issue("---\ntitle: Never closed\n\nText.\n"), HasSubstr("issues/2026-04-05-bad.md:1:1: "));
}

TEST(BadIssue, SharedSlug) {
    const Letter letter;
    letter.three_issues();
    letter.issue("2026-04-05-bad.md", "---\ntitle: Twice\nslug: 2026-01-05-one\n---\n\nText.\n");
    const std::string said = refusal(letter);
    EXPECT_THAT(said, HasSubstr("issues/2026-04-05-bad.md:3:1: the slug \"2026-01-05-one\" is also that of"));
    EXPECT_THAT(said, HasSubstr("issues/2026-01-05-one.md"));
}

TEST(BadIssue, UnclosedDirective) {
    EXPECT_THAT(refusal_of_issue("Text.\n\n<!-- aloud: skip -->\n\nMore.\n"),
                HasSubstr("issues/2026-04-05-bad.md:3:1: the directive \"skip\" is not closed"));
    EXPECT_THAT(refusal_of_issue("---\ntitle: T\n---\n\nText.\n\n<!-- aloud: only -->\n"),
                HasSubstr("issues/2026-04-05-bad.md:7:1: the directive \"only\" is not closed"));
}

TEST(BadIssue, UnknownDirectiveAndVoice) {
    EXPECT_THAT(refusal_of_issue("Text.\n\n<!-- aloud: shout -->\n"), HasSubstr("issues/2026-04-05-bad.md:3:1: "));
    EXPECT_THAT(refusal_of_issue("Text.\n\n<!-- aloud: voice robbin -->\n\nMore.\n"),
                HasSubstr("issues/2026-04-05-bad.md:5: voice \"robbin\" is not in voices/"));
}

TEST(Mistakes, AreAllToldInOneRunAndNothingIsAskedFor) {
    const SpeechServer server;
    Letter letter;
    letter.three_issues();
    letter.speak_by(server.url());
    letter.file("show.toml", slurp(letter.show() / "show.toml") + "quote = \"robbin\"\n");
    letter.issue("2026-04-01-utf8.md", "\xC3\x28\n");
    letter.issue("2026-04-02-front.md", "---\ntitle: [unclosed\n---\n\nText.\n");
    letter.issue("2026-04-03-skip.md", "Text.\n\n<!-- aloud: skip -->\n");
    letter.issue("2026-04-04-twice.md", "---\nslug: 2026-01-05-one\ntitle: T\n---\n\nText.\n");
    letter.issue("2026-04-05-voice.md", "Text.\n\n<!-- aloud: voice nobody -->\n\nMore.\n");
    std::filesystem::create_directory(letter.show() / "issues/2026-04-06-folder.md");
    letter.issue("undated.md", "Text.\n");
    const std::string said = refusal(letter);
    for (const char* name : {"show.toml", "2026-04-01-utf8.md:1:1", "2026-04-02-front.md:", "2026-04-03-skip.md:3:1",
                             "2026-04-04-twice.md:2:1", "2026-04-05-voice.md:5", "2026-04-06-folder.md", "undated.md"})
        EXPECT_THAT(said, HasSubstr(name));
    EXPECT_TRUE(server.requests().empty());
}

TEST(Mistakes, OfTheShowAreAllToldInOneRun) {
    const Letter letter;
    letter.file("show.toml", "title = 7\nlanguag = \"en\"\nbase_url = \"ftp://x\"\ncover = \"missing.jpg\"\n");
    const std::string said = refusal(letter);
    for (const char* part : {"show.toml:1:1: ", "show.toml:2:1: ", "show.toml:3:1: ", "show.toml:4:1: "})
        EXPECT_THAT(said, HasSubstr(part));
}

}  // namespace
}  // namespace aloud
