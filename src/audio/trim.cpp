#include "audio/trim.h"

#include <algorithm>
#include <cstdlib>

namespace aloud {
namespace {

constexpr int threshold = 104;             // 32768 · 10^(-50/20)
constexpr std::int64_t kept_ms = 50;       // at both ends
constexpr std::int64_t longest_ms = 1200;  // of silence inside
constexpr std::int64_t shortened_ms = 600;

}  // namespace

std::vector<Range> trim(const Take& take) {
    const auto ms = [&](std::int64_t value) { return value * take.rate / 1000; };
    const auto loud = [&](std::int16_t sample) { return std::abs(int{sample}) > threshold; };
    const auto size = static_cast<std::int64_t>(take.samples.size());
    std::vector<Range> kept;
    std::int64_t begin = -1, last_loud = -1;
    for (std::int64_t i = 0; i < size; ++i) {
        if (!loud(take.samples[static_cast<std::size_t>(i)])) continue;
        if (begin < 0) {
            begin = std::max<std::int64_t>(0, i - ms(kept_ms));
        } else if (i - last_loud > ms(longest_ms)) {
            kept.push_back({begin, last_loud + ms(shortened_ms) / 2});
            begin = i - ms(shortened_ms) / 2;
        }
        last_loud = i;
    }
    if (begin >= 0) kept.push_back({begin, std::min(size, last_loud + 1 + ms(kept_ms))});
    return kept;
}

std::int64_t total(const std::vector<Range>& ranges) {
    std::int64_t sum = 0;
    for (const Range& range : ranges) sum += range.end - range.begin;
    return sum;
}

std::int64_t place_in(const std::vector<Range>& kept, std::int64_t sample) {
    std::int64_t before = 0;
    for (const Range& range : kept) {
        if (sample < range.end) return before + std::max<std::int64_t>(0, sample - range.begin);
        before += range.end - range.begin;
    }
    return before;
}

}  // namespace aloud
