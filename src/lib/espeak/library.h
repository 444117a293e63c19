// For the files of this folder only: the library's one state, which everybody who calls it shares.
#pragma once

#include <mutex>

namespace aloud {

/// Held around every call.
std::mutex& espeak_mutex();

/// Initialises the library at the first call, with the mutex held. Its sample rate. Throws Error.
int espeak_start();

}  // namespace aloud
