#include "speech/neural/fast_math.h"

#include <gtest/gtest.h>

#include <cmath>

namespace aloud {
namespace {

TEST(FastMath, AgreesWithTheLibrarysFunctions) {
    for (int i = -7000; i <= 7000; ++i) {
        const float x = static_cast<float>(i) / 1000;
        EXPECT_NEAR(fast_exp(x) / std::exp(x), 1, 5e-7) << x;
        EXPECT_NEAR(fast_tanh(x), std::tanh(x), 3e-7) << x;
        const Rotation r = fast_rotation(x);
        const double angle = static_cast<double>(x) * 6.283185307179586;
        EXPECT_NEAR(r.cosine, std::cos(angle), 1e-6) << x;
        EXPECT_NEAR(r.sine, std::sin(angle), 1e-6) << x;
    }
}

TEST(FastMath, StaysFiniteFarOut) {
    EXPECT_GT(fast_exp(-1000), 0);
    EXPECT_EQ(fast_tanh(1e6F), 1);
    EXPECT_EQ(fast_tanh(-1e6F), -1);
}

}  // namespace
}  // namespace aloud
