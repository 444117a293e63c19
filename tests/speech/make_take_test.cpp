#include "speech/make_take.h"

#include <gtest/gtest.h>

#include <thread>

#include "tests/speech/fake_engine.h"
#include "tests/support/temp_folder.h"
#include "util/error.h"

namespace aloud {
namespace {

using testing::FakeEngine;
using testing::TempFolder;

TEST(MakeTake, AsksOnceAndThenNeverAgain) {
    const TempFolder folder;
    Store store(folder / ".aloud");
    FakeEngine engine;
    const TakeResult first = make_take(store, engine, {"Hello.", "en"});
    EXPECT_TRUE(first.made);
    EXPECT_EQ(first.billed_characters, 6u);
    EXPECT_DOUBLE_EQ(first.seconds, 0.06);
    EXPECT_DOUBLE_EQ(first.cost_usd, 0.5);
    const TakeResult second = make_take(store, engine, {"Hello.", "en"});
    EXPECT_FALSE(second.made);
    EXPECT_EQ(second.cost_usd, 0);
    EXPECT_EQ(engine.spoken, 1);
}

TEST(MakeTake, AsksAgainForAnotherTextLanguageOrSetting) {
    const TempFolder folder;
    Store store(folder / ".aloud");
    FakeEngine engine;
    make_take(store, engine, {"Hello.", "en"});
    make_take(store, engine, {"Hello!", "en"});
    make_take(store, engine, {"Hello.", "de"});
    engine.setting = "other";
    make_take(store, engine, {"Hello.", "en"});
    EXPECT_EQ(engine.spoken, 4);
}

TEST(MakeTake, AsksAgainWhenTheStoreIsDamaged) {
    const TempFolder folder;
    Store store(folder / ".aloud");
    FakeEngine engine;
    make_take(store, engine, {"Hello.", "en"});
    std::filesystem::resize_file(store.path_of("takes", take_key(engine, {"Hello.", "en"})), 200);
    EXPECT_TRUE(make_take(store, engine, {"Hello.", "en"}).made);
    EXPECT_FALSE(make_take(store, engine, {"Hello.", "en"}).made);
}

TEST(MakeTake, RefusesWordsWithoutSoundAndKeepsNothing) {
    const TempFolder folder;
    Store store(folder / ".aloud");
    FakeEngine silent(false, 0, 50);
    EXPECT_THROW(make_take(store, silent, {"Hello.", "en"}), Error);
    EXPECT_THROW(make_take(store, silent, {"Hello.", "en"}), Error);
    EXPECT_EQ(silent.spoken, 2);
    EXPECT_TRUE(make_take(store, silent, {"...", "en"}).made) << "no words, no sound";
}

TEST(MakeTake, AsksOnceHoweverManyThreadsWantIt) {
    const TempFolder folder;
    Store store(folder / ".aloud");
    FakeEngine engine;
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < 8; ++i)
            threads.emplace_back([&] {
                for (const char* text : {"One.", "Two.", "Three."}) make_take(store, engine, {text, "en"});
            });
    }
    EXPECT_EQ(engine.spoken, 3);
}

}  // namespace
}  // namespace aloud
