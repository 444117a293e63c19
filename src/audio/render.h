// The programme's samples, cut by cut.
#pragma once

#include <functional>
#include <span>
#include <vector>

#include "audio/programme.h"

namespace aloud {

/// One cut ready to be heard: resampled, faded, gained, limited; exactly cut.length samples.
std::vector<float> render_cut(const Cut& cut, const Take& take, int rate, double extra_gain_db, double ceiling_dbtp);

/// The whole programme in order, in pieces; pauses are digital silence. One cut is in memory at a time.
void render(const Programme& programme, const TakeSource& takes, double extra_gain_db, double ceiling_dbtp,
            const std::function<void(std::span<const float>)>& piece);

}  // namespace aloud
