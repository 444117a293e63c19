#include "store/store.h"

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <fstream>
#include <thread>
#include <vector>

#include "tests/support/temp_folder.h"

namespace aloud {
namespace {

using testing::slurp;
using testing::TempFolder;

TEST(KeyBuilder, KeepsFieldsApart) {
    const Key ab_c = KeyBuilder("take", 1).field("x", "ab").field("y", "c").key();
    const Key a_bc = KeyBuilder("take", 1).field("x", "a").field("y", "bc").key();
    EXPECT_NE(ab_c, a_bc);
    EXPECT_EQ(ab_c, KeyBuilder("take", 1).field("x", "ab").field("y", "c").key());
    EXPECT_NE(ab_c, KeyBuilder("take", 2).field("x", "ab").field("y", "c").key());
    EXPECT_EQ(ab_c.size(), 64u);
}

TEST(Sha256, IsTheStandardsOwn) {
    EXPECT_EQ(sha256_hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(Store, GivesBackWhatWasWritten) {
    const TempFolder folder;
    Store store(folder / ".aloud");
    const Key key = sha256_hex("k");
    EXPECT_FALSE(store.read("takes", key));
    store.write("takes", key, std::string("a\0b", 3));
    EXPECT_EQ(store.read("takes", key), std::string("a\0b", 3));
    EXPECT_FALSE(store.read("frames", key));
}

TEST(Store, TakesADamagedEntryForAMissAndWritesItAgain) {
    const TempFolder folder;
    Store store(folder / ".aloud");
    const Key key = sha256_hex("k");
    store.write("takes", key, "payload");
    const auto path = store.path_of("takes", key);
    std::string bytes = slurp(path);
    bytes.back() ^= 1;
    std::ofstream(path, std::ios::binary) << bytes;
    EXPECT_FALSE(store.read("takes", key));
    store.write("takes", key, "payload");
    EXPECT_EQ(store.read("takes", key), "payload");
    std::ofstream(path, std::ios::binary) << bytes.substr(0, 20);
    EXPECT_FALSE(store.read("takes", key)) << "cut off";
}

TEST(Store, WritesOnce) {
    const TempFolder folder;
    Store store(folder / ".aloud");
    const Key key = sha256_hex("k");
    store.write("takes", key, "first");
    const auto written = std::filesystem::last_write_time(store.path_of("takes", key));
    store.write("takes", key, "first");
    EXPECT_EQ(std::filesystem::last_write_time(store.path_of("takes", key)), written);
}

/// Makes the entry of `key` under a claim, as makers of takes do; appends one byte to `made` each time.
void make_once(const std::filesystem::path& root, const Key& key, const std::filesystem::path& made) {
    Store store(root);
    const Claim claim(store, key);
    if (store.read("takes", key)) return;
    std::ofstream(made, std::ios::app) << 'x';
    store.write("takes", key, "take");
}

TEST(Claim, LetsOneOfManyThreadsMakeAKey) {
    const TempFolder folder;
    const Key key = sha256_hex("k");
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < 8; ++i) threads.emplace_back([&] { make_once(folder / "s", key, folder / "made"); });
    }
    EXPECT_EQ(slurp(folder / "made"), "x");
}

TEST(Claim, LetsOneOfManyProcessesMakeAKey) {
    const TempFolder folder;
    const Key key = sha256_hex("k");
    std::vector<pid_t> children;
    for (int i = 0; i < 6; ++i) {
        children.push_back(::fork());
        if (children.back() == 0) {
            make_once(folder / "s", key, folder / "made");
            ::_exit(0);
        }
    }
    for (const pid_t child : children) {
        int status = -1;
        ::waitpid(child, &status, 0);
        EXPECT_EQ(status, 0);
    }
    EXPECT_EQ(slurp(folder / "made"), "x");
}

TEST(Claim, IsFreeAgainWhenItsProcessIsKilled) {
    const TempFolder folder;
    const Key key = sha256_hex("k");
    const Store store(folder / "s");
    int ready[2];
    ASSERT_EQ(::pipe(ready), 0);
    const pid_t child = ::fork();
    if (child == 0) {
        const Claim claim(store, key);
        if (::write(ready[1], "r", 1) != 1) ::_exit(1);
        ::pause();
    }
    char byte = 0;
    ASSERT_EQ(::read(ready[0], &byte, 1), 1);
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
    const Claim claim(store, key);  // would block for ever if the lock outlived its process
    ::close(ready[0]);
    ::close(ready[1]);
}

}  // namespace
}  // namespace aloud
