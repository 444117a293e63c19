// From the spectra of a source-filter network to samples: a train of pulses at the pitch is filtered by one spectrum,
// noise by another, a third part has phases of its own, and one inverse transform makes sound of their sum:
//   S = e^lh · e^(iπ tanh θ) · E + e^ln · Z + e^lr · e^(iφ)
// with E the short-time spectrum of the pulses, Z complex Gaussian noise. Exponents are at most 7.
#pragma once

#include <span>
#include <vector>

#include "lib/fftw/real_fft.h"
#include "speech/neural/noise.h"

namespace aloud {

inline constexpr int synthesis_rate = 24000;
inline constexpr std::size_t synthesis_hop = 300;      ///< samples a frame
inline constexpr std::size_t synthesis_window = 1200;  ///< samples, periodic Hann
inline constexpr std::size_t synthesis_bins = synthesis_window / 2 + 1;

/// Each but the pitch: synthesis_bins rows of as many values as there are frames. The pitch is in Hz, 0 where there is
/// no voice.
struct Spectra {
    std::span<const float> harmonic;        ///< lh
    std::span<const float> harmonic_phase;  ///< theta
    std::span<const float> noise;           ///< ln
    std::span<const float> free;            ///< lr
    std::span<const float> free_phase;      ///< phi
    std::span<const float> pitch;           ///< f0
};

/// Pulses of unit amplitude up to 11 kHz, synthesis_hop samples for each value of the pitch.
std::vector<float> pulse_train(std::span<const float> pitch);

/// synthesis_hop samples for each frame, full scale ±1. `noise` null: none. `fft`: of synthesis_window samples.
std::vector<float> synthesize(const Spectra& spectra, Noise* noise, RealFft& fft);

}  // namespace aloud
