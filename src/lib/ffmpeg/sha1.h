// SHA-1 by libavutil: name-based UUIDs (RFC 4122, version 5) are made of it.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace aloud {

std::array<std::uint8_t, 20> sha1(std::string_view bytes);

}  // namespace aloud
