// Whether an answer is worth another try, and when.
#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <string>

#include "lib/curl/easy.h"

namespace aloud {

inline constexpr int most_tries = 6;

/// The server's own hint: retry-after-ms, or Retry-After in seconds or as a date (RFC 9110, 10.2.3); at most 120 s.
std::optional<std::chrono::milliseconds> retry_hint(const HttpResponse& response, std::chrono::sys_seconds now);

/// Connection errors that may pass, bodies cut off, 408, 409, 425, 429, 500, 502, 503, 504, 529.
bool is_worth_retrying(const HttpResponse& response);

/// Full jitter: `random` from 0 to 1 of base 0.5 s, doubled each try, at most 60 s.
std::chrono::milliseconds backoff(int attempt, double random);

/// Time as an engine sees it; tests bring their own.
struct RetryClock {
    std::function<void(std::chrono::milliseconds)> wait;  ///< returns early, by throwing Interrupted, when stopped
    std::function<double()> random;                       ///< 0 to 1
    std::function<std::chrono::sys_seconds()> now;
};
RetryClock real_clock(const std::function<bool()>& interrupted);

}  // namespace aloud
