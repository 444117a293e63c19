#include "speech/retry.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <random>
#include <set>
#include <thread>

#include "util/date.h"
#include "util/error.h"

namespace aloud {
namespace {

using std::chrono::milliseconds;

constexpr milliseconds longest_hint{120000};
constexpr double base_ms = 500, cap_ms = 60000;

std::optional<double> number(const HttpResponse& response, const char* header) {
    const auto found = response.headers.find(header);
    if (found == response.headers.end()) return std::nullopt;
    double value = 0;
    const std::string& text = found->second;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || !(value >= 0)) return std::nullopt;
    return value;
}

}  // namespace

std::optional<milliseconds> retry_hint(const HttpResponse& response, std::chrono::sys_seconds now) {
    const auto capped = [](double ms) {
        return milliseconds(static_cast<std::int64_t>(std::min(ms, static_cast<double>(longest_hint.count()))));
    };
    if (const auto ms = number(response, "retry-after-ms")) return capped(*ms);
    if (const auto seconds = number(response, "retry-after")) return capped(*seconds * 1000);
    const auto header = response.headers.find("retry-after");
    if (header == response.headers.end()) return std::nullopt;
    const auto date = parse_date(header->second);
    if (!date) return std::nullopt;
    return capped(std::max<double>(0, static_cast<double>((date->time - now).count()) * 1000));
}

bool is_worth_retrying(const HttpResponse& response) {
    static const std::set<long> statuses = {408, 409, 425, 429, 500, 502, 503, 504, 529};
    return response.failure.empty() ? statuses.contains(response.status) : !response.lasting;
}

milliseconds backoff(int attempt, double random) {
    const double most = std::min(cap_ms, base_ms * std::pow(2.0, attempt));
    return milliseconds(static_cast<std::int64_t>(random * most));
}

RetryClock real_clock(const std::function<bool()>& interrupted) {
    RetryClock clock;
    clock.wait = [interrupted](milliseconds left) {
        for (; left.count() > 0; left -= std::min(left, milliseconds(100))) {
            if (interrupted && interrupted()) throw Interrupted();
            std::this_thread::sleep_for(std::min(left, milliseconds(100)));
        }
    };
    clock.random = [] {
        thread_local std::mt19937 engine{std::random_device{}()};
        return std::uniform_real_distribution<double>(0, 1)(engine);
    };
    clock.now = [] { return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now()); };
    return clock;
}

}  // namespace aloud
