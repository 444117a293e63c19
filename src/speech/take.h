// A take: a recording asked for in one piece, with the times of its words or sentences.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace aloud {

/// From byte `place` of the spoken text on, the sound is at `sample` of the take.
struct Mark {
    std::size_t place = 0;
    std::int64_t sample = 0;
    bool operator==(const Mark&) const = default;
};

struct Take {
    int rate = 0;                       ///< samples a second
    std::vector<std::int16_t> samples;  ///< mono
    std::vector<Mark> marks;            ///< ascending in both; empty where the engine gives no times
};

enum class TakeCoding { pcm, flac };  ///< flac for takes that were paid for: kept for years

/// The store's form of a take: a small header, the marks and the samples. unpack returns nothing for bytes that are no
/// take (a damaged entry is a miss); pack throws Error.
std::string pack_take(const Take& take, TakeCoding coding);
std::optional<Take> unpack_take(std::string_view bytes);

}  // namespace aloud
