// What the first bytes of a JPEG or PNG say of it: enough to check a cover.
#pragma once

#include <optional>
#include <string_view>

namespace aloud {

struct PictureHeader {
    bool png = false;  ///< else JPEG
    int width = 0;     ///< pixels
    int height = 0;
    bool alpha = false;
    int components = 3;  ///< 1 grey, 3 colour, 4 CMYK (JPEG)
};

/// Nothing when the bytes are neither, or too few.
std::optional<PictureHeader> read_picture_header(std::string_view bytes);

}  // namespace aloud
