#include <gtest/gtest.h>

#include <regex>
#include <sstream>

#include "episode/episode.h"
#include "tests/episode/programmes.h"
#include "util/text.h"

namespace aloud {
namespace {

using testing::Spoken;
using testing::spoken;

struct Cue {
    long begin = 0, end = 0;
    std::vector<std::string> lines;
};

long milliseconds(const std::string& time) {
    int hours = 0, minutes = 0, seconds = 0, rest = 0;
    EXPECT_EQ(std::sscanf(time.c_str(), "%2d:%2d:%2d.%3d", &hours, &minutes, &seconds, &rest), 4) << time;
    return ((hours * 60L + minutes) * 60 + seconds) * 1000 + rest;
}

/// Reads what the grammar of WebVTT asks for and nothing else.
std::vector<Cue> cues_of(const std::string& vtt) {
    std::istringstream lines(vtt);
    std::string line;
    std::getline(lines, line);
    EXPECT_EQ(line, "WEBVTT");
    std::vector<Cue> cues;
    while (std::getline(lines, line)) {
        EXPECT_EQ(line, "") << "a blank line between cues";
        if (!std::getline(lines, line)) break;
        static const std::regex times(R"((\d\d:\d\d:\d\d\.\d{3}) --> (\d\d:\d\d:\d\d\.\d{3}))");
        std::smatch match;
        EXPECT_TRUE(std::regex_match(line, match, times)) << line;
        if (match.size() < 3) break;
        Cue cue{milliseconds(match[1]), milliseconds(match[2]), {}};
        while (lines.peek() != '\n' && std::getline(lines, line)) cue.lines.push_back(line);
        cues.push_back(cue);
    }
    return cues;
}

TEST(Transcript, ShowsTheWrittenTextWithItsSpeakerAndTimes) {
    const Spoken made = spoken({{"GPT-4 costs $5.", 2}, {"Second.", 1}});
    EXPECT_EQ(transcript_vtt(made.script, made.programme, "The Letter"),
              "WEBVTT\n"
              "\n00:00:00.500 --> 00:00:02.500\n<v The Letter>GPT-4 costs $5.\n"
              "\n00:00:03.000 --> 00:00:04.000\n<v The Letter>Second.\n");
}

TEST(Transcript, EscapesWhatWouldBeMarkup) {
    const Spoken made = spoken({{"a < b & c --> d", 2}});
    const auto cues = cues_of(transcript_vtt(made.script, made.programme, "A > B\n& C"));
    ASSERT_EQ(cues.size(), 1U);
    EXPECT_EQ(cues[0].lines, std::vector<std::string>{"<v A &gt; B &amp; C>a &lt; b &amp; c --&gt; d"});
}

TEST(Transcript, DividesLongSentencesIntoCuesOfTwoShortLines) {
    std::string words, han;
    for (int i = 0; i < 80; ++i) words += (i > 0 ? " word" : "word") + std::to_string(i);
    for (int i = 0; i < 200; ++i) han += "小";
    const Spoken made = spoken({{words, 30}, {han, 30}, {"Short.", 1}});
    const auto cues = cues_of(transcript_vtt(made.script, made.programme, "S"));
    ASSERT_GT(cues.size(), 5U);
    long last = 0;
    std::string shown;
    for (const Cue& cue : cues) {
        EXPECT_LT(cue.begin, cue.end);
        EXPECT_GE(cue.begin, last) << "cues never overlap";
        last = cue.end;
        EXPECT_LE(cue.lines.size(), 2U);
        for (std::string line : cue.lines) {
            line = replace_all(line, "<v S>", "");
            EXPECT_LE(count_characters(line), 65U) << line;
            shown += line + " ";
        }
    }
    EXPECT_LE(last, made.programme.length * 1000 / made.programme.rate) << "nor past the end";
    EXPECT_EQ(replace_all(shown, " ", ""), replace_all(words + han + "Short.", " ", "")) << "no word is lost";
}

TEST(Transcript, HasNoCueForWhatIsOnlyHeard) {
    Spoken made = spoken({{"Quote.", 1}, {"Text.", 1}});
    made.script.lines[0].sentences[0].written.clear();
    const auto cues = cues_of(transcript_vtt(made.script, made.programme, "S"));
    ASSERT_EQ(cues.size(), 1U);
    EXPECT_EQ(cues[0].lines, std::vector<std::string>{"<v S>Text."});
}

TEST(Transcript, LastsForHours) {
    const Spoken made = spoken({{"Long.", 3 * 3600 + 60}, {"End.", 1}});
    EXPECT_EQ(cues_of(transcript_vtt(made.script, made.programme, "S")).back().begin, (3 * 3600 + 61) * 1000);
}

}  // namespace
}  // namespace aloud
