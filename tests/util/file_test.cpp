#include "util/file.h"

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>

#include "tests/support/temp_folder.h"
#include "util/error.h"

namespace aloud {
namespace {

using testing::slurp;
using testing::TempFolder;

TEST(AtomicFile, AppearsOnlyOnCommit) {
    const TempFolder folder;
    const auto target = folder.write("feed.xml", "old");
    {
        AtomicFile file(target);
        file.write("new");
        EXPECT_EQ(slurp(target), "old");
        file.commit();
    }
    EXPECT_EQ(slurp(target), "new");
}

TEST(AtomicFile, LeavesNothingBehindWithoutCommit) {
    const TempFolder folder;
    {
        AtomicFile file(folder / "deep/er/feed.xml");
        file.write("half");
    }
    EXPECT_TRUE(std::filesystem::is_empty(folder / "deep/er"));
}

TEST(AtomicFile, CommitsWhatALibraryWroteByName) {
    const TempFolder folder;
    AtomicFile file(folder / "a.mp3");
    std::ofstream(file.temporary()) << "by name";
    file.commit();
    EXPECT_EQ(slurp(folder / "a.mp3"), "by name");
}

TEST(UpdateFile, LeavesAFileWithTheSameBytesAlone) {
    const TempFolder folder;
    const auto target = folder.write("a", "same");
    EXPECT_FALSE(update_file(target, "same"));
    EXPECT_TRUE(update_file(target, "diff"));
    EXPECT_EQ(slurp(target), "diff");
}

TEST(SweepTemporaries, RemovesFilesOfProcessesThatAreGone) {
    const TempFolder folder;
    const pid_t child = ::fork();
    if (child == 0) ::_exit(0);
    ::waitpid(child, nullptr, 0);
    const auto dead = folder.write("." + std::string("x.mp3.") + std::to_string(child) + "-1.tmp", "half");
    const auto alive = folder.write(".x.mp3." + std::to_string(::getpid()) + "-1.tmp", "half");
    const auto other = folder.write(".keep.tmp", "a user's");
    sweep_temporaries(folder.path());
    EXPECT_FALSE(std::filesystem::exists(dead));
    EXPECT_TRUE(std::filesystem::exists(alive));
    EXPECT_TRUE(std::filesystem::exists(other));
}

TEST(Glob, MatchesStarsInTheLastPartOnly) {
    const TempFolder folder;
    folder.write("issues/b.md", "");
    folder.write("issues/a.md", "");
    folder.write("issues/a.txt", "");
    folder.write("issues/.hidden.md", "");
    const auto found = glob(folder.path(), "issues/*.md");
    ASSERT_EQ(found.size(), 2u);
    EXPECT_EQ(found[0].filename(), "a.md");
    EXPECT_TRUE(glob(folder.path(), "absent/*.md").empty());
    EXPECT_EQ(glob(folder.path(), "issues/?.*").size(), 3u);
}

TEST(ReadFile, NamesThePathAndTheReason) {
    try {
        read_file("/nowhere/issue.md");
        FAIL();
    } catch (const Error& error) {
        EXPECT_STREQ(error.what(), "cannot open /nowhere/issue.md: No such file or directory");
    }
}

}  // namespace
}  // namespace aloud
