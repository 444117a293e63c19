#include "audio/render.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "audio/level.h"
#include "audio/limiter.h"
#include "lib/ffmpeg/resample.h"

namespace aloud {
namespace {

constexpr double fade_seconds = 0.008;  // raised cosine, at both ends

void fade(std::vector<float>& samples, int rate) {
    const auto length = std::min(static_cast<std::size_t>(fade_seconds * rate), samples.size() / 2);
    for (std::size_t i = 0; i < length; ++i) {
        const double phase = std::numbers::pi * static_cast<double>(i) / static_cast<double>(length);
        const auto gain = static_cast<float>(0.5 - 0.5 * std::cos(phase));
        samples[i] *= gain;
        samples[samples.size() - 1 - i] *= gain;
    }
}

void put_silence(std::int64_t count, const std::function<void(std::span<const float>)>& piece) {
    static const std::vector<float> zeros(static_cast<std::size_t>(frame_samples), 0.0F);
    for (; count > 0; count -= std::min(count, frame_samples))
        piece(std::span<const float>(zeros).first(static_cast<std::size_t>(std::min(count, frame_samples))));
}

}  // namespace

std::vector<float> render_cut(const Cut& cut, const Take& take, int rate, double extra_gain_db, double ceiling_dbtp) {
    std::vector<float> samples = resample(kept_samples(take, cut.kept), take.rate, rate);
    samples.resize(static_cast<std::size_t>(cut.length), 0.0F);
    fade(samples, rate);
    const auto gain = static_cast<float>(std::pow(10.0, (cut.gain_db + extra_gain_db) / 20));
    for (float& sample : samples) sample *= gain;
    limit(samples, rate, ceiling_dbtp);
    return samples;
}

void render(const Programme& programme, const TakeSource& takes, double extra_gain_db, double ceiling_dbtp,
            const std::function<void(std::span<const float>)>& piece) {
    std::int64_t at = 0;
    for (const Cut& cut : programme.cuts) {
        put_silence(cut.start - at, piece);
        const std::vector<float> samples =
            render_cut(cut, takes(cut.plan.take), programme.rate, extra_gain_db, ceiling_dbtp);
        piece(samples);
        at = cut.start + cut.length;
    }
    put_silence(programme.length - at, piece);
}

}  // namespace aloud
