#include "audio/trim.h"

#include <gtest/gtest.h>

#include "tests/support/sounds.h"

namespace aloud {
namespace {

using testing::add_silence;
using testing::add_voice;

Take take_of(std::initializer_list<double> seconds) {
    Take take;
    take.rate = 20000;
    bool silent = true;
    for (const double length : seconds) {
        silent ? add_silence(take, length) : add_voice(take, length);
        silent = !silent;
    }
    return take;
}

/// Seconds, to a millisecond or so: a voice begins with a sample or two under the threshold.
void expect_near(const std::vector<Range>& ranges, const std::vector<std::pair<double, double>>& seconds) {
    ASSERT_EQ(ranges.size(), seconds.size());
    for (std::size_t i = 0; i < ranges.size(); ++i) {
        EXPECT_NEAR(static_cast<double>(ranges[i].begin) / 20000, seconds[i].first, 0.002) << i;
        EXPECT_NEAR(static_cast<double>(ranges[i].end) / 20000, seconds[i].second, 0.002) << i;
    }
}

TEST(Trim, KeepsFiftyMillisecondsAtBothEnds) {
    expect_near(trim(take_of({0.4, 1.0, 0.7})), {{0.35, 1.45}});
    expect_near(trim(take_of({0.02, 1.0, 0.03})), {{0.0, 1.05}});
}

TEST(Trim, ShortensLongSilencesInside) {
    expect_near(trim(take_of({0.1, 1.0, 3.0, 1.0, 0.1})), {{0.05, 1.4}, {3.8, 5.15}});
    expect_near(trim(take_of({0.1, 1.0, 1.15, 1.0, 0.1})), {{0.05, 3.3}});
}

TEST(Trim, TakesWhatLiesUnderMinusFiftyDecibelsForSilence) {
    Take take;
    take.rate = 20000;
    take.samples.assign(20000, 103);  // -50 dBFS is 103.6
    EXPECT_TRUE(trim(take).empty());
    take.samples[10000] = -105;
    expect_near(trim(take), {{0.45, 0.55}});
}

TEST(Trim, OfNothingIsNothing) {
    EXPECT_TRUE(trim(Take{20000, {}, {}}).empty());
    EXPECT_TRUE(trim(take_of({2.0})).empty());
}

TEST(Places, FollowWhatWasKept) {
    const std::vector<Range> kept = {{100, 200}, {500, 600}};
    EXPECT_EQ(total(kept), 200);
    EXPECT_EQ(place_in(kept, 0), 0);
    EXPECT_EQ(place_in(kept, 150), 50);
    EXPECT_EQ(place_in(kept, 300), 100) << "what went lies at the cut";
    EXPECT_EQ(place_in(kept, 550), 150);
    EXPECT_EQ(place_in(kept, 900), 200);
}

}  // namespace
}  // namespace aloud
