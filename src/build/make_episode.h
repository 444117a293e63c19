// One episode, from its plan to the files in its folder.
#pragma once

#include <filesystem>
#include <string>

#include "build/plan.h"
#include "build/speak.h"
#include "build/status.h"

namespace aloud {

struct StageSeconds {
    double script = 0, speak = 0, master = 0, encode = 0, total = 0;
};

struct MadeEpisode {
    EpisodeRecord record;
    SpeakResult takes;
    std::size_t runs = 0;
    StageSeconds seconds;
    std::vector<std::pair<std::string, std::int64_t>> files;  ///< in the folder: name, bytes; episode.json was last
};

/// Speaks, masters, encodes, tags and writes: media first, episode.json last. Throws Error, Interrupted.
MadeEpisode make_episode(const EpisodePlan& plan, const Project& project, Store& store, Speaker& speaker,
                         const std::filesystem::path& folder, bool force_takes, Status& status);

}  // namespace aloud
