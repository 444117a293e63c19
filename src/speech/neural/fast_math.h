// exp, tanh, sine and cosine for long arrays of floats: to 2e-7, without branches or calls, so that the compiler makes
// vectors of the loops around them. The series are Taylor's and Euler's, on ranges where they end early.
#pragma once

#include <bit>
#include <cstdint>

namespace aloud {

inline std::int32_t nearest_integer(float x) {
    return static_cast<std::int32_t>(x + (x < 0 ? -0.5F : 0.5F));
}

/// e^x for x from -87 to 88; what is smaller gives e^-87.
inline float fast_exp(float x) {
    x = x < -87.0F ? -87.0F : x;
    const std::int32_t n = nearest_integer(x * 1.44269504F);
    const auto whole = static_cast<float>(n);
    const float r = (x - whole * 0.693359375F) + whole * 2.12194440e-4F;  // ln 2 in two parts: the first is exact
    const float series =
        1.0F + r * (1.0F + r * (0.5F + r * (1.0F / 6 + r * (1.0F / 24 + r * (1.0F / 120 + r * (1.0F / 720))))));
    return series * std::bit_cast<float>((n + 127) << 23);
}

inline float fast_tanh(float x) {
    const float bounded = x > 10.0F ? 10.0F : (x < -10.0F ? -10.0F : x);
    return 1.0F - 2.0F / (fast_exp(2.0F * bounded) + 1.0F);
}

struct Rotation {
    float cosine = 1;
    float sine = 0;
};

/// Cosine and sine of an angle in turns (1 is a full circle), of any size that floats count in halves.
inline Rotation fast_rotation(float turns) {
    const std::int32_t quarter = nearest_integer(turns * 4.0F);
    const float a = (turns - static_cast<float>(quarter) * 0.25F) * 6.28318531F;  // within an eighth of a turn
    const float b = a * a;
    const float sine = a * (1.0F + b * (-1.0F / 6 + b * (1.0F / 120 + b * (-1.0F / 5040))));
    const float cosine = 1.0F + b * (-0.5F + b * (1.0F / 24 + b * (-1.0F / 720 + b * (1.0F / 40320))));
    const bool swapped = (quarter & 1) != 0;
    const float c = swapped ? sine : cosine;
    const float s = swapped ? cosine : sine;
    return {((quarter + 1) & 2) != 0 ? -c : c, (quarter & 2) != 0 ? -s : s};
}

}  // namespace aloud
