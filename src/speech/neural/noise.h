// Noise that is the same for the same take, on every machine.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

namespace aloud {

/// Gaussian numbers of unit variance, as far as ears and spectra tell: the sum of four even numbers of 16 bits. They
/// are spread over hundreds of bins, windows that overlap do the rest.
class Noise {
  public:
    /// `seed`: a key's hexadecimal digits, or any other text.
    explicit Noise(std::string_view seed);
    void fill(std::span<float> values);

  private:
    float next();

    std::array<std::uint64_t, 4> state_;
};

}  // namespace aloud
