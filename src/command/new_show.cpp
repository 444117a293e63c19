#include "command/new_show.h"

#include <fmt/format.h>

#include <cmath>
#include <vector>

#include "lib/ffmpeg/picture.h"
#include "util/date.h"
#include "util/error.h"
#include "util/file.h"
#include "util/text.h"

namespace aloud {
namespace {

constexpr int side = 3000;

/// "my-letter" -> "My letter"
std::string title_of(const std::filesystem::path& folder) {
    std::string title = replace_all(slugify(folder.filename().string()), "-", " ");
    if (title[0] >= 'a' && title[0] <= 'z') title[0] = static_cast<char>(title[0] - 'a' + 'A');
    return title;
}

/// Lines of writing that become a wave: a picture to begin with, not a grey square.
std::string draw_cover() {
    std::vector<std::uint8_t> rgb(static_cast<std::size_t>(side) * side * 3);
    for (int y = 0; y < side; ++y) {
        const int row = (y - 500) / 200;
        const double middle = 500 + row * 200 + 100;
        for (int x = 0; x < side; ++x) {
            const double across = static_cast<double>(x - 400) / 2200;
            const bool inside = across >= 0 && across <= 1 && row >= 0 && row < 10 && y >= 500;
            const double swing = std::pow(std::max(across, 0.0), 2) * 75 * std::sin(x / (34.0 + 6 * row) + row);
            const bool ink = inside && std::abs(y - middle) < 12 + std::abs(swing);
            auto* pixel = rgb.data() + (static_cast<std::size_t>(y) * side + static_cast<std::size_t>(x)) * 3;
            pixel[0] = ink ? 250 : 24;
            pixel[1] = ink ? static_cast<std::uint8_t>(236 - 90 * std::max(across, 0.0)) : 44;
            pixel[2] = ink ? static_cast<std::uint8_t>(214 - 130 * std::max(across, 0.0)) : 76;
        }
    }
    return encode_jpeg(side, side, rgb, 6);
}

constexpr const char* first_issue = R"(---
title: Hello, listeners
number: 1
---

This is the first issue of {title}, and you can hear it already. Write the next one beside it, in the folder `issues`,
with a date in its name or at its top.

## What is read

Headings become chapters. Links keep their words, and their addresses go to the show notes. A quotation is announced:

> Reading aloud is the oldest way to publish.

What cannot be read, such as a picture without a description, is left out, and `aloud script` says so.
)";

}  // namespace

std::string new_show_toml(const std::string& title) {
    return fmt::format(R"(# A show of Aloud's. What begins with # is off; the values shown are the defaults.
title = "{}"
link = "https://example.com/"                # the letter's own site
language = "en"
author = "Your Name"
description = "What this letter is about."
owner = {{ name = "Your Name", email = "you@example.com" }}   # public; directories send their codes to it
categories = ["Technology"]                  # Apple's, as in "News > Tech News"
explicit = false
cover = "cover.jpg"                          # square, 1400 to 3000 pixels, JPEG or PNG
base_url = "https://example.com/audio/"      # where the site folder will be reachable

[issues]
# files = "issues/*.md"                      # or a list
# utc_offset = "+00:00"                      # of dates without a zone

[narration]
# voice = "robin"                            # aloud voices lists them
# quote = "robin"                            # of block quotes; heading and note likewise
# heading = "robin"
# note = "robin"
# languages = {{ zh = "mei" }}
# intro = "{{title}}."                         # also {{show}} {{number}} {{date}} {{author}}
# outro = "You have been listening to {{show}}."
# disclosure = true                          # the default outro says that the voice is synthetic
# skip = []                                  # regular expressions of paragraphs and headings
# lexicons = []
# chapter_depth = 2                          # headings up to this level begin a chapter
# struck = "omit"                            # omit, read
# urls = "short"                             # short, skip, full
# images = "alt"                             # alt, skip
# quotes = "announce"                        # announce, plain
# tables = "auto"                            # auto, skip, read
# code = "note"                              # note, skip, read
# footnotes = "omit"                         # omit, inline, end
# emoji = "omit"                             # omit, names
# normalize = "full"                         # full, light, off

[narration.pauses]                           # milliseconds
# paragraph = 700
# sentence = 350
# clause = 150
# heading_before = 1200
# heading_after = 700
# subheading_before = 900
# subheading_after = 600
# item = 350
# break = 1600

[audio]
# formats = ["mp3"]
# bitrate = 96                               # kb/s
# loudness = -16.0                           # LUFS
# true_peak = -1.5                           # dBTP

[feed]
# guid = "917393e3-1b1e-5cef-ace4-edaa54e1f810"   # of a podcast that exists already
# locked = true
# copyright = "© Your Name"
# type = "episodic"                          # episodic, serial

[output]
# folder = "../../site/my-letter"

[publish]
# to = "../../public"
# hub = "https://pubsubhubbub.appspot.com/"

[budget]
# max_cost = 5.00                            # USD for one build
)",
                       replace_all(replace_all(title, "\\", "\\\\"), "\"", "\\\""));
}

void new_show(const std::filesystem::path& folder, std::chrono::sys_days today) {
    std::error_code error;
    if (std::filesystem::exists(folder, error) && !std::filesystem::is_empty(folder, error))
        throw InputError(fmt::format("{}: there is something in it already; name a new folder", folder.string()));
    const std::string title = title_of(std::filesystem::absolute(folder).lexically_normal());
    const std::string day = rfc3339(today).substr(0, 10);
    write_file(folder / "cover.jpg", draw_cover());
    write_file(folder / "issues" / (day + "-hello.md"), replace_all(first_issue, "{title}", title));
    write_file(folder / "show.toml", new_show_toml(title));
}

}  // namespace aloud
