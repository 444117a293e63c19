// One take: from the store, or asked for once and kept.
#pragma once

#include "speech/engine.h"
#include "store/store.h"

namespace aloud {

/// Raised when the same request would give another take.
inline constexpr int take_version = 1;

Key take_key(const Engine& engine, const TakeRequest& request);

struct TakeResult {
    bool made = false;   ///< false: it was in the store
    double seconds = 0;  ///< of speech
    std::size_t billed_characters = 0;
    double cost_usd = 0;
};

/// The take is in the store afterwards. Two callers, threads or processes, never make the same take twice. A take that
/// is empty or silent is refused. Throws Error.
TakeResult make_take(Store& store, Engine& engine, const TakeRequest& request);

}  // namespace aloud
