// How often a service may be asked.
#pragma once

#include <chrono>
#include <deque>
#include <memory>
#include <mutex>
#include <string>

#include "speech/retry.h"

namespace aloud {

/// At most so many requests in any minute, tries that failed among them; 0: as many as one likes.
class RateLimit {
  public:
    explicit RateLimit(int per_minute) : per_minute_(per_minute) {}
    /// The one for this address in this process: all voices of a service share its limit.
    static std::shared_ptr<RateLimit> of(const std::string& base_url, int per_minute);
    /// Waits until one more request may go out, and counts it. Throws what the clock's wait throws.
    void take(const RetryClock& clock);

  private:
    int per_minute_;
    std::mutex mutex_;
    std::deque<std::chrono::sys_seconds> begun_;  ///< ascending; the requests of the last minute
};

}  // namespace aloud
