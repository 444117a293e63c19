// `aloud build`: makes what is missing or changed, and says what it did.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "build/make_episode.h"
#include "build/options.h"
#include "build/status.h"

namespace aloud {

struct EpisodeOutcome {
    std::string slug;
    std::string status;  ///< made, current, failed, skipped; in a dry run: due
    std::string audio;   ///< path
    double duration_seconds = 0;
    SpeakResult takes;
    std::size_t runs_total = 0, runs_made = 0;
    std::size_t spoken_characters = 0;
    std::optional<double> loudness_lufs, true_peak_dbtp;
    StageSeconds seconds;
    std::vector<std::string> errors;
    std::vector<std::string> why;  ///< with --explain
};

struct BuildResult {
    std::string show;
    std::string feed;  ///< path of feed.xml; empty when none was written
    std::vector<EpisodeOutcome> episodes;
    std::size_t would_differ = 0;  ///< published episodes that a remake would change
    bool failed = false;
    double cost_usd = 0;
    double seconds = 0;
};

/// Throws InputError for mistakes in the input, before anything is spoken; Interrupted.
BuildResult run_build(const BuildOptions& options, Status& status);

/// The form of `build --json`.
std::string build_json(const BuildResult& result);

}  // namespace aloud
