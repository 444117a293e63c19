#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "show/show.h"
#include "tests/support/temp_folder.h"

namespace aloud::testing {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;

std::string refusal(const std::optional<std::string>& argument, const std::filesystem::path& current) {
    try {
        return "found " + find_show(argument, current).string();
    } catch (const InputError& error) {
        return error.what();
    }
}

TEST(FindShow, TakesAFolderOrTheFileItself) {
    const TempFolder folder;
    folder.write("feeds/a/show.toml", "");
    folder.write("other.toml", "");
    for (const char* argument : {"feeds/a", "feeds/a/", "feeds/a/show.toml", "./feeds/../feeds/a"})
        EXPECT_EQ(find_show(argument, folder.path()), folder / "feeds/a/show.toml") << argument;
    EXPECT_EQ(find_show(folder.path() / "feeds/a", "/"), folder / "feeds/a/show.toml") << "absolute";
    EXPECT_EQ(find_show("other.toml", folder.path()), folder / "other.toml");
}

TEST(FindShow, SaysWhyAnArgumentIsNoShow) {
    const TempFolder folder;
    folder.write("issues/a.md", "");
    EXPECT_EQ(refusal("absent", folder.path()), "absent: there is no such folder or show.toml");
    EXPECT_EQ(refusal("issues", folder.path()), "issues: there is no show.toml in this folder");
    EXPECT_EQ(refusal("issues/a.md", folder.path()), "issues/a.md: this is neither a show.toml nor a folder with one");
}

TEST(FindShow, TakesTheFolderOneStandsIn) {
    const TempFolder folder;
    folder.write("feeds/a/show.toml", "");
    folder.write("feeds/b/show.toml", "");
    folder.write("feeds/b/issues/x.md", "");
    EXPECT_EQ(find_show(std::nullopt, folder / "feeds/b"), folder / "feeds/b/show.toml");
    EXPECT_EQ(find_show(std::nullopt, folder / "feeds/b/issues"), folder / "feeds/b/show.toml");
}

TEST(FindShow, TakesTheOnlyShowUnderFeeds) {
    const TempFolder folder;
    folder.write("feeds/a/show.toml", "");
    folder.write("feeds/not-a-show/readme.md", "");
    folder.write("src/deep/x.md", "");
    EXPECT_EQ(find_show(std::nullopt, folder.path()), folder / "feeds/a/show.toml");
    EXPECT_EQ(find_show(std::nullopt, folder / "src/deep"), folder / "feeds/a/show.toml");
}

TEST(FindShow, AsksWhichOfSeveral) {
    const TempFolder folder;
    folder.write("feeds/b/show.toml", "");
    folder.write("feeds/a/show.toml", "");
    EXPECT_THAT(refusal(std::nullopt, folder.path()),
                AllOf(HasSubstr("has 2 shows; name one"), HasSubstr((folder / "feeds/a").string())));
}

TEST(FindShow, SaysWhereItLooked) {
    const TempFolder folder;
    EXPECT_THAT(refusal(std::nullopt, folder.path()), AllOf(HasSubstr(folder.path().string()), HasSubstr("aloud new")));
}

}  // namespace
}  // namespace aloud::testing
