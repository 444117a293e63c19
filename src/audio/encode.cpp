#include <fmt/format.h>

#include <cmath>

#include "audio/programme.h"
#include "audio/render.h"
#include "lib/ebur128/meter.h"
#include "lib/ffmpeg/decode.h"
#include "lib/ffmpeg/encode.h"
#include "util/error.h"
#include "util/file.h"

namespace aloud {
namespace {

constexpr double highest_peak_dbtp = -1.0;  // Apple: audio requirements
constexpr double tolerance_lu = 0.5;
constexpr double aim_lu = 0.3;  // closer than it must be: other meters differ by a tenth
constexpr int tries = 4;

TrackSettings mp3_settings(const MasterSettings& settings) {
    TrackSettings track;
    track.codec = "libmp3lame";
    track.muxer = "mp3";
    track.rate = settings.rate;
    track.bitrate = settings.bitrate * 1000;
    track.codec_options = {{"reservoir", "0"}};  // frames that lean on no other can be joined
    track.muxer_options = {{"write_xing", "1"}, {"id3v2_version", "0"}, {"write_id3v1", "0"}};
    return track;
}

EncodedAudio measure(const std::string& file) {
    const std::string bytes = read_file(file);
    EncodedAudio measured;
    std::unique_ptr<LoudnessMeter> meter;
    std::int64_t samples = 0;
    decode_pieces(bytes, [&](std::span<const float> piece) {
        if (!meter) meter = std::make_unique<LoudnessMeter>(44100, true);
        meter->add(piece);
        samples += std::ssize(piece);
    });
    if (!meter) throw Error("the encoded file holds no sound");
    measured.samples = samples;
    measured.loudness_lufs = meter->integrated();
    measured.true_peak_dbtp = meter->true_peak();
    return measured;
}

/// The gain that the whole programme needs after its limiter, which takes a little of the level away.
double correction(const Programme& programme, const TakeSource& takes, const MasterSettings& settings, double ceiling,
                  double gain_db) {
    constexpr int passes = 2;
    for (int pass = 0; pass < passes; ++pass) {
        LoudnessMeter meter(programme.rate, false);
        render(programme, takes, gain_db, ceiling, [&](std::span<const float> piece) { meter.add(piece); });
        const double off = settings.loudness - meter.integrated();
        if (!std::isfinite(off) || std::abs(off) < tolerance_lu / 2) break;
        gain_db += std::round(off * 10) / 10;
    }
    return gain_db;
}

}  // namespace

EncodedAudio encode_mp3(Programme& programme, const TakeSource& takes, const MasterSettings& settings,
                        const std::string& file, const std::function<bool()>& interrupted) {
    double ceiling = settings.true_peak;
    double gain_db = correction(programme, takes, settings, ceiling, 0);
    for (int attempt = 1;; ++attempt) {
        TrackWriter writer(mp3_settings(settings), file);
        render(programme, takes, gain_db, ceiling, [&](std::span<const float> piece) {
            if (interrupted && interrupted()) throw Interrupted();
            writer.write(piece);
        });
        writer.finish();
        EncodedAudio audio = measure(file);
        const double off = settings.loudness - audio.loudness_lufs;
        const double allowed_lu = attempt < tries ? aim_lu : tolerance_lu;
        const bool level_right = !std::isfinite(audio.loudness_lufs) || std::abs(off) <= allowed_lu;
        const bool peak_right = audio.true_peak_dbtp <= highest_peak_dbtp;
        if (level_right && peak_right) {
            audio.samples = programme.length;
            return audio;
        }
        if (attempt == tries)
            throw Error(
                fmt::format("the episode measures {:.1f} LUFS and {:.1f} dBTP; the target is {:.1f} LUFS under {:.1f} "
                            "dBTP: choose a "
                            "lower loudness or another voice",
                            audio.loudness_lufs, audio.true_peak_dbtp, settings.loudness, highest_peak_dbtp));
        if (!level_right) gain_db += std::round(off * 10) / 10;
        if (!peak_right) ceiling -= 0.5;
    }
}

}  // namespace aloud
