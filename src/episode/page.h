// An episode's own page: player, chapters, transcript.
#pragma once

#include <string>

#include "episode/episode.h"

namespace aloud {

/// HTML that needs nothing from elsewhere and works from a folder.
std::string episode_page(const EpisodeRecord& record, const Script& script, const Programme& programme,
                         const Show& show);

/// The head of every page of ours: charset, title, style.
std::string page_head(const std::string& title, const std::string& language);

/// "8:05", "1:02:03"
std::string clock_text(std::int64_t seconds);

}  // namespace aloud
