// A show with all that a build reads, checked: settings, register, issues, voices. Every mistake is found here, before
// anything is spoken.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "build/options.h"
#include "build/state.h"
#include "issue/issue.h"
#include "show/register.h"
#include "show/show.h"
#include "speech/voice.h"

namespace aloud {

/// One issue's file, as far as the build had to look into it.
struct IssueSource {
    std::filesystem::path file;
    std::string source;                 ///< relative to the show's folder, with '/'
    std::string hash;                   ///< SHA-256 of its bytes
    std::string inputs;                 ///< hash of all that decides its episode
    std::optional<EpisodeState> state;  ///< of the last build, whatever its inputs were
    bool unchanged = false;             ///< state holds for these inputs: there was no need to parse
    std::optional<Issue> issue;         ///< parsed, unless unchanged
    std::string slug;
};

struct Project {
    Show show;
    Register published;
    std::unique_ptr<VoiceLibrary> voices;
    std::filesystem::path store_root;  ///< ROOT/.aloud
    std::unique_ptr<BuildState> state;
    std::string cover_hash;
    std::vector<IssueSource> issues;  ///< sorted by source

    IssueDefaults issue_defaults() const;
};

/// Reads the show alone: for `script`, `say` and `voices`.
Project load_show(const std::filesystem::path& show_file, Complaints& complaints);

/// Reads the show and its issues; mistakes go to `complaints`: the caller reports and stops. Issues whose inputs have
/// not changed since the last build are hashed but not parsed.
Project load_project(const BuildOptions& options, Complaints& complaints);

}  // namespace aloud
