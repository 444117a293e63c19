#include "audio/limiter.h"

#include <algorithm>
#include <cmath>
#include <deque>

#include "lib/ffmpeg/resample.h"

namespace aloud {
namespace {

/// The gain that each sample needs by itself: its own peak and those between it and its neighbours.
std::vector<float> needed_gain(const std::vector<float>& samples, int rate, float ceiling, bool& any) {
    const std::vector<float> over = resample(samples, rate, rate * 4);
    std::vector<float> gain(samples.size(), 1.0F);
    any = false;
    for (std::size_t i = 0; i < samples.size(); ++i) {  // the filter's edges hide a peak at the very begin or end
        if (std::abs(samples[i]) <= ceiling) continue;
        any = true;
        gain[i] = ceiling / std::abs(samples[i]);
    }
    for (std::size_t i = 0; i < over.size(); ++i) {
        const float peak = std::abs(over[i]);
        if (peak <= ceiling) continue;
        any = true;
        const std::size_t at = std::min(i / 4, gain.size() - 1);
        for (std::size_t k = at; k <= std::min(at + 1, gain.size() - 1); ++k)
            gain[k] = std::min(gain[k], ceiling / peak);
    }
    return gain;
}

/// The least of each sample's neighbours within `reach` on both sides.
std::vector<float> lowest_around(const std::vector<float>& values, std::size_t reach) {
    std::vector<float> lowest(values.size());
    std::deque<std::size_t> window;
    for (std::size_t i = 0; i < values.size() + reach; ++i) {
        if (i < values.size()) {
            while (!window.empty() && values[window.back()] >= values[i]) window.pop_back();
            window.push_back(i);
        }
        if (i < reach) continue;
        while (window.front() + 2 * reach < i) window.pop_front();
        lowest[i - reach] = values[window.front()];
    }
    return lowest;
}

}  // namespace

void limit(std::vector<float>& samples, int rate, double ceiling_dbtp) {
    const auto ceiling = static_cast<float>(std::pow(10.0, ceiling_dbtp / 20));
    // Between the samples a peak may stand higher than at them, for speech not by more than this.
    constexpr float margin = 0.7F;
    if (std::none_of(samples.begin(), samples.end(), [&](float s) { return std::abs(s) > ceiling * margin; })) return;
    bool any = false;
    const std::vector<float> needed = needed_gain(samples, rate, ceiling, any);
    if (!any) return;
    const auto reach = static_cast<std::size_t>(rate / 200);
    std::vector<float> gain = lowest_around(needed, reach);
    // Release: back to 1 slowly; the look-ahead's other half smooths the way down by a running mean, which never passes
    // the lowest value around a peak.
    const auto release = static_cast<float>(1 - std::exp(-1.0 / (0.05 * rate)));
    for (std::size_t i = 1; i < gain.size(); ++i)
        gain[i] = std::min(gain[i], gain[i - 1] + (1.0F - gain[i - 1]) * release);
    double sum = 0;
    std::vector<float> smooth(gain.size());
    const auto at = [&](std::ptrdiff_t i) {
        return static_cast<double>(
            gain[static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(i, 0, std::ssize(gain) - 1))]);
    };
    const auto half = static_cast<std::ptrdiff_t>(reach) / 2;
    for (std::ptrdiff_t i = -half; i <= half; ++i) sum += at(i);
    for (std::ptrdiff_t i = 0; i < std::ssize(gain); ++i) {
        smooth[static_cast<std::size_t>(i)] = static_cast<float>(sum / static_cast<double>(2 * half + 1));
        sum += at(i + half + 1) - at(i - half);
    }
    for (std::size_t i = 0; i < samples.size(); ++i) samples[i] *= std::min(1.0F, smooth[i]);
}

}  // namespace aloud
