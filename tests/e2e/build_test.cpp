// What a build makes, and what it leaves alone.
#include <gtest/gtest.h>

#include "show/register.h"
#include "tests/e2e/letter.h"

namespace aloud {
namespace {

using testing::difference;
using testing::Finished;
using testing::Letter;
using testing::slurp;
using testing::takes_made;

std::vector<std::string> statuses(const Json& build) {
    std::vector<std::string> all;
    for (const Json& episode : build.at("episodes")) all.push_back(episode.at("status").get<std::string>());
    return all;
}

TEST(Build, MakesEveryFileOfAnEpisodeAndTheFeed) {
    const Letter letter;
    letter.three_issues();
    const Json result = letter.build_json();
    EXPECT_EQ(statuses(result), (std::vector<std::string>{"made", "made", "made"}));
    const auto files = letter.site_files();
    for (const char* name : {"feed.xml", "index.html", "cover.jpg", "episodes/2026-01-05-one/chapters.json",
                             "episodes/2026-01-05-one/transcript.vtt", "episodes/2026-01-05-one/episode.json",
                             "episodes/2026-01-05-one/index.html"})
        EXPECT_TRUE(files.contains(name)) << name;
    for (const auto& [name, bytes] : files) EXPECT_FALSE(name.ends_with(".tmp")) << name;
    EXPECT_EQ(files.size(), 4u + 3u * 5u);
}

TEST(Build, MakesNothingTheSecondTimeAndSaysSo) {
    const Letter letter;
    letter.three_issues();
    letter.build_json();
    const auto before = letter.site_files();
    const Finished again = letter.build();
    EXPECT_EQ(again.code, 0);
    EXPECT_NE(again.out.find("nothing to do: 3 episodes are current"), std::string::npos) << again.out;
    EXPECT_EQ(difference(letter.site_files(), before), "");
}

TEST(Build, MakesOneTakeForOneChangedSentence) {
    const Letter letter;
    letter.three_issues();
    letter.build_json();
    const auto old_audio = letter.audio("2026-02-05-two");
    letter.issue("2026-02-05-two.md",
                 "---\ntitle: The second\nnumber: 2\n---\n\nThe river runs east. The road runs north.\n\n- First "
                 "item\n- Second item\n");
    const Json result = letter.build_json();
    EXPECT_EQ(statuses(result), (std::vector<std::string>{"current", "made", "current"}));
    EXPECT_EQ(takes_made(result), 1);
    EXPECT_NE(letter.audio("2026-02-05-two"), old_audio) << "a correction gets a new address";
    EXPECT_FALSE(std::filesystem::exists(old_audio));
}

TEST(Build, GivesTheSameBytesInAnotherFolderWithAnyNumberOfJobs) {
    const Letter one, other;
    one.three_issues();
    other.three_issues();
    one.build_json({"--jobs", "1"});
    other.build_json({"--jobs", "8"});
    EXPECT_EQ(difference(one.site_files(), other.site_files()), "");
}

TEST(Build, DryRunMakesNoFile) {
    const Letter letter;
    letter.three_issues();
    const Finished dry = letter.build({"--dry-run"});
    EXPECT_EQ(dry.code, 0) << dry.err;
    EXPECT_NE(dry.out.find("3 to make"), std::string::npos) << dry.out;
    EXPECT_TRUE(letter.site_files().empty());
}

TEST(Build, ExplainsWhyAnEpisodeIsMade) {
    const Letter letter;
    letter.three_issues();
    EXPECT_NE(letter.build({"--explain"}).err.find("it was never made"), std::string::npos);
    letter.issue("2026-02-05-two.md",
                 "---\ntitle: Another title\nnumber: 2\n---\n\nThe river runs east. The road runs west.\n");
    EXPECT_NE(letter.build({"--explain"}).err.find("metadata changed"), std::string::npos);
}

TEST(Build, KeepsDraftsAndTheFutureOutOfTheFeed) {
    const Letter letter;
    letter.three_issues();
    letter.issue("2026-01-07-draft.md", "---\ntitle: Unfinished\ndraft: true\n---\n\nNot yet.\n");
    letter.issue("9999-01-07-later.md", "---\ntitle: Later\n---\n\nMuch later.\n");
    letter.build_json();
    const std::string feed = slurp(letter.site() / "feed.xml");
    EXPECT_EQ(feed.find("Unfinished"), std::string::npos);
    EXPECT_EQ(feed.find("<title>Later"), std::string::npos);
    EXPECT_NE(feed.find("The first"), std::string::npos);
    EXPECT_FALSE(std::filesystem::exists(letter.site() / "episodes/2026-01-07-draft"));
}

TEST(Build, SkipsAnIssueWithNothingToSay) {
    const Letter letter;
    letter.three_issues();
    letter.issue("2026-01-08-empty.md", "");
    letter.issue("2026-01-09-images.md", "---\ntitle: Pictures\n---\n\n![](a.png)\n\n![](b.png)\n");
    const Finished built = letter.build();
    EXPECT_EQ(built.code, 0) << built.err;
    EXPECT_NE(built.err.find("2026-01-08-empty.md: nothing in it can be spoken"), std::string::npos) << built.err;
    EXPECT_NE(built.err.find("2026-01-09-images.md: nothing in it can be spoken"), std::string::npos) << built.err;
    EXPECT_EQ(letter.build().out.substr(0, 13), "nothing to do");
}

TEST(Build, MakesAgainWhatWasDamagedInTheSite) {
    const Letter letter;
    letter.three_issues();
    letter.build_json();
    const auto before = letter.site_files();
    std::filesystem::resize_file(letter.audio("2026-01-05-one"), 100);
    std::filesystem::remove(letter.site() / "episodes/2026-03-05-three/chapters.json");
    const Json result = letter.build_json();
    EXPECT_EQ(statuses(result), (std::vector<std::string>{"made", "current", "made"}));
    EXPECT_EQ(takes_made(result), 0);
    EXPECT_EQ(difference(letter.site_files(), before), "");
}

/// published.json as `publish` will write it, from what a build made.
void publish(const Letter& letter) {
    Register published;
    for (const char* slug : {"2026-01-05-one", "2026-02-05-two", "2026-03-05-three"}) {
        Published entry;
        entry.record = Json::parse(slurp(letter.site() / "episodes" / slug / "episode.json"));
        entry.slug = slug;
        entry.source = entry.record.at("source");
        entry.guid = std::string("published-guid-of-") + slug;
        entry.first_published = "2026-04-01T12:00:00Z";
        entry.issue_hash = entry.record.at("issue_hash");
        entry.audio_url = "https://cdn.example.com/" + std::string(slug) + "/" +
                          entry.record.at("audio").at(0).at("file").get<std::string>();
        published.episodes.push_back(entry);
    }
    letter.file("published.json", register_json(published));
}

TEST(Register, KeepsPublishedEpisodesAsTheyAre) {
    const Letter letter;
    letter.three_issues();
    letter.build_json();
    publish(letter);
    letter.build_json();
    const auto before = letter.site_files();
    EXPECT_NE(before.at("feed.xml").find("published-guid-of-2026-01-05-one"), std::string::npos);
    EXPECT_NE(before.at("feed.xml").find("https://cdn.example.com/2026-01-05-one/"), std::string::npos);

    letter.file("show.toml", slurp(letter.show() / "show.toml") +
                                 "[narration]\nintro = \"Something else. {title}.\"\nvoice = \"mei\"\n");
    const Json result = letter.build_json();
    EXPECT_EQ(statuses(result), (std::vector<std::string>{"current", "current", "current"}));
    EXPECT_EQ(result.at("would_differ"), 3);
    auto after = letter.site_files();
    EXPECT_EQ(difference(after, before), "");
    EXPECT_EQ(letter.build_json().at("would_differ"), 3) << "known without looking again";
}

TEST(Register, RemakesAnEpisodeWhoseOwnIssueChanged) {
    const Letter letter;
    letter.three_issues();
    letter.build_json();
    publish(letter);
    const auto old_audio = letter.audio("2026-02-05-two");
    letter.issue("2026-02-05-two.md",
                 "---\ntitle: The second\nnumber: 2\n---\n\nThe river runs south. The road runs west.\n");
    const Json result = letter.build_json();
    EXPECT_EQ(statuses(result), (std::vector<std::string>{"current", "made", "current"}));
    EXPECT_TRUE(std::filesystem::exists(old_audio)) << "listeners may still fetch what is published";
    const std::string feed = slurp(letter.site() / "feed.xml");
    EXPECT_NE(feed.find("published-guid-of-2026-02-05-two"), std::string::npos) << "the guid stays";
    EXPECT_NE(feed.find("Wed, 01 Apr 2026 12:00:00 +0000"), std::string::npos) << "and so does the date";
    EXPECT_EQ(feed.find("https://cdn.example.com/2026-02-05-two/"), std::string::npos);
}

TEST(Register, RemakesWhatIsNamed) {
    const Letter letter;
    letter.three_issues();
    letter.build_json();
    publish(letter);
    letter.file("show.toml", slurp(letter.show() / "show.toml") + "[narration]\nintro = \"Hello. {title}.\"\n");
    EXPECT_EQ(statuses(letter.build_json({"--remake", "2026-03-05-three"})),
              (std::vector<std::string>{"current", "current", "made"}));
    const auto unknown = letter.build({"--remake", "nothing"});
    EXPECT_EQ(unknown.code, 2);
    EXPECT_NE(unknown.err.find("--remake nothing"), std::string::npos);
}

TEST(Register, ReportsAPublishedEpisodeWhoseIssueIsGone) {
    const Letter letter;
    letter.three_issues();
    letter.build_json();
    publish(letter);
    std::filesystem::remove(letter.show() / "issues/2026-01-05-one.md");
    const auto built = letter.build();
    EXPECT_EQ(built.code, 0) << built.err;
    EXPECT_NE(built.err.find("\"2026-01-05-one\" has no issue any more"), std::string::npos) << built.err;
    EXPECT_NE(slurp(letter.site() / "feed.xml").find("published-guid-of-2026-01-05-one"), std::string::npos);
}

TEST(Preview, TouchesNeitherTheSiteNorTheFeed) {
    const Letter letter;
    letter.three_issues();
    letter.build_json();
    const auto before = letter.site_files();
    const Json result = letter.build_json({"--voice", "mei", "2026-01-05-one"});
    EXPECT_EQ(difference(letter.site_files(), before), "");
    EXPECT_NE(result.dump().find(".aloud/preview/letter/episodes/2026-01-05-one"), std::string::npos) << result.dump(2);
    EXPECT_EQ(letter.build().out.substr(0, 13), "nothing to do");
}

}  // namespace
}  // namespace aloud
