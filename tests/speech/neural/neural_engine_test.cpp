#include "speech/neural/neural_engine.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdlib>
#include <thread>

#include "speech/make_take.h"
#include "tests/support/neural.h"
#include "tests/support/temp_folder.h"
#include "util/file.h"

namespace aloud {
namespace {

using testing::heart;
using testing::TempFolder;

constexpr const char* sentence = "The river runs past the old mill, and people read the news aloud.";

double rms(const std::vector<std::int16_t>& samples, std::int64_t from, std::int64_t to) {
    double sum = 0;
    for (std::int64_t i = from; i < to; ++i) sum += std::pow(samples.at(static_cast<std::size_t>(i)), 2);
    return std::sqrt(sum / static_cast<double>(std::max<std::int64_t>(to - from, 1)));
}

TEST(NeuralEngine, SpeaksAndMarksEveryWord) {
    SKIP_WITHOUT_HEART();
    NeuralEngine engine(*heart(), 1);
    const Take take = engine.speak({sentence, "en"}).take;
    EXPECT_EQ(take.rate, 24000);
    const double seconds = static_cast<double>(take.samples.size()) / take.rate;
    EXPECT_GT(seconds, 2.5);
    EXPECT_LT(seconds, 7);
    ASSERT_EQ(take.marks.size(), 13u);
    EXPECT_EQ(take.marks[1].place, 4u);
    for (std::size_t i = 1; i < take.marks.size(); ++i) {
        EXPECT_GT(take.marks[i].place, take.marks[i - 1].place);
        EXPECT_GT(take.marks[i].sample, take.marks[i - 1].sample);
        EXPECT_EQ(take.marks[i].sample % 600, 0) << "the network counts in steps of 25 ms";
    }
    EXPECT_GT(rms(take.samples, take.marks[1].sample, take.marks[2].sample), 300) << "\"river\" is heard";
    for (const std::int16_t s : take.samples) EXPECT_LT(std::abs(s), 32767);
}

TEST(NeuralEngine, GivesTheSameBytesWithOneThreadAndWithEight) {
    SKIP_WITHOUT_HEART();
    const std::vector<std::string> texts = {sentence, "Yes.", "Is it so, or not?",
                                            "A second sentence follows the first."};
    std::vector<Take> alone, together(8 * texts.size());
    NeuralEngine one(*heart(), 1), eight(*heart(), 8);
    for (const std::string& text : texts) alone.push_back(one.speak({text, "en"}).take);
    {
        std::vector<std::jthread> threads;
        for (std::size_t t = 0; t < 8; ++t)
            threads.emplace_back([&, t] {
                for (std::size_t i = 0; i < texts.size(); ++i)
                    together[t * texts.size() + i] = eight.speak({texts[i], "en"}).take;
            });
    }
    for (std::size_t i = 0; i < together.size(); ++i)
        EXPECT_EQ(pack_take(together[i], TakeCoding::pcm), pack_take(alone[i % texts.size()], TakeCoding::pcm)) << i;
}

TEST(NeuralEngine, GivesTheSameBytesFromAKeptNetworkAndFromADamagedOne) {
    SKIP_WITHOUT_HEART();
    const TempFolder cache;
    const char* before = std::getenv("XDG_CACHE_HOME");
    const std::string kept = before != nullptr ? before : "";
    ::setenv("XDG_CACHE_HOME", cache.path().c_str(), 1);
    const auto speak = [] { return NeuralEngine(*heart(), 1).speak({"Yes.", "en"}).take.samples; };
    const auto first = speak();
    const auto again = speak();
    int entries = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(cache.path()))
        if (entry.is_regular_file() && entry.file_size() > 1000) {
            ++entries;
            write_file(entry.path(), read_file(entry.path()).substr(0, 5000));
        }
    const auto after_damage = speak();
    ::setenv("XDG_CACHE_HOME", "/proc/nowhere", 1);
    const auto without = speak();
    if (kept.empty())
        ::unsetenv("XDG_CACHE_HOME");
    else
        ::setenv("XDG_CACHE_HOME", kept.c_str(), 1);
    EXPECT_EQ(entries, 1);
    EXPECT_EQ(again, first);
    EXPECT_EQ(after_damage, first);
    EXPECT_EQ(without, first);
}

TEST(NeuralEngine, SpeaksFasterAndSlower) {
    SKIP_WITHOUT_HEART();
    Voice voice = *heart();
    const auto length = [&](double speed) {
        voice.speed = speed;
        return static_cast<double>(NeuralEngine(voice, 1).speak({sentence, "en"}).take.samples.size());
    };
    const double normal = length(1);
    EXPECT_NEAR(length(1.5) / normal, 1 / 1.5, 0.1);
    EXPECT_NEAR(length(0.7) / normal, 1 / 0.7, 0.15);
}

TEST(NeuralEngine, HasAClearResultForEveryText) {
    SKIP_WITHOUT_HEART();
    NeuralEngine engine(*heart(), 1);
    const auto seconds = [&](const std::string& text, const std::string& language = "en") {
        const Take take = engine.speak({text, language}).take;
        return static_cast<double>(take.samples.size()) / take.rate;
    };
    EXPECT_EQ(seconds(""), 0);
    EXPECT_EQ(seconds("… — !"), 0);
    EXPECT_GT(seconds("Москва"), 0.3) << "another script in an English sentence is read by sound";
    EXPECT_GT(seconds("你好，世界。", "zh"), 0.5) << "a sentence in another language is espeak-ng's";
    EXPECT_GT(seconds("A.", "en-GB"), 0.1);
    std::string words;
    while (words.size() < 5000) words += "and so it goes on ";
    EXPECT_GT(seconds(words), 200) << "5,000 characters without a comma";
}

TEST(NeuralEngine, MarksWordsOfADividedSentenceInOrder) {
    SKIP_WITHOUT_HEART();
    NeuralEngine engine(*heart(), 1);
    std::string words;
    for (int i = 0; i < 150; ++i) words += "tomorrow ";
    const Take take = engine.speak({words, "en"}).take;
    ASSERT_EQ(take.marks.size(), 150u);
    for (std::size_t i = 1; i < take.marks.size(); ++i) {
        EXPECT_EQ(take.marks[i].place, i * 9);
        EXPECT_GT(take.marks[i].sample, take.marks[i - 1].sample);
    }
    EXPECT_LT(take.marks.back().sample, static_cast<std::int64_t>(take.samples.size()));
}

TEST(NeuralEngine, TakesIpaAndRefusesWhatItCannotSay) {
    SKIP_WITHOUT_HEART();
    NeuralEngine engine(*heart(), 1);
    TakeRequest request{"Nguyen", "en", {{0, 6, "wɪn"}}};
    EXPECT_FALSE(engine.speak(request).take.samples.empty());
    EXPECT_NE(take_key(engine, request), take_key(engine, {"Nguyen", "en"}));
    request.ipa[0].ipa = "ʘ";
    EXPECT_THROW(engine.speak(request), InputError);
}

TEST(NeuralEngine, FailsClearlyOnADamagedModel) {
    SKIP_WITHOUT_HEART();
    const TempFolder folder;
    Voice voice = *heart();
    for (const auto& [name, hash] : voice.neural->files) folder.write(name, read_file(voice.neural->folder / name));
    voice.neural->folder = folder.path();
    std::string onnx = read_file(folder / "hibari.onnx");
    onnx[onnx.size() / 2] ^= 1;
    folder.write("hibari.onnx", onnx);
    NeuralEngine engine(voice, 1);
    EXPECT_THROW(engine.speak({sentence, "en"}), InputError);
    // The same with a description that vouches for the damage: what the network's reader says is passed on.
    onnx.resize(onnx.size() / 2);
    folder.write("hibari.onnx", onnx);
    voice.neural->files["hibari.onnx"] = sha256_hex(onnx);
    NeuralEngine vouched(voice, 1);
    EXPECT_THROW(vouched.speak({sentence, "en"}), Error);
}

}  // namespace
}  // namespace aloud
