// What earlier builds made, so that a build with nothing to do reads a few small files and ends. A cache: without it
// everything is looked at again, and nothing else changes.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "store/key.h"

namespace aloud {

/// How one issue stood after the last build.
struct EpisodeState {
    std::string inputs;  ///< hash of all that the build read for it: same inputs, same outcome
    std::string slug;
    std::string status;  ///< made, skipped (nothing to say or a draft) or published (kept as the register has it)
    bool would_differ = false;                  ///< published, and a remake would give something else
    Key key;                                    ///< of the episode
    std::map<std::string, std::string> fields;  ///< the key's fields, long values as hashes: for --explain
    std::vector<std::pair<std::string, std::int64_t>> files;  ///< in the episode's folder: name, bytes
    std::vector<std::pair<std::string, std::string>> sounds;  ///< files that directives name: path, SHA-256
    bool operator==(const EpisodeState&) const = default;
};

class BuildState {
  public:
    /// `folder`: .aloud/builds/SHOW.
    explicit BuildState(std::filesystem::path folder);
    /// By the path relative to the show's folder. Nothing when absent, unreadable or of another version.
    std::optional<EpisodeState> read(const std::string& source) const;
    void write(const std::string& source, const EpisodeState& state) const;
    /// Where the script of the last build is kept, for `script --diff`.
    std::filesystem::path script_file(const std::string& slug) const { return folder_ / (slug + ".script"); }
    /// The hash that the feed was last written from; empty if unknown.
    std::string feed_inputs() const;
    void write_feed_inputs(const std::string& hash) const;
    /// Removes what a build that was killed left half-written.
    void sweep() const;

  private:
    std::filesystem::path folder_;
};

}  // namespace aloud
