// A real MP3: read frame by frame, decoded and measured.
#include <gtest/gtest.h>

#include <cmath>

#include "audio/programme.h"
#include "lib/ebur128/meter.h"
#include "lib/ffmpeg/decode.h"
#include "tests/support/sounds.h"
#include "tests/support/temp_folder.h"

namespace aloud {
namespace {

using testing::slurp;
using testing::TakeShelf;

std::uint32_t big_endian(const std::string& bytes, std::size_t at) {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < 4; ++i) value = value << 8U | static_cast<unsigned char>(bytes.at(at + i));
    return value;
}

struct Frames {
    std::size_t count = 0;  ///< after the Info frame
    bool constant = true;   ///< MPEG-1 layer III, 96 kb/s, 44.1 kHz, mono throughout
    bool whole = false;     ///< the last frame ends with the file
};

/// Walks the frame headers of ISO 11172-3.
Frames frames_of(const std::string& bytes) {
    Frames frames;
    std::size_t at = 0;
    while (at + 4 <= bytes.size()) {
        const std::uint32_t header = big_endian(bytes, at);
        if ((header & 0xFFFE0C00U) != 0xFFFA0000U || (header >> 12U & 0xFU) != 7 || (header >> 6U & 3U) != 3) {
            frames.constant = false;
            return frames;
        }
        at += 144 * 96000 / 44100 + (header >> 9U & 1U);
        ++frames.count;
    }
    frames.whole = at == bytes.size();
    if (frames.count > 0) --frames.count;
    return frames;
}

class Encoding : public ::testing::Test {
  protected:
    EncodedAudio encode(const std::vector<CutPlan>& plans, const MasterSettings& settings = {}) {
        programme_ = master(plans, shelf_.source(), settings);
        const EncodedAudio audio = encode_mp3(programme_, shelf_.source(), settings, file_.string());
        bytes_ = slurp(file_);
        return audio;
    }

    testing::TempFolder folder_;
    std::filesystem::path file_ = folder_ / "x.mp3";
    TakeShelf shelf_;
    Programme programme_;
    std::string bytes_;
};

TEST_F(Encoding, GivesAConstantRateAndATrueInfoFrame) {
    encode({shelf_.add(2, 700), shelf_.add(3, 300), shelf_.add(1, 0)});
    const Frames frames = frames_of(bytes_);
    EXPECT_TRUE(frames.constant) << "no tag, no other rate";
    EXPECT_TRUE(frames.whole);
    const std::size_t info = bytes_.find("Info");
    ASSERT_EQ(info, 21U) << "behind the side information of a mono frame";
    EXPECT_EQ(big_endian(bytes_, info + 4) & 3U, 3U) << "frames and bytes are given";
    EXPECT_EQ(big_endian(bytes_, info + 8), frames.count);
    EXPECT_EQ(big_endian(bytes_, info + 12), bytes_.size());
}

TEST_F(Encoding, LosesAndAddsNoSample) {
    const EncodedAudio audio = encode({shelf_.add(2, 700), shelf_.add(1.5, 300)});
    EXPECT_EQ(audio.samples, programme_.length);
    const Pcm decoded = decode_audio(bytes_);
    EXPECT_EQ(decoded.rate, 44100);
    EXPECT_NEAR(static_cast<double>(decoded.samples.size()), static_cast<double>(programme_.length), frame_samples);
    // Where the first cut begins it is heard, and before it there is silence.
    const auto start = static_cast<std::size_t>(programme_.cuts[0].start);
    int before = 0, after = 0;
    for (std::size_t i = 0; i + 200 < start; ++i) before = std::max(before, std::abs(int{decoded.samples[i]}));
    for (std::size_t i = start + 2000; i < start + 8000; ++i)
        after = std::max(after, std::abs(int{decoded.samples[i]}));
    EXPECT_LT(before, 200);
    EXPECT_GT(after, 2000);
}

TEST_F(Encoding, MeetsItsLoudnessAndPeakOnTheFile) {
    for (const double level : {0.02, 0.2, 0.9}) {
        const EncodedAudio audio = encode({shelf_.add(5, 700, level), shelf_.add(4, 300, level)});
        const Pcm decoded = decode_audio(bytes_);
        std::vector<float> samples;
        for (const std::int16_t sample : decoded.samples) samples.push_back(static_cast<float>(sample) / 32768.0F);
        LoudnessMeter meter(decoded.rate, true);
        meter.add(samples);
        EXPECT_NEAR(meter.integrated(), -16, 0.5) << level;
        EXPECT_LE(meter.true_peak(), -1.0) << level;
        EXPECT_NEAR(audio.loudness_lufs, meter.integrated(), 0.1) << level;
        EXPECT_NEAR(audio.true_peak_dbtp, meter.true_peak(), 0.2) << level;
    }
}

TEST_F(Encoding, MeetsOtherTargets) {
    MasterSettings settings;
    settings.loudness = -19;
    settings.true_peak = -3;
    const EncodedAudio audio = encode({shelf_.add(5, 700)}, settings);
    EXPECT_NEAR(audio.loudness_lufs, -19, 0.5);
}

TEST_F(Encoding, SaysWhatToDoWhenTheTargetIsOutOfReach) {
    // One click a second: all peak, no loudness.
    CutPlan plan = shelf_.add(6, 0);
    std::vector<std::int16_t>& samples = shelf_.takes[plan.take].samples;
    for (std::size_t i = 0; i < samples.size(); ++i) samples[i] = i % 11025 < 3 ? 30000 : 0;
    MasterSettings settings;
    settings.loudness = -10;
    try {
        encode({plan}, settings);
        ADD_FAILURE() << "this cannot be loud";
    } catch (const Error& error) {
        EXPECT_NE(std::string(error.what()).find("lower loudness"), std::string::npos) << error.what();
    }
}

TEST_F(Encoding, GivesTheSameBytesEachTime) {
    const std::vector<CutPlan> plans = {shelf_.add(2, 700), shelf_.add(1, 300, 0.9)};
    encode(plans);
    const std::string once = bytes_;
    encode(plans);
    EXPECT_EQ(bytes_, once);
}

TEST_F(Encoding, StopsWhenItIsInterrupted) {
    programme_ = master({shelf_.add(2, 700)}, shelf_.source(), {});
    EXPECT_THROW(encode_mp3(programme_, shelf_.source(), {}, file_.string(), [] { return true; }), Interrupted);
}

}  // namespace
}  // namespace aloud
