#include "show/keys.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/show/show_folder.h"

namespace aloud::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

TEST(ShowKeys, AreAllReadSoThatNoneIsAcceptedInSilence) {
    ShowFolder folder;
    for (const Key& key : show_keys()) {
        if (key.table.empty() || key.table == "owner") continue;
        // No setting is a date: whoever reads the key complains about it.
        const auto errors = folder.errors_with(fmt::format("[{}]\n{} = 1979-05-27\n", key.table, key.name));
        EXPECT_THAT(errors, ElementsAre(HasSubstr(fmt::format("show.toml:12:1: \"{}\"", key.name)))) << key.table;
    }
    for (const Key& key : show_keys()) {
        if (!key.table.empty()) continue;
        std::string settings;
        for (const std::string& line : split(ShowFolder::sound_settings(), '\n'))
            settings += line.starts_with(std::string(key.name) + " =") ? std::string(key.name) + " = 1979-05-27\n"
                                                                       : line + "\n";
        folder.read(settings);
        EXPECT_THAT(folder.errors, ElementsAre(HasSubstr(fmt::format(":1: \"{}\" must be", key.name))));
    }
    EXPECT_THAT(folder.errors_of("name = \"A. Writer\"", "name = 1979-05-27"),
                ElementsAre(HasSubstr("\"name\" must be")));
    EXPECT_THAT(folder.errors_of("email = \"writer@example.com\"", "email = 1979-05-27"),
                ElementsAre(HasSubstr("\"email\" must be")));
}

TEST(ShowKeys, HaveDefaultsThatAreTheProgramsOwn) {
    ShowFolder folder;
    std::string text;
    std::string_view table;
    for (const Key& key : show_keys()) {
        if (key.use != KeyUse::preset) continue;
        if (key.table != table) text += fmt::format("[{}]\n", table = key.table);
        text += fmt::format("{} = {}\n", key.name, key.value);
    }
    const Show bare = folder.read_with("");
    const Show spelt = folder.read_with(text);
    EXPECT_THAT(folder.errors, IsEmpty());
    const auto numbers = [](const Narration& n) {
        return std::vector{n.chapter_depth,
                           n.pause_paragraph,
                           n.pause_sentence,
                           n.pause_clause,
                           n.pause_heading_before,
                           n.pause_heading_after,
                           n.pause_subheading_before,
                           n.pause_subheading_after,
                           n.pause_item,
                           n.pause_break,
                           static_cast<int>(n.disclosure)};
    };
    const auto words = [](const Narration& n) {
        return std::vector{n.struck, n.urls, n.images, n.quotes, n.tables, n.code, n.footnotes, n.emoji};
    };
    EXPECT_EQ(numbers(spelt.narration), numbers(bare.narration));
    EXPECT_EQ(words(spelt.narration), words(bare.narration));
    EXPECT_EQ(spelt.narration.skip, bare.narration.skip);
    EXPECT_EQ(spelt.narration.lexicons, bare.narration.lexicons);
    EXPECT_EQ(spelt.issue_files, bare.issue_files);
    EXPECT_EQ(spelt.utc_offset, bare.utc_offset);
    EXPECT_EQ(spelt.audio.formats, bare.audio.formats);
    EXPECT_EQ(spelt.audio.bitrate, bare.audio.bitrate);
    EXPECT_EQ(spelt.audio.loudness, bare.audio.loudness);
    EXPECT_EQ(spelt.audio.true_peak, bare.audio.true_peak);
    EXPECT_EQ(spelt.feed.locked, bare.feed.locked);
    EXPECT_EQ(spelt.feed.type, bare.feed.type);
}

TEST(ShowKeys, AreSuggestedWhereTheyAreNear) {
    ShowFolder folder;
    EXPECT_THAT(folder.errors_with("[narration]\nvoise = \"joe\"\n"),
                ElementsAre("show.toml:12:1: unknown key \"voise\" in [narration]; did you mean \"voice\"?"));
    EXPECT_THAT(
        folder.errors_with("[narration.pauses]\nsentense = 1\n"),
        ElementsAre("show.toml:12:1: unknown key \"sentense\" in [narration.pauses]; did you mean \"sentence\"?"));
    EXPECT_THAT(folder.errors_with("[naration]\nvoice = \"joe\"\n"),
                ElementsAre("show.toml:11:2: unknown key \"naration\"; did you mean \"narration\"?"));
    EXPECT_THAT(folder.errors_with("[feed]\nzebra = 1\n"),
                ElementsAre("show.toml:12:1: unknown key \"zebra\" in [feed]"));
}

TEST(ShowKeys, AreSentToTheTableWhereTheyBelong) {
    ShowFolder folder;
    EXPECT_THAT(folder.errors_with("bitrate = 96\n"),
                ElementsAre("show.toml:11:1: unknown key \"bitrate\"; it belongs in [audio]"));
    EXPECT_THAT(
        folder.errors_with("[audio]\ntitle = \"x\"\n"),
        ElementsAre("show.toml:12:1: unknown key \"title\" in [audio]; it belongs at the top of the file, above "
                    "all tables"));
    EXPECT_THAT(
        folder.errors_with("[issues]\nlexicon = []\n"),
        ElementsAre("show.toml:12:1: unknown key \"lexicon\" in [issues]; did you mean \"lexicons\" in [narration]?"));
}

TEST(ShowKeys, RefuseEveryTableThatIsNoTable) {
    ShowFolder folder;
    for (const char* table : {"issues", "narration", "audio", "feed", "output", "publish", "budget"})
        EXPECT_THAT(folder.errors_with(fmt::format("{} = 3\n", table)),
                    ElementsAre(fmt::format("show.toml:11:1: \"{}\" must be a table, not a whole number", table)));
    EXPECT_THAT(folder.errors_with("[narration]\npauses = 3\n"), ElementsAre(HasSubstr("\"pauses\" must be a table")));
}

}  // namespace
}  // namespace aloud::testing
