#include "show/picture_header.h"

#include <cstddef>

namespace aloud {
namespace {

unsigned byte_at(std::string_view bytes, std::size_t at) { return static_cast<unsigned char>(bytes[at]); }

int big_endian(std::string_view bytes, std::size_t at, std::size_t count) {
    unsigned value = 0;
    for (std::size_t i = 0; i < count; ++i) value = (value << 8u) | byte_at(bytes, at + i);
    return static_cast<int>(value);
}

std::optional<PictureHeader> read_png(std::string_view bytes) {
    // Signature, then IHDR as the first chunk (PNG specification, 5.2 and 11.2.2).
    if (bytes.size() < 33 || bytes.substr(12, 4) != "IHDR") return std::nullopt;
    PictureHeader header;
    header.png = true;
    header.width = big_endian(bytes, 16, 4);
    header.height = big_endian(bytes, 20, 4);
    const unsigned colour_type = byte_at(bytes, 25);
    header.alpha = colour_type == 4 || colour_type == 6 || bytes.substr(0, 4096).find("tRNS") != std::string_view::npos;
    return header;
}

std::optional<PictureHeader> read_jpeg(std::string_view bytes) {
    // Segments until the frame header SOF0…SOF15 (ITU T.81, B.2.2).
    std::size_t at = 2;
    while (at + 4 <= bytes.size()) {
        if (byte_at(bytes, at) != 0xFF) return std::nullopt;
        const unsigned marker = byte_at(bytes, at + 1);
        if (marker == 0xFF) {
            ++at;
            continue;
        }
        if (marker == 0x01 || (marker >= 0xD0 && marker <= 0xD8)) {
            at += 2;
            continue;
        }
        const bool frame = marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
        if (frame && at + 10 <= bytes.size()) {
            PictureHeader header;
            header.height = big_endian(bytes, at + 5, 2);
            header.width = big_endian(bytes, at + 7, 2);
            header.components = static_cast<int>(byte_at(bytes, at + 9));
            return header;
        }
        const int length = big_endian(bytes, at + 2, 2);
        if (length < 2) return std::nullopt;
        at += 2 + static_cast<std::size_t>(length);
    }
    return std::nullopt;
}

}  // namespace

std::optional<PictureHeader> read_picture_header(std::string_view bytes) {
    if (bytes.starts_with("\x89PNG\r\n\x1a\n")) return read_png(bytes);
    if (bytes.starts_with("\xFF\xD8\xFF")) return read_jpeg(bytes);
    return std::nullopt;
}

}  // namespace aloud
