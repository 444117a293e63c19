#include <gtest/gtest.h>

#include "episode/episode.h"
#include "tests/episode/programmes.h"

namespace aloud {
namespace {

using testing::spoken;

std::vector<std::string> listed(const std::vector<Chapter>& chapters) {
    std::vector<std::string> all;
    for (const Chapter& chapter : chapters)
        all.push_back(std::to_string(chapter.start_ms) + "-" + std::to_string(chapter.end_ms) + " " + chapter.title);
    return all;
}

TEST(Chapters, CoverTheProgrammeWithoutGaps) {
    const auto made = spoken({{"Hello.", 2}, {"#News", 1}, {"Text.", 4}, {"#More", 1}, {"End.", 1}});
    EXPECT_EQ(listed(make_chapters(made.script, made.programme)),
              (std::vector<std::string>{"0-3000 The Title", "3000-9000 News", "9000-12000 More"}));
}

TEST(Chapters, BeginWithTheFirstHeadingWhereNothingComesBeforeIt) {
    const auto made = spoken({{"#News", 1}, {"Text.", 4}});
    EXPECT_EQ(listed(make_chapters(made.script, made.programme)), std::vector<std::string>{"0-6500 News"});
}

TEST(Chapters, AreOneWhereThereIsNoHeading) {
    const auto made = spoken({{"Text.", 4}});
    EXPECT_EQ(listed(make_chapters(made.script, made.programme)), std::vector<std::string>{"0-5000 The Title"});
}

TEST(Chapters, KeepTheLimitsOfTheirReaders) {
    std::vector<std::pair<std::string, double>> lines;
    std::string wide;
    for (int i = 0; i < 100; ++i) wide += "小";
    for (int i = 0; i < 300; ++i) lines.emplace_back("#" + wide + std::to_string(i), 0.1);
    const auto made = spoken(lines);
    const std::vector<Chapter> chapters = make_chapters(made.script, made.programme);
    ASSERT_EQ(chapters.size(), 255U) << "one CTOC holds no more";
    EXPECT_EQ(chapters.back().end_ms, made.programme.length * 1000 / made.programme.rate);
    EXPECT_LE(chapters[0].title.size(), 127U);
    EXPECT_EQ(chapters[0].title.size() % 3, 0U) << "cut between characters";
}

TEST(ChaptersJson, HasTheFormOfPodcasting20) {
    const Json json = Json::parse(chapters_json({{0, 1500, "A \"b\""}, {1500, 4000, "C"}}, "Title", "Show"));
    EXPECT_EQ(json.at("version"), "1.2.0");
    EXPECT_EQ(json.at("title"), "Title");
    EXPECT_EQ(json.at("podcastName"), "Show");
    ASSERT_EQ(json.at("chapters").size(), 2U);
    EXPECT_EQ(json.at("chapters")[0].at("title"), "A \"b\"");
    EXPECT_EQ(json.at("chapters")[1].at("startTime"), 1.5);
    EXPECT_EQ(json.at("chapters")[1].at("endTime"), 4.0);
}

}  // namespace
}  // namespace aloud
