#include "audio/limiter.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

#include "lib/ebur128/meter.h"
#include "lib/ffmpeg/resample.h"

namespace aloud {
namespace {

constexpr int rate = 44100;

std::vector<float> sine(double hertz, double level, double phase = 0, std::size_t count = rate) {
    std::vector<float> samples(count);
    for (std::size_t i = 0; i < count; ++i)
        samples[i] =
            static_cast<float>(level * std::sin(2 * std::numbers::pi * hertz * static_cast<double>(i) / rate + phase));
    return samples;
}

/// Decibels of the highest peak at four times the rate.
double true_peak(const std::vector<float>& samples) {
    float peak = 0;
    for (const float sample : resample(samples, rate, 4 * rate)) peak = std::max(peak, std::abs(sample));
    return 20 * std::log10(static_cast<double>(peak));
}

TEST(Limiter, HoldsTheTruePeakUnderTheCeiling) {
    const double quarter = std::numbers::pi / 4;
    std::vector<float> bursts = sine(300, 0.1);
    for (std::size_t i = 10000; i < 10040; ++i) bursts[i] *= 12;
    for (std::size_t i = 30000; i < 32000; ++i) bursts[i] *= 9.5F;
    const std::vector<std::vector<float>> sounds = {
        sine(200, 1.0),   sine(997, 1.4),
        sine(6000, 0.95), sine(rate / 4.0, 1.0, quarter),  // its samples are 3 dB under its peaks
        bursts,
    };
    for (std::size_t i = 0; i < sounds.size(); ++i)
        for (const double ceiling : {-1.5, -2.0, -6.0}) {
            std::vector<float> samples = sounds[i];
            limit(samples, rate, ceiling);
            EXPECT_LE(true_peak(samples), ceiling + 0.05) << "sound " << i;
            LoudnessMeter meter(rate, true);
            meter.add(samples);
            EXPECT_LE(meter.true_peak(), ceiling + 0.1) << "sound " << i << ", by another measure";
        }
}

TEST(Limiter, LeavesWhatLiesUnderTheCeilingBitForBit) {
    const std::vector<float> quiet = sine(440, 0.7);
    std::vector<float> samples = quiet;
    limit(samples, rate, -1.5);
    EXPECT_EQ(samples, quiet);
    std::vector<float> burst = sine(440, 0.2);
    const std::vector<float> before = burst;
    for (std::size_t i = 20000; i < 20050; ++i) burst[i] *= 6;
    limit(burst, rate, -1.5);
    EXPECT_TRUE(std::equal(before.begin(), before.begin() + 19500, burst.begin())) << "before the look-ahead";
}

TEST(Limiter, LetsGoWithoutAStep) {
    std::vector<float> samples = sine(440, 0.5);
    for (std::size_t i = 10000; i < 10100; ++i) samples[i] *= 3;
    const std::vector<float> before = samples;
    limit(samples, rate, -1.5);
    float last = 1;
    for (std::size_t i = 5000; i < 20000; ++i) {
        if (std::abs(before[i]) < 0.05F) continue;
        const float gain = samples[i] / before[i];
        EXPECT_LE(gain, 1.0001F);
        EXPECT_LT(std::abs(gain - last), 0.05F) << i;
        last = gain;
    }
    EXPECT_GT(last, 0.95F) << "a fifth of a second later";
}

TEST(Limiter, TakesAnyLength) {
    for (const std::size_t count : {0U, 1U, 2U, 100U, 500U}) {
        std::vector<float> samples(count, 1.5F);
        limit(samples, rate, -1.5);
        ASSERT_EQ(samples.size(), count);
        for (const float sample : samples) EXPECT_LE(sample, 0.842F) << count;
    }
}

}  // namespace
}  // namespace aloud
