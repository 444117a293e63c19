#include "lib/ebur128/meter.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

#include "util/error.h"

namespace aloud {

void LoudnessMeter::Free::operator()(ebur128_state* state) const {
    ebur128_destroy(&state);
}

LoudnessMeter::LoudnessMeter(int rate, bool true_peak)
    : state_(ebur128_init(1, static_cast<unsigned long>(rate),
                          EBUR128_MODE_I | EBUR128_MODE_HISTOGRAM | (true_peak ? EBUR128_MODE_TRUE_PEAK : 0))) {
    if (!state_) throw Error("ebur128_init failed");
}

void LoudnessMeter::add(std::span<const float> samples) {
    if (ebur128_add_frames_float(state_.get(), samples.data(), samples.size()) != EBUR128_SUCCESS)
        throw Error("ebur128_add_frames_float failed");
}

void LoudnessMeter::add_silence(std::size_t samples) {
    static const std::vector<float> zeros(4096, 0.0F);
    for (; samples > 0; samples -= std::min(samples, zeros.size()))
        add(std::span<const float>(zeros).first(std::min(samples, zeros.size())));
}

double LoudnessMeter::integrated() const {
    double loudness = 0;
    if (ebur128_loudness_global(state_.get(), &loudness) != EBUR128_SUCCESS)
        throw Error("ebur128_loudness_global failed");
    return loudness;
}

double LoudnessMeter::true_peak() const {
    double peak = 0;
    if (ebur128_true_peak(state_.get(), 0, &peak) != EBUR128_SUCCESS) throw Error("ebur128_true_peak failed");
    return peak > 0 ? 20 * std::log10(peak) : -std::numeric_limits<double>::infinity();
}

}  // namespace aloud
