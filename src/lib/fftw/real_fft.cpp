#include "lib/fftw/real_fft.h"

#include <fftw3.h>

#include <mutex>

#include "util/error.h"

namespace aloud {
namespace {

struct FreeBuffer {
    void operator()(void* buffer) const { fftwf_free(buffer); }
};

/// Only execution is safe from many threads; whatever makes or destroys plans takes turns.
std::mutex& planner() {
    static std::mutex mutex;
    return mutex;
}

}  // namespace

struct RealFft::State {
    std::size_t length = 0;
    std::unique_ptr<float, FreeBuffer> samples;
    std::unique_ptr<fftwf_complex, FreeBuffer> spectrum;
    fftwf_plan forward = nullptr;
    fftwf_plan inverse = nullptr;

    ~State() {
        const std::lock_guard lock(planner());
        if (forward != nullptr) fftwf_destroy_plan(forward);
        if (inverse != nullptr) fftwf_destroy_plan(inverse);
    }
};

RealFft::RealFft(std::size_t length) : state_(std::make_unique<State>()) {
    State& s = *state_;
    s.length = length;
    s.samples.reset(fftwf_alloc_real(length));
    s.spectrum.reset(fftwf_alloc_complex(length / 2 + 1));
    if (!s.samples || !s.spectrum) throw Error("no memory for a Fourier transform");
    const std::lock_guard lock(planner());
    const int n = static_cast<int>(length);
    s.forward = fftwf_plan_dft_r2c_1d(n, s.samples.get(), s.spectrum.get(), FFTW_ESTIMATE | FFTW_PRESERVE_INPUT);
    s.inverse = fftwf_plan_dft_c2r_1d(n, s.spectrum.get(), s.samples.get(), FFTW_ESTIMATE);
    if (s.forward == nullptr || s.inverse == nullptr) throw Error("FFTW has no plan for this length");
}

RealFft::~RealFft() = default;

std::span<float> RealFft::samples() {
    return {state_->samples.get(), state_->length};
}

std::span<std::complex<float>> RealFft::spectrum() {
    // fftw_complex and std::complex share their layout: FFTW's manual, "Complex numbers".
    return {reinterpret_cast<std::complex<float>*>(state_->spectrum.get()), state_->length / 2 + 1};
}

void RealFft::forward() {
    fftwf_execute(state_->forward);
}

void RealFft::inverse() {
    fftwf_execute(state_->inverse);
}

}  // namespace aloud
