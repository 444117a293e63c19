// The feed: what Apple and PSP-1 require, asked for as a reader asks.
#include "feed/feed.h"

#include <gtest/gtest.h>

#include "feed/guid.h"
#include "tests/feed/xml_document.h"

namespace aloud {
namespace {

using namespace std::chrono;
using testing::XmlDocument;

Show a_show() {
    Show show;
    show.title = "Letters & <More>";
    show.link = "https://example.com/";
    show.language = "en-GB";
    show.author = "A. Writer";
    show.description = "All \"about\" ]]> it";
    show.owner_name = "An Owner";
    show.owner_email = "owner@example.com";
    show.categories = {"News > Tech News", "Health & Fitness"};
    show.base_url = "https://example.com/audio/";
    return show;
}

FeedItem item(const std::string& slug, sys_seconds published, std::optional<int> number = {}) {
    FeedItem made;
    made.record.slug = slug;
    made.record.guid = episode_guid("https://example.com/", slug);
    made.record.title = "Title of " + slug;
    made.record.author = "A. Writer";
    made.record.description_html = "<p>Notes &amp; <a href=\"https://a.org\">link</a> ]]></p>";
    made.record.language = "en";
    made.record.published = published;
    made.record.number = number;
    made.record.audio = {{"mp3", "audio/mpeg", slug + "-1a2b3c4d.mp3", 123456, 61.5, 96, "00"}};
    made.record.chapters = {{0, 61500, "All"}};
    made.folder_url = "https://example.com/audio/episodes/" + slug + "/";
    made.audio_url = made.folder_url + slug + "-1a2b3c4d.mp3";
    return made;
}

const sys_seconds day = sys_days{2026y / August / 19} + 10h;

std::string feed_of(const Show& show, std::vector<FeedItem> items) {
    return write_feed({show, podcast_guid(show.feed_url()), "https://example.com/audio/cover-12345678.jpg", items});
}

TEST(Feed, BeginsWithItsDeclarationAndTheExactNamespaces) {
    const std::string feed = feed_of(a_show(), {});
    EXPECT_TRUE(feed.starts_with("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rss version=\"2.0\""));
    for (const char* space :
         {"xmlns:itunes=\"http://www.itunes.com/dtds/podcast-1.0.dtd\"",
          "xmlns:podcast=\"https://podcastindex.org/namespace/1.0\"", "xmlns:atom=\"http://www.w3.org/2005/Atom\""})
        EXPECT_NE(feed.find(space), std::string::npos) << space;
}

TEST(FeedChannel, HasAllThatAppleAndPspRequire) {
    const XmlDocument feed(feed_of(a_show(), {item("one", day)}));
    const std::string channel = "/rss/channel/";
    EXPECT_EQ(feed.one(channel + "title"), "Letters & <More>");
    EXPECT_EQ(feed.one(channel + "link"), "https://example.com/");
    EXPECT_EQ(feed.one(channel + "description"), "All \"about\" ]]> it");
    EXPECT_EQ(feed.one(channel + "language"), "en-gb");
    EXPECT_EQ(feed.one(channel + "itunes:image/@href"), "https://example.com/audio/cover-12345678.jpg");
    EXPECT_EQ(feed.one(channel + "image/url"), "https://example.com/audio/cover-12345678.jpg");
    EXPECT_EQ(feed.one(channel + "itunes:explicit"), "false");
    EXPECT_EQ(feed.one(channel + "atom:link[@rel='self'][@type='application/rss+xml']/@href"),
              "https://example.com/audio/feed.xml");
    EXPECT_EQ(feed.one(channel + "itunes:author"), "A. Writer");
    EXPECT_EQ(feed.one(channel + "itunes:owner/itunes:name"), "An Owner");
    EXPECT_EQ(feed.one(channel + "itunes:owner/itunes:email"), "owner@example.com");
    EXPECT_EQ(feed.one(channel + "itunes:type"), "episodic");
    EXPECT_EQ(feed.one(channel + "podcast:guid"), podcast_guid("https://example.com/audio/feed.xml"));
    EXPECT_EQ(feed.one(channel + "podcast:locked"), "yes");
    EXPECT_EQ(feed.one(channel + "podcast:txt[@purpose='ai-content']"), "true");
    EXPECT_EQ(feed.one(channel + "lastBuildDate"), "Wed, 19 Aug 2026 10:00:00 +0000");
    EXPECT_EQ(feed.all(channel + "itunes:category/@text"), (std::vector<std::string>{"News", "Health & Fitness"}));
    EXPECT_EQ(feed.one(channel + "itunes:category/itunes:category/@text"), "Tech News");
}

TEST(FeedItem, HasAllThatAppleAndPspRequire) {
    FeedItem full = item("one", day, 7);
    full.record.season = 2;
    full.record.link = "https://example.com/p/one";
    full.record.explicit_content = true;
    const XmlDocument feed(feed_of(a_show(), {full}));
    const std::string path = "/rss/channel/item/";
    EXPECT_EQ(feed.one(path + "title"), "Title of one");
    EXPECT_EQ(feed.one(path + "enclosure/@url"), full.audio_url);
    EXPECT_EQ(feed.one(path + "enclosure/@length"), "123456");
    EXPECT_EQ(feed.one(path + "enclosure/@type"), "audio/mpeg");
    EXPECT_EQ(feed.one(path + "guid[@isPermaLink='false']"), full.record.guid);
    EXPECT_EQ(feed.one(path + "pubDate"), "Wed, 19 Aug 2026 10:00:00 +0000");
    EXPECT_EQ(feed.one(path + "description"), "<p>Notes &amp; <a href=\"https://a.org\">link</a> ]]></p>");
    EXPECT_EQ(feed.one(path + "itunes:duration"), "62") << "whole seconds";
    EXPECT_EQ(feed.one(path + "itunes:explicit"), "true");
    EXPECT_EQ(feed.one(path + "itunes:episodeType"), "full");
    EXPECT_EQ(feed.one(path + "itunes:episode"), "7");
    EXPECT_EQ(feed.one(path + "itunes:season"), "2");
    EXPECT_EQ(feed.one(path + "link"), "https://example.com/p/one");
    EXPECT_EQ(feed.one(path + "podcast:transcript[@type='text/vtt']/@url"),
              "https://example.com/audio/episodes/one/transcript.vtt");
    EXPECT_EQ(feed.one(path + "podcast:chapters[@type='application/json+chapters']/@url"),
              "https://example.com/audio/episodes/one/chapters.json");
}

TEST(FeedItem, HasNoElementWithoutAValue) {
    FeedItem bare = item("one", day);
    bare.record.chapters.clear();
    Show show = a_show();
    show.owner_email.clear();
    const XmlDocument feed(feed_of(show, {bare}));
    EXPECT_TRUE(feed.all("//itunes:episode | //itunes:season | //podcast:chapters | //itunes:owner").empty());
    EXPECT_TRUE(feed.all("//podcast:locked/@owner | //copyright").empty());
    EXPECT_EQ(feed.one("/rss/channel/item/link"), bare.folder_url);
}

TEST(Feed, HasTheNewestFirstThenByNumberAndSlug) {
    const XmlDocument feed(feed_of(a_show(), {item("b", day, 2), item("old", day - hours{24}, 9), item("a", day, 2),
                                              item("c", day, 10), item("new", day + hours{1}, 1)}));
    EXPECT_EQ(feed.all("//item/title"),
              (std::vector<std::string>{"Title of new", "Title of c", "Title of b", "Title of a", "Title of old"}));
    EXPECT_EQ(feed.one("/rss/channel/lastBuildDate"), "Wed, 19 Aug 2026 11:00:00 +0000");
}

TEST(Feed, IsWellFormedWhateverIsInIt) {
    FeedItem odd = item("one", day);
    odd.record.title = "a\x01\x0B <b> & \"c\" 'd' ]]> \xEF\xBF\xBE小红书 \xF0\x9F\x8E\x89";
    odd.record.description_html = std::string("<p>a]]>b\x0C\xEF\xBF\xBF</p>");
    odd.audio_url = "https://example.com/a b/ü\"<.mp3";
    const XmlDocument feed(feed_of(a_show(), {odd}));
    EXPECT_EQ(feed.one("//item/title"), "a <b> & \"c\" 'd' ]]> 小红书 \xF0\x9F\x8E\x89");
    EXPECT_EQ(feed.one("//item/description"), "<p>a]]>b</p>");
    EXPECT_EQ(feed.one("//enclosure/@url"), "https://example.com/a%20b/%C3%BC%22%3C.mp3");
}

TEST(Feed, KeepsTheLimitsOfTheRules) {
    FeedItem wide = item("one", day);
    for (int i = 0; i < 300; ++i) wide.record.title += "小";
    wide.record.description_html = "<p>" + std::string(5000, 'x') + "</p>";
    Show show = a_show();
    show.description = std::string(5000, 'y');
    const XmlDocument feed(feed_of(show, {wide}));
    EXPECT_LE(feed.one("//item/description").size(), 4000U);
    EXPECT_LE(feed.one("/rss/channel/description").size(), 4000U);
    const std::string title = feed.one("//item/title");
    EXPECT_EQ(std::count_if(title.begin(), title.end(), [](char c) { return (c & 0xC0) != 0x80; }), 255);
}

TEST(Feed, IsTheSameBytesForTheSameRecords) {
    const std::vector<FeedItem> one = {item("a", day), item("b", day)}, two = {item("b", day), item("a", day)};
    EXPECT_EQ(feed_of(a_show(), one), feed_of(a_show(), two));
}

}  // namespace
}  // namespace aloud
