#include "show/picture_header.h"

#include <gtest/gtest.h>

#include <string>

#include "lib/ffmpeg/picture.h"
#include "tests/show/show_folder.h"

namespace aloud::testing {
namespace {

std::string four(unsigned value) {
    return {static_cast<char>(value >> 24u), static_cast<char>((value >> 16u) & 0xffu),
            static_cast<char>((value >> 8u) & 0xffu), static_cast<char>(value & 0xffu)};
}

std::string chunk(const std::string& name, const std::string& data) {
    return four(static_cast<unsigned>(data.size())) + name + data + std::string(4, '\0');
}

std::string png(unsigned width, unsigned height, char colour_type, const std::string& before_data = {}) {
    return "\x89PNG\r\n\x1a\n" +
           chunk("IHDR", four(width) + four(height) + '\x08' + colour_type + std::string(3, '\0')) + before_data +
           chunk("IDAT", "tRNS");
}

TEST(PictureHeader, ReadsARealJpeg) {
    const auto header = read_picture_header(encode_jpeg(48, 32, std::vector<std::uint8_t>(48 * 32 * 3, 90), 5));
    ASSERT_TRUE(header.has_value());
    EXPECT_FALSE(header->png);
    EXPECT_EQ(header->width, 48);
    EXPECT_EQ(header->height, 32);
    EXPECT_EQ(header->components, 3);
}

TEST(PictureHeader, StepsOverSegmentsAndFillBytesOfAJpeg) {
    const std::string plain = jpeg_header(1400, 1500);
    const std::string comment = std::string("\xFF\xFF\xFF\xFE\0\x06", 6) + "\xFF\xC0zz";
    const auto header = read_picture_header(plain.substr(0, 2) + comment + plain.substr(2));
    ASSERT_TRUE(header.has_value());
    EXPECT_EQ(header->width, 1400);
    EXPECT_EQ(header->height, 1500);
}

TEST(PictureHeader, ReadsPngsAndTheirTransparency) {
    const auto rgb = read_picture_header(png(3000, 2000, 2));
    ASSERT_TRUE(rgb.has_value());
    EXPECT_TRUE(rgb->png);
    EXPECT_EQ(rgb->width, 3000);
    EXPECT_EQ(rgb->height, 2000);
    EXPECT_FALSE(rgb->alpha) << "tRNS inside the data is no chunk";
    EXPECT_EQ(rgb->components, 3);
    EXPECT_TRUE(read_picture_header(png(1400, 1400, 6))->alpha);
    EXPECT_TRUE(read_picture_header(png(1400, 1400, 4))->alpha);
    EXPECT_EQ(read_picture_header(png(1400, 1400, 0))->components, 1);
    EXPECT_FALSE(read_picture_header(png(1400, 1400, 3))->alpha);
    EXPECT_TRUE(read_picture_header(png(1400, 1400, 3, chunk("tRNS", "x")))->alpha);
}

TEST(PictureHeader, IsNothingForOtherBytes) {
    for (const std::string& bytes :
         {std::string(), std::string("GIF89a"), std::string("\xFF\xD8\xFF"), std::string("\x89PNG\r\n\x1a\n"),
          png(0, 10, 2), png(0x80000000u, 10, 2), std::string("\xFF\xD8\xFF\xE0\0\0", 6) + std::string(50, 'x'),
          std::string("\xFF\xD8\xFF\xE0\0\x04zzXX", 10),
          std::string("\xFF\xD8\xFF\xDA\0\x04zz", 8) + jpeg_header(9, 9)})
        EXPECT_FALSE(read_picture_header(bytes).has_value()) << bytes.size();
}

TEST(PictureHeader, SurvivesEveryCut) {
    for (const std::string& whole : {jpeg_header(1400, 1400), png(1400, 1400, 2)})
        for (std::size_t length = 0; length < whole.size(); ++length) {
            const std::string part = whole.substr(0, length);  // its own memory, so that reading past it is seen
            const auto header = read_picture_header(part);
            EXPECT_EQ(header ? header->width : 1400, 1400) << length;
        }
}

}  // namespace
}  // namespace aloud::testing
