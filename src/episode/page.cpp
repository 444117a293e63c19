#include "episode/page.h"

#include <fmt/format.h>

#include <set>

#include "episode/notes.h"
#include "util/date.h"
#include "util/text.h"

namespace aloud {

std::string clock_text(std::int64_t seconds) {
    return seconds >= 3600 ? fmt::format("{}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60)
                           : fmt::format("{}:{:02}", seconds / 60, seconds % 60);
}

std::string page_head(const std::string& title, const std::string& language) {
    return fmt::format(R"(<!DOCTYPE html>
<html lang="{}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{}</title>
<style>
:root {{ color-scheme: light dark; }}
body {{ font: 1.1rem/1.6 Georgia, "Noto Serif", serif; max-width: 42rem; margin: 2rem auto; padding: 0 1rem; }}
h1 {{ line-height: 1.2; margin-bottom: 0.2rem; }}
.meta, time, footer {{ font: 0.85rem/1.5 system-ui, sans-serif; opacity: 0.75; }}
audio {{ width: 100%; margin: 1rem 0; }}
blockquote {{ border-left: 3px solid; margin-left: 0; padding-left: 1rem; font-style: italic; }}
ol.chapters {{ list-style: none; padding: 0; }}
ol.chapters time {{ display: inline-block; min-width: 4rem; }}
img.cover {{ width: 8rem; float: right; margin: 0 0 1rem 1rem; border-radius: 0.4rem; }}
</style>
</head>
)",
                       escape_xml(language), escape_xml(title));
}

namespace {

std::string transcript_html(const Script& script) {
    std::string html;
    for (const Line& line : script.lines) {
        const std::string written = escape_xml(line.written());
        if (written.empty()) continue;
        if (line.kind == "heading") {
            html += fmt::format("<h3>{}</h3>\n", written);
        } else if (line.role == "quote") {
            html += fmt::format("<blockquote><p>{}</p></blockquote>\n", written);
        } else {
            html += fmt::format("<p>{}</p>\n", written);
        }
    }
    return html;
}

}  // namespace

std::string episode_page(const EpisodeRecord& record, const Script& script, const Programme& programme,
                         const Show& show) {
    std::string html = page_head(record.title + " · " + show.title, record.language);
    const AudioFile& audio = record.audio.front();
    html += fmt::format(
        "<body>\n<p class=\"meta\"><a href=\"../../index.html\">{}</a></p>\n<h1>{}</h1>\n<p class=\"meta\">{} · {} · "
        "{}</p>\n",
        escape_xml(show.title), escape_xml(record.title), escape_xml(record.author),
        long_date({record.published, std::chrono::minutes{0}, true}), clock_text(programme.length / programme.rate));
    html += fmt::format(
        "<audio controls preload=\"metadata\" src=\"{0}\"></audio>\n<p><a href=\"{0}\" download>Download</a></p>\n",
        escape_xml(audio.file));
    if (record.chapters.size() > 1) {
        html += "<h2>Chapters</h2>\n<ol class=\"chapters\">\n";
        for (const Chapter& chapter : record.chapters)
            html += fmt::format("<li><time>{}</time> {}</li>\n", clock_text(chapter.start_ms / 1000),
                                escape_xml(chapter.title));
        html += "</ol>\n";
    }
    html += "<h2>Transcript</h2>\n" + transcript_html(script);
    std::string links;
    std::set<std::string> seen;
    for (const ScriptLink& link : script.links)
        if (is_safe_link(link.url) && seen.insert(link.url).second)
            links += fmt::format("<li><a href=\"{}\">{}</a></li>\n", escape_xml(link.url), escape_xml(link.text));
    if (!links.empty()) html += "<h2>Links</h2>\n<ul>\n" + links + "</ul>\n";
    return html + "<footer><p>Read by a synthetic voice.</p></footer>\n</body>\n</html>\n";
}

}  // namespace aloud
