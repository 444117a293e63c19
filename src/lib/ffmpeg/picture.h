// Pictures by FFmpeg: decode, scale, JPEG.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace aloud {

/// A JPEG or PNG scaled to at most `pixels` a side, as a JPEG. The same bytes give the same bytes. Throws Error.
std::string scale_to_jpeg(std::string_view picture, int pixels);

/// width × height × 3 bytes of RGB as a JPEG; `quality` from 2 (best) to 31. Throws Error.
std::string encode_jpeg(int width, int height, const std::vector<std::uint8_t>& rgb, int quality);

}  // namespace aloud
