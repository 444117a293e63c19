// libebur128: loudness by ITU-R BS.1770 / EBU R 128, and true peak.
#pragma once

#include <ebur128.h>

#include <memory>
#include <span>

namespace aloud {

class LoudnessMeter {
  public:
    /// Mono at `rate`. `true_peak` costs four times the work.
    LoudnessMeter(int rate, bool true_peak);
    void add(std::span<const float> samples);
    void add_silence(std::size_t samples);
    /// Integrated, with both gates, LUFS; -infinity for silence or less than 400 ms.
    double integrated() const;
    /// dBTP; -infinity for silence.
    double true_peak() const;

  private:
    struct Free {
        void operator()(ebur128_state* state) const;
    };
    std::unique_ptr<ebur128_state, Free> state_;
};

}  // namespace aloud
