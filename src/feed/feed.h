// The feed: RSS 2.0 with the iTunes and podcast namespaces, from the episodes' records.
#pragma once

#include <string>
#include <vector>

#include "episode/episode.h"
#include "show/show.h"

namespace aloud {

/// One item: the record, and where its files are reachable.
struct FeedItem {
    EpisodeRecord record;
    std::string audio_url;   ///< absolute
    std::string folder_url;  ///< absolute, ends with '/': chapters.json, transcript.vtt lie there
};

struct FeedInput {
    const Show& show;
    std::string show_guid;        ///< podcast:guid
    std::string cover_url;        ///< absolute; the name changes with the picture
    std::vector<FeedItem> items;  ///< any order
};

/// Deterministic bytes; newest first (by date, then number, then slug); lastBuildDate is the newest item's date.
/// All that Apple and PSP-1 require. Values are escaped, cut at their limits on a character boundary.
std::string write_feed(const FeedInput& input);

}  // namespace aloud
