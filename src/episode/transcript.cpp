#include <fmt/format.h>

#include <algorithm>

#include "episode/episode.h"
#include "util/text.h"

namespace aloud {
namespace {

constexpr std::size_t line_characters = 65;  // Podcasting 2.0, transcripts: WebVTT

std::string timestamp(std::int64_t ms) {
    return fmt::format("{:02}:{:02}:{:02}.{:03}", ms / 3600000, ms / 60000 % 60, ms / 1000 % 60, ms % 1000);
}

/// Divides a text into lines of at most 65 characters, at spaces where there are any.
std::vector<std::string> wrap(const std::string& text) {
    std::vector<std::string> lines;
    std::string line;
    std::size_t length = 0;
    for (const std::string& whole : split(text, ' ')) {
        std::string_view word = whole;
        std::size_t size = count_characters(word);
        if (length > 0 && length + 1 + size > line_characters) {
            lines.push_back(line);
            line.clear();
            length = 0;
        }
        while (size > line_characters) {  // Chinese has no spaces; an address may have none either
            std::size_t end = 0;
            for (std::size_t n = 0; n < line_characters; ++n) do
                    ++end;
                while (end < word.size() && (static_cast<unsigned char>(word[end]) & 0xC0u) == 0x80u);
            lines.emplace_back(word.substr(0, end));
            word.remove_prefix(end);
            size -= line_characters;
        }
        if (length > 0) line += ' ';
        line += word;
        length += size + (length > 0 ? 1 : 0);
    }
    if (!line.empty()) lines.push_back(line);
    return lines;
}

/// A sentence's text as cues of two lines.
std::vector<std::string> cue_texts(const std::string& written) {
    const std::vector<std::string> lines = wrap(written);
    std::vector<std::string> cues;
    for (std::size_t i = 0; i < lines.size(); i += 2)
        cues.push_back(i + 1 < lines.size() ? lines[i] + "\n" + lines[i + 1] : lines[i]);
    return cues;
}

std::string escape_cue(const std::string& text) {
    return replace_all(replace_all(replace_all(text, "&", "&amp;"), "<", "&lt;"), ">", "&gt;");
}

}  // namespace

std::string transcript_vtt(const Script& script, const Programme& programme, const std::string& speaker) {
    std::string out = "WEBVTT\n";
    const std::string voice = replace_all(escape_cue(collapse_spaces(speaker)), "\n", " ");
    std::int64_t last_end = 0;
    const std::int64_t length = programme.length * 1000 / programme.rate;
    for (const SentenceTime& time : programme.times) {
        const std::string written = collapse_spaces(script.lines[time.line].sentences[time.sentence].written);
        if (written.empty()) continue;
        const std::vector<std::string> cues = cue_texts(written);
        std::size_t all = 0, before = 0;
        for (const std::string& cue : cues) all += count_characters(cue);
        const std::int64_t begin = std::max(time.start * 1000 / programme.rate, last_end);
        const std::int64_t end = std::min(time.end * 1000 / programme.rate, length);
        for (const std::string& cue : cues) {
            const std::size_t after = before + count_characters(cue);
            const auto at = [&](std::size_t share) {
                return begin + (end - begin) * static_cast<std::int64_t>(share) / static_cast<std::int64_t>(all);
            };
            if (at(after) > at(before)) {
                out += fmt::format("\n{} --> {}\n<v {}>{}\n", timestamp(at(before)), timestamp(at(after)), voice,
                                   escape_cue(cue));
                last_end = at(after);
            }
            before = after;
        }
    }
    return out;
}

}  // namespace aloud
