#include "feed/index_page.h"

#include <fmt/format.h>

#include <algorithm>

#include "episode/page.h"
#include "util/date.h"
#include "util/text.h"

namespace aloud {

std::string index_page(const FeedInput& input) {
    const Show& show = input.show;
    std::string html = page_head(show.title, show.language);
    const std::string cover = input.cover_url.substr(input.cover_url.rfind('/') + 1);
    html += fmt::format(
        "<body>\n<img class=\"cover\" src=\"{}\" alt=\"\">\n<h1>{}</h1>\n<p class=\"meta\">{}</p>\n<p>{}</p>\n<p><a "
        "href=\"feed.xml\">Podcast feed</a></p>\n",
        escape_xml(cover), escape_xml(show.title), escape_xml(show.author), escape_xml(show.description));
    std::vector<const FeedItem*> items;
    for (const FeedItem& item : input.items) items.push_back(&item);
    std::sort(items.begin(), items.end(), [](const FeedItem* a, const FeedItem* b) {
        return std::pair(a->record.published, a->record.slug) > std::pair(b->record.published, b->record.slug);
    });
    for (const FeedItem* item : items) {
        const EpisodeRecord& record = item->record;
        const AudioFile& audio = record.audio.front();
        html += fmt::format(
            "<h2><a href=\"episodes/{0}/index.html\">{1}</a></h2>\n<p class=\"meta\">{2} · {3}</p>\n<p>{4}</p>\n",
            escape_xml(record.slug), escape_xml(record.title),
            long_date({record.published, std::chrono::minutes{0}, true}),
            clock_text(static_cast<std::int64_t>(audio.duration_seconds)), escape_xml(record.summary));
        html += fmt::format("<audio controls preload=\"none\" src=\"episodes/{}/{}\"></audio>\n",
                            escape_xml(record.slug), escape_xml(audio.file));
    }
    return html + "</body>\n</html>\n";
}

}  // namespace aloud
