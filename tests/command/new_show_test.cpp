#include "command/new_show.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "command/new_cover.h"
#include "show/keys.h"
#include "show/picture_header.h"
#include "show/show.h"
#include "tests/support/temp_folder.h"
#include "util/error.h"
#include "util/text.h"

namespace aloud::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;

constexpr std::chrono::sys_days today{std::chrono::year{2026} / 3 / 9};

std::string refusal(const std::filesystem::path& folder) {
    try {
        new_show(folder, today);
        return "made";
    } catch (const InputError& error) {
        return error.what();
    }
}

Show read_sound(const std::filesystem::path& file) {
    Complaints complaints;
    Show show = read_show(file, complaints);
    EXPECT_THAT(complaints.errors(), IsEmpty());
    EXPECT_THAT(complaints.warnings(), IsEmpty());
    return show;
}

TEST(NewShow, MakesAShowThatReadsWithoutAWord) {
    const TempFolder folder;
    new_show(folder / "feeds/my-letter", today);
    const Show show = read_sound(folder / "feeds/my-letter/show.toml");
    EXPECT_EQ(show.title, "My Letter");
    EXPECT_EQ(show.output, folder / "site/my-letter");
    EXPECT_EQ(show.narration.voice, std::nullopt) << "examples are comments";
    EXPECT_EQ(show.max_cost, std::nullopt);
    const std::string issue = slurp(folder / "feeds/my-letter/issues/2026-03-09-first-issue.md");
    EXPECT_THAT(issue, ::testing::StartsWith("---\ntitle: The first issue\n"));
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder / "feeds/my-letter"))
        if (entry.is_regular_file()) names.push_back(entry.path().filename());
    EXPECT_THAT(names, ::testing::UnorderedElementsAre("show.toml", "cover.jpg", "2026-03-09-first-issue.md"));
}

TEST(NewShow, WritesEveryKnownKey) {
    const TempFolder folder;
    new_show(folder / "letter", today);
    const std::string text = slurp(folder / "letter/show.toml");
    std::string table;
    std::vector<std::string> written;
    for (const std::string& line : split(text, '\n')) {
        if (line.starts_with('[')) table = line.substr(1, line.find(']') - 1);
        const std::size_t begin = line.starts_with('#') ? 1 : 0;
        if (const std::size_t end = line.find(" = "); end != std::string::npos && !line.starts_with("# "))
            written.push_back(table + ":" + line.substr(begin, end - begin));
    }
    std::vector<std::string> known;
    for (const Key& key : show_keys())
        if (key.use != KeyUse::part && key.use != KeyUse::later)
            known.push_back(std::string(key.table) + ":" + std::string(key.name));
    EXPECT_EQ(written, known);
    EXPECT_GT(known.size(), 50u);
}

TEST(NewShow, ReadsStillWhenEveryCommentIsTakenAway) {
    const TempFolder folder;
    new_show(folder / "feeds/letter", today);
    const auto file = folder / "feeds/letter/show.toml";
    std::string all;
    int taken = 0;
    for (const std::string& line : split(slurp(file), '\n')) {
        const bool setting = line.starts_with('#') && !line.starts_with("# ");
        taken += setting ? 1 : 0;
        all += (setting ? line.substr(1) : line) + "\n";
    }
    EXPECT_GT(taken, 40);
    std::ofstream(file) << all;
    const Show show = read_sound(file);
    EXPECT_EQ(show.narration.voice, "robin");
    EXPECT_EQ(show.max_cost, 5.0);
    EXPECT_EQ(show.output, folder / "site/letter");
}

TEST(NewShow, MakesATitleOfAnyFolderName) {
    const TempFolder folder;
    const std::pair<const char*, const char*> names[] = {{"a \"b\" \\c\x1b", "A \"b\" \\c"},
                                                         {"--x_y--", "X Y"},
                                                         {"第一", "第一"},
                                                         {"...", "My Letter"},
                                                         {"bad\xff", "My Letter"}};
    for (const auto& [name, title] : names) {
        new_show(folder / name, today);
        EXPECT_EQ(read_sound(folder / name / "show.toml").title, title);
    }
    new_show(folder.path().string() + "/slash/", today);
    EXPECT_EQ(read_sound(folder / "slash/show.toml").title, "Slash");
}

TEST(NewShow, TakesAnEmptyFolder) {
    const TempFolder folder;
    std::filesystem::create_directory(folder / "empty");
    EXPECT_EQ(refusal(folder / "empty"), "made");
}

TEST(NewShow, RefusesAFolderWithAnythingInIt) {
    const TempFolder folder;
    folder.write("show/show.toml", "mine");
    folder.write("show/a.md", "");
    folder.write("used/notes.md", "");
    folder.write("used/.hidden", "");
    folder.write("file", "");
    EXPECT_THAT(refusal(folder / "show"), HasSubstr("is a show already: it holds show.toml"));
    EXPECT_THAT(refusal(folder / "used"), HasSubstr("is not empty: it holds .hidden"));
    EXPECT_THAT(refusal(folder / "file"), HasSubstr("is no folder"));
    EXPECT_THAT(refusal(""), HasSubstr("needs a folder's name"));
    EXPECT_EQ(slurp(folder / "show/show.toml"), "mine");
    EXPECT_FALSE(std::filesystem::exists(folder / "show/cover.jpg"));
    EXPECT_FALSE(std::filesystem::exists(folder / "used/show.toml"));
}

TEST(NewCover, IsWhatAppleTakesAndSmall) {
    const std::string cover = draw_cover("my-letter");
    const auto header = read_picture_header(cover);
    ASSERT_TRUE(header.has_value());
    EXPECT_FALSE(header->png);
    EXPECT_EQ(header->width, 3000);
    EXPECT_EQ(header->height, 3000);
    EXPECT_EQ(header->components, 3);
    EXPECT_LT(cover.size(), 512u * 1024u) << "what Spotify takes for sure";
}

TEST(NewCover, IsTheSameForTheSameNameAndDiffersBetweenNames) {
    EXPECT_EQ(draw_cover("my-letter"), draw_cover("my-letter"));
    EXPECT_NE(draw_cover("my-letter"), draw_cover("a"));
}

}  // namespace
}  // namespace aloud::testing
