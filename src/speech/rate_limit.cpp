#include "speech/rate_limit.h"

#include <algorithm>
#include <map>
#include <utility>

namespace aloud {
namespace {

constexpr std::chrono::seconds window{61};  // a minute, and the second that a whole number of them may hide

}  // namespace

std::shared_ptr<RateLimit> RateLimit::of(const std::string& base_url, int per_minute) {
    static std::mutex mutex;
    static std::map<std::pair<std::string, int>, std::weak_ptr<RateLimit>> limits;
    const std::lock_guard lock(mutex);
    auto& kept = limits[{base_url, per_minute}];
    auto limit = kept.lock();
    if (!limit) kept = limit = std::make_shared<RateLimit>(per_minute);
    return limit;
}

void RateLimit::take(const RetryClock& clock) {
    if (per_minute_ <= 0) return;
    while (true) {
        std::chrono::seconds wait{0};
        {
            const std::lock_guard lock(mutex_);
            const auto now = clock.now();
            // A clock that was set back must not keep anyone waiting for longer than the window.
            while (!begun_.empty() && (begun_.front() + window <= now || begun_.front() > now + window))
                begun_.pop_front();
            if (begun_.size() < static_cast<std::size_t>(per_minute_)) {
                begun_.push_back(now);
                return;
            }
            wait = std::clamp(begun_.front() + window - now, std::chrono::seconds{1}, window);
        }
        clock.wait(wait);
    }
}

}  // namespace aloud
