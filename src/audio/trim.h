// What of a take is kept.
#pragma once

#include <vector>

#include "audio/programme.h"

namespace aloud {

/// Ends below -50 dBFS go, 50 ms of them stay; silence inside longer than 1.2 s becomes 0.6 s. Empty for a take that is
/// silent throughout.
std::vector<Range> trim(const Take& take);

/// Samples in all ranges.
std::int64_t total(const std::vector<Range>& ranges);

/// Where a sample of the take lies in what is kept; samples that went lie at the cut.
std::int64_t place_in(const std::vector<Range>& kept, std::int64_t sample);

}  // namespace aloud
