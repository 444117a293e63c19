// A look-ahead true-peak limiter.
#pragma once

#include <vector>

namespace aloud {

/// Holds the true peak (found at four times the rate) of `samples` at or under `ceiling_dbtp`; what lies under it stays
/// bit for bit. Look-ahead 5 ms, release 50 ms.
void limit(std::vector<float>& samples, int rate, double ceiling_dbtp);

}  // namespace aloud
