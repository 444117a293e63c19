#include "command/new_cover.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "lib/ffmpeg/picture.h"

namespace aloud {
namespace {

constexpr int side = 3000;  // pixels; the largest that Apple takes
constexpr int jpeg_quality = 3;

using Colour = std::array<std::uint8_t, 3>;

struct Palette {
    Colour ground;
    Colour paper;
    Colour ink;
    Colour accent;
};

constexpr std::array<Palette, 6> palettes = {{
    {{22, 50, 79}, {247, 241, 229}, {22, 50, 79}, {226, 98, 61}},    // night blue, vermilion
    {{24, 66, 58}, {246, 242, 230}, {24, 66, 58}, {222, 158, 54}},   // pine, gold
    {{104, 31, 49}, {249, 240, 228}, {84, 25, 40}, {222, 138, 72}},  // wine, apricot
    {{56, 43, 89}, {246, 241, 237}, {56, 43, 89}, {214, 88, 122}},   // violet, rose
    {{196, 82, 48}, {250, 243, 231}, {54, 46, 46}, {196, 82, 48}},   // brick, charcoal
    {{38, 42, 48}, {243, 239, 230}, {38, 42, 48}, {30, 146, 152}},   // slate, teal
}};

/// FNV-1a: the same everywhere, unlike std::hash.
std::uint32_t hash_of(std::string_view name) {
    std::uint32_t hash = 2166136261u;
    for (const char c : name) hash = (hash ^ static_cast<std::uint8_t>(c)) * 16777619u;
    return hash;
}

class Canvas {
  public:
    explicit Canvas(const Colour& ground) : rgb_(std::size_t{side} * side * 3) {
        for (std::size_t i = 0; i < row_bytes; ++i) rgb_[i] = ground[i % 3];
        for (std::size_t row = 1; row < side; ++row) std::copy_n(rgb_.begin(), row_bytes, at(row, std::size_t{0}));
    }

    /// A box with round corners around (x, y), its edges smoothed over one pixel. Rows that are alike are copied, so
    /// what lies beneath it must not change from one row to the next.
    void box(double x, double y, double width, double height, double radius, const Colour& colour) {
        const int left = std::max(0, static_cast<int>(x - width / 2) - 1);
        const int right = std::min(side - 1, static_cast<int>(x + width / 2) + 1);
        const int top = std::max(0, static_cast<int>(y - height / 2) - 1);
        const int bottom = std::min(side - 1, static_cast<int>(y + height / 2) + 1);
        const double core = height / 2 - radius;  // between the corners, where all rows are alike
        std::optional<int> pattern;
        for (int row = top; row <= bottom; ++row) {
            const double from_middle = std::abs(row + 0.5 - y);
            if (from_middle <= core && pattern) {
                std::copy_n(at(*pattern, left), static_cast<std::size_t>(right - left + 1) * 3, at(row, left));
                continue;
            }
            if (from_middle <= core) pattern = row;
            const double dy = std::max(from_middle - core, 0.0);
            for (int column = left; column <= right; ++column) {
                const double dx = std::max(std::abs(column + 0.5 - x) - (width / 2 - radius), 0.0);
                blend(at(row, column), colour, std::clamp(radius - std::hypot(dx, dy) + 0.5, 0.0, 1.0));
            }
        }
    }

    const std::vector<std::uint8_t>& rgb() const { return rgb_; }

  private:
    static constexpr std::size_t row_bytes = std::size_t{side} * 3;

    template <typename Index>
    std::uint8_t* at(Index row, Index column) {
        return &rgb_[static_cast<std::size_t>(row) * row_bytes + static_cast<std::size_t>(column) * 3];
    }

    static void blend(std::uint8_t* pixel, const Colour& colour, double share) {
        for (std::size_t i = 0; i < 3; ++i)
            pixel[i] = static_cast<std::uint8_t>(std::lround(pixel[i] * (1 - share) + colour[i] * share));
    }

    std::vector<std::uint8_t> rgb_;
};

constexpr double bar_step = 82, bar_width = 40;
constexpr double paper_width = 21 * bar_step, paper_height = 2160;  // its edges lie between two bars
constexpr double middle = side / 2.0;
constexpr double line_width = 1240, line_height = 66, line_step = 168;

/// One line of text, from the left margin, as far as `share` of the line.
void text_line(Canvas& canvas, double y, double share, double height, const Colour& colour) {
    const double width = line_width * share;
    canvas.box(middle - line_width / 2 + width / 2, y, width, height, height / 2, colour);
}

/// Heights of the wave's bars, as speech has them: syllables in words, words in a phrase. 0 to 1.
double loudness_at(double place) {
    const double phrase = std::pow(std::cos(place * 1.45), 2);
    const double words = 0.55 + 0.45 * std::cos(place * 9.5 + 0.6);
    const double syllables = 0.7 + 0.3 * std::cos(place * 31.0);
    return std::clamp(0.09 + phrase * words * syllables, 0.0, 1.0);
}

void wave(Canvas& canvas, const Palette& palette) {
    constexpr int bars = 37;  // the middle one stands on the axis
    constexpr double tallest = 690;
    for (int i = 0; i < bars; ++i) {
        const double offset = (i - bars / 2) * bar_step;
        const double height = std::max(bar_width, tallest * loudness_at(offset / middle));
        // The sound leaves the page: dark on the paper, light outside.
        const bool on_paper = std::abs(offset) < paper_width / 2;
        canvas.box(middle + offset, middle, bar_width, height, bar_width / 2,
                   on_paper ? palette.accent : palette.paper);
    }
}

}  // namespace

std::string draw_cover(std::string_view name) {
    const Palette& palette = palettes[hash_of(name) % palettes.size()];
    Canvas canvas(palette.ground);
    canvas.box(middle, middle, paper_width, paper_height, 44, palette.paper);
    text_line(canvas, middle - 800, 0.62, 116, palette.accent);
    text_line(canvas, middle - 800 + 1.25 * line_step, 1, line_height, palette.ink);
    text_line(canvas, middle - 800 + 2.25 * line_step, 0.86, line_height, palette.ink);
    wave(canvas, palette);
    text_line(canvas, middle + 800 - 2 * line_step, 1, line_height, palette.ink);
    text_line(canvas, middle + 800 - line_step, 0.93, line_height, palette.ink);
    text_line(canvas, middle + 800, 0.44, line_height, palette.ink);
    return encode_jpeg(side, side, canvas.rgb(), jpeg_quality);
}

}  // namespace aloud
