// Jobs on threads. The order in which they finish never shows in what comes out.
#pragma once

#include <cstddef>
#include <functional>

namespace aloud {

/// Calls job(0) … job(count - 1), at most `jobs` at once, each on some thread; returns when all have ended. With one
/// job at a time everything runs on the calling thread, in order. A job that throws lets those under way end and keeps
/// the rest from starting; then the exception of the lowest-numbered failed job is rethrown.
void run_parallel(std::size_t count, int jobs, const std::function<void(std::size_t)>& job);

}  // namespace aloud
