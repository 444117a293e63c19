#include "feed/feed.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <tuple>

#include "feed/xml_writer.h"
#include "util/date.h"
#include "util/text.h"

namespace aloud {
namespace {

constexpr std::size_t longest_value = 255;         // characters; Apple, PSP-1
constexpr std::size_t longest_description = 4000;  // bytes

std::string value(const std::string& text) {
    const std::string flat = collapse_spaces(text);
    std::size_t end = 0;
    for (std::size_t characters = 0; end < flat.size() && characters < longest_value; ++characters) do
            ++end;
        while (end < flat.size() && (static_cast<unsigned char>(flat[end]) & 0xC0u) == 0x80u);
    return flat.substr(0, end);
}

/// File names and slugs are ASCII already; what the user's addresses hold is made so.
std::string ascii_url(const std::string& url) {
    std::string out;
    for (const char c : url) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte <= ' ' || byte >= 0x7F || c == '"' || c == '<' || c == '>') {
            out += fmt::format("%{:02X}", byte);
        } else {
            out += c;
        }
    }
    return out;
}

const char* truth(bool yes) {
    return yes ? "true" : "false";
}

void write_categories(XmlWriter& xml, const std::vector<std::string>& categories) {
    for (const std::string& category : categories) {
        const std::size_t divide = category.find(" > ");
        if (divide == std::string::npos) {
            xml.empty("itunes:category", {{"text", category}});
        } else {
            xml.open("itunes:category", {{"text", category.substr(0, divide)}});
            xml.empty("itunes:category", {{"text", category.substr(divide + 3)}});
            xml.close();
        }
    }
}

void write_channel(XmlWriter& xml, const FeedInput& input, const std::vector<FeedItem>& items) {
    const Show& show = input.show;
    xml.empty("atom:link", {{"href", ascii_url(show.feed_url())}, {"rel", "self"}, {"type", "application/rss+xml"}});
    xml.text("title", value(show.title));
    xml.text("link", ascii_url(show.link));
    xml.text("language", to_lower(show.language));
    xml.text("description", cut_to_bytes(show.description, longest_description));
    if (show.feed.copyright) xml.text("copyright", value(*show.feed.copyright));
    xml.text("generator", "Aloud");
    if (!items.empty()) xml.text("lastBuildDate", rfc2822(items.front().record.published));
    xml.open("image");
    xml.text("url", ascii_url(input.cover_url));
    xml.text("title", value(show.title));
    xml.text("link", ascii_url(show.link));
    xml.close();
    xml.empty("itunes:image", {{"href", ascii_url(input.cover_url)}});
    write_categories(xml, show.categories);
    xml.text("itunes:explicit", truth(show.explicit_content));
    xml.text("itunes:author", value(show.author));
    if (!show.owner_email.empty()) {
        xml.open("itunes:owner");
        xml.text("itunes:name", value(show.owner_name.empty() ? show.author : show.owner_name));
        xml.text("itunes:email", show.owner_email);
        xml.close();
    }
    xml.text("itunes:type", show.feed.type);
    xml.text("podcast:guid", input.show_guid);
    xml.text("podcast:locked", show.feed.locked ? "yes" : "no", {{"owner", show.owner_email}});
    xml.text("podcast:medium", "podcast");
    xml.text("podcast:txt", "true", {{"purpose", "ai-content"}});
}

void write_item(XmlWriter& xml, const FeedItem& item) {
    const EpisodeRecord& record = item.record;
    const AudioFile& audio = record.audio.front();
    xml.open("item");
    xml.text("title", value(record.title));
    xml.text("guid", record.guid, {{"isPermaLink", "false"}});
    xml.text("pubDate", rfc2822(record.published));
    xml.text("link", ascii_url(record.link.empty() ? item.folder_url : record.link));
    xml.html("description", record.description_html.size() <= longest_description
                                ? record.description_html
                                : "<p>" + escape_xml(cut_to_bytes(record.title, 1000)) + "</p>");
    xml.empty("enclosure",
              {{"url", ascii_url(item.audio_url)}, {"length", std::to_string(audio.bytes)}, {"type", audio.mime}});
    xml.text("itunes:duration", fmt::format("{}", std::llround(audio.duration_seconds)));
    xml.text("itunes:title", value(record.title));
    xml.text("itunes:author", value(record.author));
    xml.text("itunes:explicit", truth(record.explicit_content));
    xml.text("itunes:episodeType", record.episode_type);
    if (record.number) xml.text("itunes:episode", std::to_string(*record.number));
    if (record.season) xml.text("itunes:season", std::to_string(*record.season));
    xml.empty("podcast:transcript", {{"url", ascii_url(item.folder_url + "transcript.vtt")},
                                     {"type", "text/vtt"},
                                     {"language", to_lower(record.language)}});
    if (!record.chapters.empty())
        xml.empty("podcast:chapters",
                  {{"url", ascii_url(item.folder_url + "chapters.json")}, {"type", "application/json+chapters"}});
    xml.close();
}

}  // namespace

std::string write_feed(const FeedInput& input) {
    std::vector<FeedItem> items = input.items;
    std::sort(items.begin(), items.end(), [](const FeedItem& a, const FeedItem& b) {
        const auto order = [](const FeedItem& i) {
            return std::tuple(i.record.published, i.record.number.value_or(0), i.record.slug);
        };
        return order(a) > order(b);
    });
    XmlWriter xml;
    xml.open("rss", {{"version", "2.0"},
                     {"xmlns:itunes", "http://www.itunes.com/dtds/podcast-1.0.dtd"},
                     {"xmlns:podcast", "https://podcastindex.org/namespace/1.0"},
                     {"xmlns:atom", "http://www.w3.org/2005/Atom"}});
    xml.open("channel");
    write_channel(xml, input, items);
    for (const FeedItem& item : items) write_item(xml, item);
    xml.close();
    xml.close();
    return std::move(xml).finish();
}

}  // namespace aloud
