// Gains: every voice at the target, takes that stray moved towards their voice.
#pragma once

#include "audio/programme.h"

namespace aloud {

/// Fills Cut::gain_db from the takes alone, so that the same takes always get the same gains.
void set_levels(std::vector<Cut>& cuts, const TakeSource& takes, double target_lufs);

/// The kept samples of a cut's take as floats, before any gain.
std::vector<float> kept_samples(const Take& take, const std::vector<Range>& kept);

}  // namespace aloud
