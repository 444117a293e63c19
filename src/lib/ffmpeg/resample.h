// libswresample: one take to the output rate, in one go.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace aloud {

/// Mono. The result has exactly ceil(samples · to / from) samples. Throws Error.
std::vector<float> resample(std::span<const float> samples, int from, int to);

}  // namespace aloud
