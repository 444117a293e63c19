// A show of a test's own: a show.toml that is right, to be spoilt in one place.
#pragma once

#include <string>

#include "show/show.h"
#include "tests/support/temp_folder.h"
#include "util/text.h"

namespace aloud::testing {

/// The first bytes of a JPEG with this frame header; enough for whoever reads headers only.
inline std::string jpeg_header(int width, int height, int components = 3) {
    const auto two = [](int value) {
        return std::string{static_cast<char>(value >> 8), static_cast<char>(value & 0xff)};
    };
    return std::string("\xFF\xD8\xFF\xE0", 4) + two(16) + std::string("JFIF\0\1\1\0\0\1\0\1\0\0", 14) +
           std::string("\xFF\xC0", 2) + two(8 + 3 * components) + '\x08' + two(height) + two(width) +
           static_cast<char>(components) + std::string(static_cast<std::size_t>(3 * components), '\x11');
}

class ShowFolder {
  public:
    ShowFolder() { folder_.write("feeds/letter/cover.jpg", jpeg_header(1400, 1400)); }

    static std::string sound_settings() {
        return R"(title = "The Test Letter"
link = "https://example.com/"
language = "en"
author = "A. Writer"
description = "A letter that tests read."
owner = { name = "A. Writer", email = "writer@example.com" }
categories = ["Technology", "News > Tech News"]
explicit = false
cover = "cover.jpg"
base_url = "https://example.com/audio"
)";
    }

    std::filesystem::path root() const { return folder_.path(); }
    std::filesystem::path show() const { return root() / "feeds/letter"; }
    std::filesystem::path file() const { return show() / "show.toml"; }
    void write(const std::string& name, std::string_view text) const { folder_.write("feeds/letter/" + name, text); }

    /// Writes and reads it; the folder's own name is taken out of the messages.
    Show read(const std::string& settings) {
        write("show.toml", settings);
        Complaints complaints;
        Show read = read_show(file(), complaints);
        errors = shortened(complaints.errors());
        warnings = shortened(complaints.warnings());
        return read;
    }
    Show read_with(const std::string& more) { return read(sound_settings() + more); }
    /// The errors when `from` stands changed to `to` in a sound show.toml.
    std::vector<std::string> errors_of(const std::string& from, const std::string& to) {
        const std::string settings = replace_all(sound_settings(), from, to);
        EXPECT_NE(settings, sound_settings()) << from;
        read(settings);
        return errors;
    }
    std::vector<std::string> errors_with(const std::string& more) {
        read_with(more);
        return errors;
    }

    std::vector<std::string> errors;
    std::vector<std::string> warnings;

  private:
    std::vector<std::string> shortened(std::vector<std::string> messages) const {
        for (std::string& message : messages) message = replace_all(message, show().string() + "/", "");
        return messages;
    }

    TempFolder folder_;
};

}  // namespace aloud::testing
