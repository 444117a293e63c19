#include "show/picture_header.h"

#include <cstddef>

namespace aloud {
namespace {

unsigned byte_at(std::string_view bytes, std::size_t at) {
    return static_cast<unsigned char>(bytes[at]);
}

std::size_t big_endian(std::string_view bytes, std::size_t at, std::size_t count) {
    std::size_t value = 0;
    for (std::size_t i = 0; i < count; ++i) value = (value << 8u) | byte_at(bytes, at + i);
    return value;
}

constexpr std::size_t png_signature = 8;
constexpr std::size_t png_chunk_frame = 12;  // length, name, checksum

/// A transparent colour or palette entry is a chunk before the picture's data (PNG specification, 11.3.2.1).
bool has_transparency_chunk(std::string_view bytes) {
    for (std::size_t at = png_signature; at + png_chunk_frame <= bytes.size();) {
        const std::string_view name = bytes.substr(at + 4, 4);
        if (name == "tRNS") return true;
        if (name == "IDAT") return false;
        at += png_chunk_frame + big_endian(bytes, at, 4);
    }
    return false;
}

std::optional<PictureHeader> read_png(std::string_view bytes) {
    // IHDR is the first chunk (PNG specification, 5.6 and 11.2.2).
    constexpr std::size_t header_end = png_signature + png_chunk_frame + 13;
    constexpr std::size_t largest = 0x7fffffff;
    if (bytes.size() < header_end || bytes.substr(12, 4) != "IHDR") return std::nullopt;
    const std::size_t width = big_endian(bytes, 16, 4), height = big_endian(bytes, 20, 4);
    if (width == 0 || height == 0 || width > largest || height > largest) return std::nullopt;
    const unsigned colour_type = byte_at(bytes, 25);  // 0 grey, 2 RGB, 3 palette (of RGB), 4 grey and 6 RGB with alpha
    PictureHeader header;
    header.png = true;
    header.width = static_cast<int>(width);
    header.height = static_cast<int>(height);
    header.components = colour_type == 0 || colour_type == 4 ? 1 : 3;
    header.alpha = colour_type == 4 || colour_type == 6 || has_transparency_chunk(bytes);
    return header;
}

std::optional<PictureHeader> read_jpeg(std::string_view bytes) {
    // Marker segments until the frame header SOF0…SOF15 (ITU T.81, B.1.1.3 and B.2.2).
    for (std::size_t at = 2; at + 4 <= bytes.size();) {
        if (byte_at(bytes, at) != 0xFF) return std::nullopt;
        const unsigned marker = byte_at(bytes, at + 1);
        if (marker == 0xFF) {  // a fill byte
            ++at;
            continue;
        }
        if (marker == 0x01 || (marker >= 0xD0 && marker <= 0xD7)) {  // stand alone, without a length
            at += 2;
            continue;
        }
        if (marker == 0xD9 || marker == 0xDA) return std::nullopt;  // the end, or data, before a frame header
        const bool frame = marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
        if (frame) {
            if (at + 10 > bytes.size()) return std::nullopt;
            PictureHeader header;
            header.height = static_cast<int>(big_endian(bytes, at + 5, 2));
            header.width = static_cast<int>(big_endian(bytes, at + 7, 2));
            header.components = static_cast<int>(byte_at(bytes, at + 9));
            return header;
        }
        const std::size_t length = big_endian(bytes, at + 2, 2);
        if (length < 2) return std::nullopt;
        at += 2 + length;
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
