#include "feed/guid.h"

#include <fmt/format.h>

#include <charconv>

#include "lib/ffmpeg/sha1.h"
#include "util/error.h"

namespace aloud {
namespace {

// Podcasting 2.0's name space for feeds.
constexpr std::string_view podcast_space = "ead4c236-bf58-58c6-a2c6-a6b28d128cb6";
// RFC 4122, appendix C: names that are URLs.
constexpr std::string_view url_space = "6ba7b811-9dad-11d1-80b4-00c04fd430c8";

}  // namespace

std::string uuid5(std::string_view space, std::string_view name) {
    std::string bytes;
    for (std::size_t i = 0; i + 1 < space.size();) {
        if (space[i] == '-') {
            ++i;
            continue;
        }
        unsigned value = 0;
        const auto [end, error] = std::from_chars(space.data() + i, space.data() + i + 2, value, 16);
        if (error != std::errc() || end != space.data() + i + 2) break;
        bytes += static_cast<char>(value);
        i += 2;
    }
    if (bytes.size() != 16 || space.size() != 36) throw Error(fmt::format("\"{}\" is no UUID", space));
    auto digest = sha1(bytes.append(name));
    digest[6] = static_cast<std::uint8_t>((digest[6] & 0x0FU) | 0x50U);
    digest[8] = static_cast<std::uint8_t>((digest[8] & 0x3FU) | 0x80U);
    std::string out;
    for (std::size_t i = 0; i < 16; ++i) {
        if (i == 4 || i == 6 || i == 8 || i == 10) out += '-';
        out += fmt::format("{:02x}", digest[i]);
    }
    return out;
}

std::string podcast_guid(std::string_view feed_url) {
    const std::size_t scheme = feed_url.find("://");
    if (scheme != std::string_view::npos) feed_url.remove_prefix(scheme + 3);
    while (feed_url.ends_with('/')) feed_url.remove_suffix(1);
    return uuid5(podcast_space, feed_url);
}

std::string episode_guid(std::string_view show_link, std::string_view slug) {
    return uuid5(url_space, fmt::format("{}#aloud:{}", show_link, slug));
}

}  // namespace aloud
