#include "speech/neural/synthesis.h"

#include <gtest/gtest.h>

#include <bit>
#include <cmath>
#include <cstring>

#include "util/file.h"

namespace aloud {
namespace {

/// Frames of a network's outputs (half precision, then the pitch in single), and what the voice's own package
/// (hibari-tts 0.2.1, dsp.synth, its noise at zero) makes of them. A vowel begins in them.
struct Frames {
    std::vector<float> parts[5];
    std::vector<float> pitch;
    std::vector<float> expected;

    Spectra spectra() const { return {parts[0], parts[1], parts[2], parts[3], parts[4], pitch}; }
};

/// IEEE 754 half precision; no infinities here.
float from_half(std::uint16_t half) {
    const int exponent = (half >> 10) & 31;
    const float fraction = static_cast<float>(half & 1023) / 1024;
    const float size = exponent == 0 ? std::ldexp(fraction, -14) : std::ldexp(1 + fraction, exponent - 15);
    return (half & 0x8000) != 0 ? -size : size;
}

Frames read_frames() {
    const std::string bytes = read_file(TEST_DATA_DIR "/hibari_frames.bin");
    const char* at = bytes.data();
    const auto take = [&]<typename T>(T) {
        T value;
        std::memcpy(&value, at, sizeof value);
        at += sizeof value;
        return value;
    };
    const auto frames = static_cast<std::size_t>(take(std::int32_t{}));
    Frames f;
    for (auto& part : f.parts)
        for (std::size_t i = 0; i < frames * synthesis_bins; ++i) part.push_back(from_half(take(std::uint16_t{})));
    for (std::size_t i = 0; i < frames; ++i) f.pitch.push_back(take(float{}));
    for (std::size_t i = 0; i < frames * synthesis_hop; ++i) f.expected.push_back(take(float{}));
    EXPECT_EQ(at, bytes.data() + bytes.size());
    return f;
}

double energy(const std::vector<float>& samples) {
    double sum = 0;
    for (const float s : samples) sum += static_cast<double>(s) * s;
    return sum;
}

TEST(Synthesis, AgreesWithThePackagesOwnTo60Decibels) {
    const Frames frames = read_frames();
    RealFft fft(synthesis_window);
    const std::vector<float> sound = synthesize(frames.spectra(), nullptr, fft);
    ASSERT_EQ(sound.size(), frames.expected.size());
    std::vector<float> difference;
    for (std::size_t i = 0; i < sound.size(); ++i) difference.push_back(sound[i] - frames.expected[i]);
    EXPECT_LT(10 * std::log10(energy(difference) / energy(frames.expected)), -60);
}

TEST(Synthesis, TakesItsNoiseFromTheSeed) {
    const Frames frames = read_frames();
    RealFft fft(synthesis_window), other_fft(synthesis_window);
    Noise one("seed"), same("seed"), other("another seed");
    const auto sound = synthesize(frames.spectra(), &one, fft);
    EXPECT_EQ(sound, synthesize(frames.spectra(), &same, other_fft));
    EXPECT_NE(sound, synthesize(frames.spectra(), &other, fft));
    EXPECT_NE(sound, synthesize(frames.spectra(), nullptr, fft));
}

TEST(Synthesis, GivesAPulseTrainOfThePitchAndNoneWithoutVoice) {
    const std::vector<float> steady(80, 200.0F), none(80, 0.0F);
    int peaks = 0;
    for (const float s : pulse_train(steady)) peaks += s > 30 ? 1 : 0;
    EXPECT_NEAR(peaks, 200, 60) << "a second at 200 Hz, each pulse a sample or two wide";
    EXPECT_EQ(energy(pulse_train(none)), 0);
}

TEST(Synthesis, TakesNoFramesAndOneFrame) {
    RealFft fft(synthesis_window);
    EXPECT_TRUE(synthesize({}, nullptr, fft).empty());
    const std::vector<float> part(synthesis_bins, -3.0F), pitch(1, 120.0F);
    const auto sound = synthesize({part, part, part, part, part, pitch}, nullptr, fft);
    ASSERT_EQ(sound.size(), synthesis_hop);
    for (const float s : sound) EXPECT_TRUE(std::isfinite(s));
}

TEST(Noise, HasNoMeanAndUnitVariance) {
    std::vector<float> values(200000);
    Noise("seed").fill(values);
    double mean = 0;
    for (const float v : values) mean += v;
    EXPECT_NEAR(mean / static_cast<double>(values.size()), 0, 0.01);
    EXPECT_NEAR(energy(values) / static_cast<double>(values.size()), 1, 0.02);
}

}  // namespace
}  // namespace aloud
