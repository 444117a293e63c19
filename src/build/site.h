// The show's own files: feed.xml, index.html, the cover. The feed is written last.
#pragma once

#include <string>
#include <vector>

#include "build/project.h"
#include "episode/episode.h"

namespace aloud {

struct SiteEpisode {
    EpisodeRecord record;
    std::string audio_url;  ///< absolute; the register's for an episode that stays as it was published
};

/// podcast:guid: the register's, else show.toml's, else from the feed's address.
std::string show_guid(const Project& project);

/// Writes what differs, the feed last.
void write_site(const Project& project, const std::vector<SiteEpisode>& episodes);

/// Removes audio files that neither the records nor the register name any more.
void remove_superseded_audio(const Project& project, const std::vector<SiteEpisode>& episodes);

}  // namespace aloud
