// What the command line asks of a build.
#pragma once

#include <algorithm>
#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include "util/date.h"

namespace aloud {

/// Redo this stage and all that follow it.
enum class Force { none, episode, frames, take };

struct BuildOptions {
    std::filesystem::path show_file;   ///< show.toml
    std::vector<std::string> issues;   ///< slugs or paths; empty: all
    std::optional<std::string> voice;  ///< try another voice: the result goes to the preview folder
    bool draft = false;                ///< the embedded voice, mistakes are warnings, preview folder
    bool dry_run = false;
    bool explain = false;
    std::optional<double> max_cost;  ///< USD
    int jobs = 0;                    ///< 0: as many as there are processors
    Force force = Force::none;
    std::set<std::string> remake;     ///< slugs of published episodes, or "all"
    std::optional<std::size_t> last;  ///< only the newest N issues
    std::optional<Date> since;        ///< only issues of this day or later

    /// `jobs`, with the number of processors in place of 0.
    int processes() const {
        return jobs > 0 ? jobs : static_cast<int>(std::max(std::thread::hardware_concurrency(), 1u));
    }
    bool preview() const { return draft || voice.has_value(); }
};

}  // namespace aloud
