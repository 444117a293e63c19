// A script and its programme made by hand: what stands where on the clock.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "audio/programme.h"
#include "script/script.h"

namespace aloud::testing {

struct Spoken {
    Script script;
    Programme programme;
};

/// One line a sentence, each as long as said, with half a second of silence around it. A line whose text begins with
/// '#' is a heading and begins a chapter.
inline Spoken spoken(const std::vector<std::pair<std::string, double>>& lines) {
    Spoken made;
    made.script.title = "The Title";
    std::int64_t at = made.programme.rate / 2;
    std::string chapter;
    for (const auto& [text, seconds] : lines) {
        Line line;
        line.starts_chapter = text.starts_with('#');
        const std::string written = line.starts_chapter ? text.substr(1) : text;
        if (line.starts_chapter) chapter = written;
        line.kind = line.starts_chapter ? "heading" : "paragraph";
        line.chapter = chapter;
        line.sentences.push_back({written, "spoken: " + written, "en"});
        const auto length = static_cast<std::int64_t>(seconds * made.programme.rate);
        made.programme.times.push_back({made.script.lines.size(), 0, at, at + length});
        made.script.lines.push_back(line);
        at += length + made.programme.rate / 2;
    }
    made.programme.length = at;
    return made;
}

}  // namespace aloud::testing
