// Takes in their places on one clock.
#include "audio/programme.h"

#include <gtest/gtest.h>

#include "audio/level.h"
#include "audio/render.h"
#include "lib/ebur128/meter.h"
#include "tests/support/sounds.h"

namespace aloud {
namespace {

using testing::TakeShelf;

double seconds(std::int64_t samples) {
    return static_cast<double>(samples) / 44100;
}

TEST(Programme, LetsTheLongerOfTwoPausesWin) {
    TakeShelf shelf;
    std::vector<CutPlan> plans = {shelf.add(1, 700), shelf.add(1, 300), shelf.add(1, 100), shelf.add(1, 0)};
    plans[1].pause_before_ms = 1200;
    plans[2].pause_before_ms = 250;
    const Programme programme = master(plans, shelf.source(), {});
    ASSERT_EQ(programme.cuts.size(), 4U);
    // Up to a frame longer, so that the next cut begins on the encoder's grid.
    const double frame = seconds(frame_samples);
    const std::vector<double> wanted = {1.2, 0.3, 0.1};
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        EXPECT_GE(seconds(programme.cuts[i].pause), wanted[i] - 1e-4) << i;
        EXPECT_LT(seconds(programme.cuts[i].pause), wanted[i] + frame) << i;
    }
    EXPECT_NEAR(seconds(programme.cuts[2].pause), 0.1, 1e-4) << "a short pause is exact";
}

TEST(Programme, IsOneClockWithoutGaps) {
    TakeShelf shelf;
    std::vector<CutPlan> plans;
    for (int i = 0; i < 20; ++i)
        plans.push_back(shelf.add(0.3 + 0.05 * i, i % 3 == 0 ? 700 : 100, 0.2, i % 2 ? 24000 : 22050));
    const Programme programme = master(plans, shelf.source(), {});
    std::int64_t at = programme.cuts.front().start;
    EXPECT_GT(at, 0) << "a moment of silence before the first word";
    for (const Cut& cut : programme.cuts) {
        EXPECT_EQ(cut.start, at);
        at = cut.start + cut.length + cut.pause;
    }
    EXPECT_EQ(programme.length, at);
    std::int64_t rendered = 0;
    render(programme, shelf.source(), 0, -1.5, [&](std::span<const float> piece) { rendered += std::ssize(piece); });
    EXPECT_EQ(rendered, programme.length);
}

TEST(Programme, IsDividedIntoRunsOfWholeFrames) {
    TakeShelf shelf;
    std::vector<CutPlan> plans;
    for (int i = 0; i < 12; ++i) plans.push_back(shelf.add(0.5 + 0.031 * i, i % 4 == 3 ? 700 : 90));
    const Programme programme = master(plans, shelf.source(), {});
    ASSERT_EQ(programme.runs.size(), 3U) << "short pauses hold no join";
    std::int64_t at = 0;
    std::size_t cut = 0;
    for (const aloud::Run& run : programme.runs) {
        EXPECT_EQ(run.start, at);
        EXPECT_EQ(run.start % frame_samples, 0);
        EXPECT_EQ(run.length % frame_samples, 0);
        EXPECT_EQ(run.first, cut);
        EXPECT_LE(run.start, programme.cuts[run.first].start);
        at += run.length;
        cut += run.count;
    }
    EXPECT_EQ(at, programme.length);
    EXPECT_EQ(cut, programme.cuts.size());
}

TEST(Programme, GivesARunTheSameLengthWhateverStandsBeforeIt) {
    TakeShelf shelf;
    const CutPlan first = shelf.add(0.5, 700), longer = shelf.add(0.77, 700), last = shelf.add(1, 700);
    const Programme one = master({first, last, first}, shelf.source(), {});
    const Programme two = master({longer, last, first}, shelf.source(), {});
    ASSERT_EQ(one.runs.size(), 3U);
    EXPECT_NE(one.runs[0].length, two.runs[0].length);
    EXPECT_EQ(one.runs[1].length, two.runs[1].length);
    EXPECT_EQ(one.cuts[1].start - one.runs[1].start, two.cuts[1].start - two.runs[1].start);
}

TEST(SentenceTimes, ComeFromTheTakesMarks) {
    TakeShelf shelf;
    CutPlan plan = shelf.add(4, 700);
    shelf.takes[plan.take].marks = {{0, 0}, {10, 22050}, {20, 66150}};
    plan.sentences = {0, 1, 2};
    plan.places = {0, 10, 20};
    const Programme programme = master({plan}, shelf.source(), {});
    ASSERT_EQ(programme.times.size(), 3U);
    const std::int64_t start = programme.cuts[0].start;
    EXPECT_EQ(programme.times[0].start, start);
    EXPECT_NEAR(seconds(programme.times[1].start - start), 1.0, 0.01);
    EXPECT_NEAR(seconds(programme.times[2].start - start), 3.0, 0.01);
    EXPECT_EQ(programme.times[1].end, programme.times[2].start);
    EXPECT_EQ(programme.times[2].end, start + programme.cuts[0].length);
}

TEST(SentenceTimes, OfASentenceInTwoTakesLastOverBoth) {
    TakeShelf shelf;
    CutPlan one = shelf.add(1, 150), two = shelf.add(1, 700);
    two.line = one.line;
    const Programme programme = master({one, two}, shelf.source(), {});
    ASSERT_EQ(programme.times.size(), 1U);
    EXPECT_EQ(programme.times[0].end, programme.cuts[1].start + programme.cuts[1].length);
}

TEST(SentenceTimes, NeverRunBackwards) {
    TakeShelf shelf;
    CutPlan plan = shelf.add(2, 700);
    shelf.takes[plan.take].marks = {{0, 0}, {10, 1000000}};  // past the end of the take
    plan.sentences = {0, 1};
    plan.places = {0, 10};
    const Programme programme = master({plan, shelf.add(1, 0)}, shelf.source(), {});
    std::int64_t last = 0;
    for (const SentenceTime& time : programme.times) {
        EXPECT_GE(time.start, last);
        EXPECT_GT(time.end, time.start);
        EXPECT_LE(time.end, programme.length);
        last = time.end;
    }
}

TEST(Programme, LeavesOutSilentTakesAndNeedsOneThatIsNot) {
    TakeShelf shelf;
    const CutPlan loud = shelf.add(1, 700);
    CutPlan silent = shelf.add(1, 700);
    shelf.takes[silent.take].samples.assign(22050, 0);
    EXPECT_EQ(master({silent, loud}, shelf.source(), {}).cuts.size(), 1U);
    EXPECT_THROW(master({silent}, shelf.source(), {}), Error);
}

double loudness_of(const Cut& cut, const Take& take) {
    LoudnessMeter meter(44100, false);
    meter.add(render_cut(cut, take, 44100, 0, -1.5));
    return meter.integrated();
}

TEST(Levels, BringEveryVoiceToTheTarget) {
    TakeShelf shelf;
    std::vector<CutPlan> plans = {shelf.add(4, 300, 0.3), shelf.add(4, 300, 0.05), shelf.add(4, 300, 0.3, 48000)};
    plans[1].voice = plans[2].voice = "other";
    plans[2].voice = "third";
    const Programme programme = master(plans, shelf.source(), {});
    for (const Cut& cut : programme.cuts)
        EXPECT_NEAR(loudness_of(cut, shelf.takes[cut.plan.take]), -16, 0.7) << cut.plan.voice;
}

TEST(Levels, MoveATakeThatStraysTowardsItsVoice) {
    TakeShelf shelf;
    std::vector<CutPlan> plans;
    for (int i = 0; i < 9; ++i) plans.push_back(shelf.add(4, 300, 0.2));
    plans.push_back(shelf.add(4, 300, 0.05));  // 12 LU under its voice
    plans.push_back(shelf.add(4, 300, 0.16));  // 2 LU: as the voice speaks
    const Programme programme = master(plans, shelf.source(), {});
    const double voice = programme.cuts[0].gain_db;
    EXPECT_NEAR(programme.cuts[9].gain_db - voice, 9, 0.6) << "all but the 3 LU that it may stray";
    EXPECT_EQ(programme.cuts[10].gain_db, voice);
}

TEST(Rendering, FadesBothEndsAndKeepsPausesAtZero) {
    TakeShelf shelf;
    const Programme programme = master({shelf.add(1, 500), shelf.add(1, 500)}, shelf.source(), {});
    std::vector<float> all;
    render(programme, shelf.source(), 0, -1.5,
           [&](std::span<const float> piece) { all.insert(all.end(), piece.begin(), piece.end()); });
    for (const Cut& cut : programme.cuts) {
        EXPECT_EQ(all[static_cast<std::size_t>(cut.start)], 0.0F);
        EXPECT_LT(std::abs(all[static_cast<std::size_t>(cut.start + 20)]), 0.02F) << "8 ms are 353 samples";
        for (std::int64_t i = cut.start + cut.length; i < cut.start + cut.length + cut.pause; ++i)
            ASSERT_EQ(all[static_cast<std::size_t>(i)], 0.0F) << i;
    }
}

}  // namespace
}  // namespace aloud
