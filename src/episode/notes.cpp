#include "episode/notes.h"

#include <fmt/format.h>

#include <set>

#include "util/text.h"

namespace aloud {
namespace {

constexpr std::size_t most_bytes = 4000;  // Apple, PSP-1

/// The beginning of what is said, when the author wrote no summary.
std::string first_words(const Script& script) {
    for (const Line& line : script.lines)
        if (line.kind == "paragraph" && !line.written().empty()) return std::string(cut_to_bytes(line.written(), 600));
    return script.title;
}

}  // namespace

bool is_safe_link(const std::string& url) {
    const std::string lower = to_lower(url.substr(0, 8));
    return lower.starts_with("https://") || lower.starts_with("http://") || lower.starts_with("mailto:");
}

std::string description_html(const Script& script, const std::string& summary) {
    const std::string text = summary.empty() ? first_words(script) : std::string(cut_to_bytes(summary, 2000));
    std::string html = "<p>" + escape_xml(text) + "</p>";
    const std::string end = "</ul>", disclosure = "<p>This episode was read by a synthetic voice.</p>";
    std::string items;
    std::set<std::string> seen;
    for (const ScriptLink& link : script.links) {
        if (!is_safe_link(link.url) || !seen.insert(link.url).second) continue;
        const std::string item =
            fmt::format("<li><a href=\"{}\">{}</a></li>", escape_xml(link.url), escape_xml(link.text));
        if (html.size() + items.size() + item.size() + disclosure.size() + 40 > most_bytes) break;
        items += item;
    }
    if (!items.empty()) html += "<p>Links:</p><ul>" + items + end;
    items.clear();
    for (const Omission& omission : script.omissions) {
        if (omission.kind != "footnote" || omission.text.empty()) continue;
        const std::string item = fmt::format("<li>{}</li>", escape_xml(omission.text));
        if (html.size() + items.size() + item.size() + disclosure.size() + 40 > most_bytes) break;
        items += item;
    }
    if (!items.empty()) html += "<p>Notes:</p><ol>" + items + "</ol>";
    return html + disclosure;
}

}  // namespace aloud
