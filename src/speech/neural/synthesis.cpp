#include "speech/neural/synthesis.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <complex>
#include <numbers>

#include "speech/neural/fast_math.h"

namespace aloud {
namespace {

constexpr double pi = std::numbers::pi;
constexpr float voiceless = 40;        // Hz: no pulses below
constexpr float highest = 11000;       // Hz: of a harmonic
constexpr float largest_exponent = 7;  // a factor of about 1100
constexpr std::size_t block = 16;      // frames worked on at once: rows of a spectrum lie far apart
constexpr std::size_t overlap = synthesis_window / synthesis_hop;
constexpr std::size_t half = synthesis_window / 2;

/// Periodic Hann.
const std::array<float, synthesis_window>& window() {
    static const auto values = [] {
        std::array<float, synthesis_window> w{};
        for (std::size_t i = 0; i < w.size(); ++i)
            w[i] = static_cast<float>(0.5 - 0.5 * std::cos(2 * pi * static_cast<double>(i) / synthesis_window));
        return w;
    }();
    return values;
}

using Rows = std::array<std::array<float, block>, synthesis_bins>;

/// What a block of frames multiplies the pulses' spectrum by, and what it adds.
struct Filters {
    Rows gain_re, gain_im, add_re, add_im;
};

/// e^level with a phase in turns, for a row of a block.
void polar(const float* level, const float* turns, float* re, float* im) {
    for (std::size_t j = 0; j < block; ++j) {
        const float size = fast_exp(level[j] > largest_exponent ? largest_exponent : level[j]);
        const Rotation rotation = fast_rotation(turns[j]);
        re[j] = size * rotation.cosine;
        im[j] = size * rotation.sine;
    }
}

void make_filters(const Spectra& s, std::size_t first, std::size_t count, Noise* noise, Filters& out) {
    const std::size_t frames = s.pitch.size();
    std::array<float, block> level{}, turns{}, re{}, im{};
    const auto load = [&](std::span<const float> from, std::size_t bin, std::array<float, block>& row) {
        std::copy_n(from.begin() + static_cast<std::ptrdiff_t>(bin * frames + first), count, row.begin());
    };
    for (std::size_t bin = 0; bin < synthesis_bins; ++bin) {
        load(s.harmonic, bin, level);
        load(s.harmonic_phase, bin, turns);
        for (float& t : turns) t = 0.5F * fast_tanh(t);
        polar(level.data(), turns.data(), out.gain_re[bin].data(), out.gain_im[bin].data());

        load(s.free, bin, level);
        load(s.free_phase, bin, turns);
        for (float& t : turns) t *= static_cast<float>(0.5 / pi);
        polar(level.data(), turns.data(), out.add_re[bin].data(), out.add_im[bin].data());

        if (noise == nullptr) continue;
        noise->fill(std::span(re).first(count));
        noise->fill(std::span(im).first(count));
        load(s.noise, bin, level);
        for (std::size_t j = 0; j < block; ++j) {
            const float size = fast_exp(level[j] > largest_exponent ? largest_exponent : level[j]);
            out.add_re[bin][j] += size * re[j];
            out.add_im[bin][j] += size * im[j];
        }
    }
}

/// The pulses with half a window before and after them, mirrored about their ends.
std::vector<float> mirrored(const std::vector<float>& pulses) {
    std::vector<float> padded(pulses.size() + synthesis_window);
    const auto last = static_cast<std::ptrdiff_t>(pulses.size()) - 1;
    for (std::size_t i = 0; i < padded.size(); ++i) {
        std::ptrdiff_t at = std::abs(static_cast<std::ptrdiff_t>(i) - static_cast<std::ptrdiff_t>(half));
        if (at > last) at = std::max<std::ptrdiff_t>(2 * last - at, 0);
        padded[i] = pulses[static_cast<std::size_t>(std::min(at, last))];
    }
    return padded;
}

}  // namespace

std::vector<float> pulse_train(std::span<const float> pitch) {
    std::vector<float> pulses(pitch.size() * synthesis_hop);
    double phase = 0;  // in turns
    for (std::size_t i = 0; i < pulses.size(); ++i) {
        // The pitch holds at the middle of its frame; between two middles it moves in a straight line.
        const double place = std::max((static_cast<double>(i) + 0.5) / synthesis_hop - 0.5, 0.0);
        const auto before = static_cast<std::size_t>(place);
        const std::size_t after = std::min(before + 1, pitch.size() - 1);
        const auto part = static_cast<float>(place - static_cast<double>(before));
        const float hertz = pitch[before] * (1 - part) + pitch[after] * part;
        const float bounded = std::max(hertz, voiceless);
        phase += static_cast<double>(bounded) / synthesis_rate;
        phase -= std::floor(phase);
        if (!(hertz > voiceless)) continue;
        // All harmonics of unit amplitude in one closed form: sin((H + ½) t) / (2 sin(t / 2)) - ½.
        const double harmonics = std::floor(highest / bounded) + 0.5;
        const auto below = static_cast<float>(2 * std::sin(pi * phase));
        if (std::abs(below) <= 2e-3F) {
            pulses[i] = static_cast<float>(harmonics) - 0.5F;
            continue;
        }
        const double turns = harmonics * phase;
        const Rotation above = fast_rotation(static_cast<float>(turns - std::floor(turns)));
        pulses[i] = above.sine / below - 0.5F;
    }
    return pulses;
}

std::vector<float> synthesize(const Spectra& spectra, Noise* noise, RealFft& fft) {
    const std::size_t frames = spectra.pitch.size();
    if (frames == 0) return {};
    const std::vector<float> pulses = mirrored(pulse_train(spectra.pitch));
    const auto& w = window();
    std::vector<float> sum((frames + overlap - 1) * synthesis_hop);
    std::vector<float> weight(sum.size());
    const auto filters = std::make_unique<Filters>();
    for (std::size_t first = 0; first < frames; first += block) {
        const std::size_t count = std::min(block, frames - first);
        make_filters(spectra, first, count, noise, *filters);
        for (std::size_t j = 0; j < count; ++j) {
            const std::size_t start = (first + j) * synthesis_hop;
            const std::span<float> samples = fft.samples();
            // A cosine of amplitude 1 shall have the size 1 in its bin: half the window's sum is 300.
            for (std::size_t i = 0; i < synthesis_window; ++i)
                samples[i] = pulses[start + i] * w[i] * (1.0F / (synthesis_window / 4));
            fft.forward();
            const std::span<std::complex<float>> bins = fft.spectrum();
            for (std::size_t b = 0; b < synthesis_bins; ++b) {
                const float re = bins[b].real(), im = bins[b].imag();
                const float gain_re = filters->gain_re[b][j], gain_im = filters->gain_im[b][j];
                bins[b] = {re * gain_re - im * gain_im + filters->add_re[b][j],
                           re * gain_im + im * gain_re + filters->add_im[b][j]};
            }
            bins.front().imag(0);  // a real signal has no phase at 0 Hz and at half the rate
            bins.back().imag(0);
            fft.inverse();
            for (std::size_t i = 0; i < synthesis_window; ++i) {
                sum[start + i] += samples[i] * w[i] * (1.0F / synthesis_window);
                weight[start + i] += w[i] * w[i];
            }
        }
    }
    std::vector<float> sound(frames * synthesis_hop);
    for (std::size_t i = 0; i < sound.size(); ++i) sound[i] = sum[half + i] / std::max(weight[half + i], 1e-11F);
    return sound;
}

}  // namespace aloud
