// Fourier transforms of real signals, single precision, by FFTW.
#pragma once

#include <complex>
#include <memory>
#include <span>

namespace aloud {

/// A transform of one length with its own buffers; one thread at a time. Plans are estimated, never measured: the same
/// plan, and so the same rounding, every time.
class RealFft {
  public:
    /// `length`: samples, even. Throws Error.
    explicit RealFft(std::size_t length);
    ~RealFft();
    RealFft(const RealFft&) = delete;
    RealFft& operator=(const RealFft&) = delete;

    std::span<float> samples();                 ///< `length`
    std::span<std::complex<float>> spectrum();  ///< length / 2 + 1
    void forward();                             ///< samples to spectrum, unscaled; the samples are kept
    void inverse();                             ///< spectrum to samples × length; the spectrum is lost

  private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace aloud
