#include <fmt/format.h>

#include "script/script.h"
#include "util/text.h"

namespace aloud {
namespace {

/// One line of at most `width` characters, for listings.
std::string shortened(const std::string& text, std::size_t width) {
    const std::string flat = collapse_spaces(text);
    return count_characters(flat) <= width ? flat : std::string(cut_to_bytes(flat, width)) + "…";
}

}  // namespace

std::string script_text(const Script& script) {
    std::string out = fmt::format("{} · {}: {} characters in {} lines\n", script.show, script.title,
                                  script.characters(), script.lines.size());
    for (const Line& line : script.lines) {
        if (line.starts_chapter) out += fmt::format("\n== {} ==\n", line.chapter);
        const std::string place = line.source_line ? fmt::format("{:>5}", *line.source_line) : "    -";
        const std::string voice = line.voice.empty() ? "" : " [" + line.voice + "]";
        const std::string said = line.sound && line.sentences.empty() ? "(sound " + *line.sound + ")" : line.spoken();
        out += fmt::format("{}  {:<9}{} {}\n", place, line.kind, voice, said);
    }
    if (!script.omissions.empty()) out += "\nNot spoken:\n";
    for (const Omission& omission : script.omissions)
        out += fmt::format("{:>5}  {:<9} {}: {}\n", omission.source_line, omission.kind, omission.reason,
                           shortened(omission.text, 70));
    if (!script.links.empty()) out += "\nLinks, for the show notes:\n";
    for (const ScriptLink& link : script.links)
        out += fmt::format("{:>5}  {} <{}>\n", link.source_line, shortened(link.text, 50), link.url);
    return printable(out);
}

}  // namespace aloud
