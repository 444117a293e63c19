// Identifiers against published vectors.
#include "feed/guid.h"

#include <gtest/gtest.h>

#include "util/error.h"

namespace aloud {
namespace {

TEST(PodcastGuid, IsThatOfThePublishedExamples) {
    EXPECT_EQ(podcast_guid("https://podnews.net/rss"), "9b024349-ccf0-5f69-a609-6b82873eab3c");
    EXPECT_EQ(podcast_guid("https://mp3s.nashownotes.com/pc20rss.xml"), "917393e3-1b1e-5cef-ace4-edaa54e1f810");
    EXPECT_EQ(podcast_guid("http://example.com/feed.xml//"), "d84ced82-1926-54c0-88c2-bb01dd35d7e3")
        << "neither scheme nor trailing slashes count";
}

TEST(Uuid5, IsThatOfRfc4122) {
    EXPECT_EQ(uuid5("6ba7b810-9dad-11d1-80b4-00c04fd430c8", "www.example.com"), "2ed6657d-e927-568b-95e1-2665a8aea6a2");
    EXPECT_THROW(uuid5("6ba7b810", "x"), Error);
    EXPECT_THROW(uuid5("6ba7b810-9dad-11d1-80b4-00c04fd430cg", "x"), Error);
}

TEST(EpisodeGuid, ComesOfTheLinkAndTheSlugOnly) {
    const std::string guid = episode_guid("https://example.com/", "one");
    EXPECT_EQ(guid, episode_guid("https://example.com/", "one"));
    EXPECT_NE(guid, episode_guid("https://example.com/", "two"));
    EXPECT_NE(guid, episode_guid("https://example.org/", "one"));
}

}  // namespace
}  // namespace aloud
