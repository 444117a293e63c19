// What one episode needs: its script, its takes, its key. Nothing is spoken yet.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "audio/programme.h"
#include "build/options.h"
#include "build/project.h"
#include "episode/episode.h"
#include "script/script.h"
#include "speech/engine.h"
#include "speech/voice.h"
#include "store/store.h"

namespace aloud {

/// Raised when what the files of an episode hold changes for the same script and takes.
inline constexpr int episode_version = 1;

/// Engines by voice name, made when first asked for and shared by all episodes.
class Engines {
  public:
    Engines(const Project& project, const BuildOptions& options);
    /// The engine of a line: its own voice, else the build's, else the show's, else the default. A voice that is
    /// missing is a complaint at `at`; then null.
    std::shared_ptr<Engine> of_line(const Line& line, const SourcePlace& at, Complaints& complaints);
    /// The name of the voice that of_line() would take.
    std::string voice_of(const Line& line) const;
    /// Checks the voices that show.toml names, whether or not a line uses them.
    void check_show(Complaints& complaints);
    /// The default voice is not installed, and this line is spoken by the one in its place.
    bool is_fallback(const Line& line) const;

  private:
    std::shared_ptr<Engine> by_name(const std::string& name, const SourcePlace& at, Complaints& complaints);

    const Project& project_;
    const BuildOptions& options_;
    DefaultVoice default_;
    std::map<std::string, std::shared_ptr<Engine>> engines_;
};

struct WantedTake {
    Key key;
    std::shared_ptr<Engine> engine;  ///< null: a sound file, already decoded into the store
    TakeRequest request;
    std::string voice;
    std::string place;  ///< "issues/3.md:14", for messages
};

struct EpisodePlan {
    const IssueSource* source = nullptr;
    Script script;
    std::vector<CutPlan> cuts;
    std::vector<WantedTake> takes;  ///< each once, in the order of the script
    EpisodeRecord record;           ///< all but what the audio tells
    MasterSettings master;
    Key key;
    std::vector<std::pair<std::string, std::string>> fields;  ///< of the key
    std::vector<std::pair<std::string, std::string>> sounds;  ///< path, SHA-256
    bool fallback = false;                                    ///< a line is spoken in place of the default voice
};

/// Script, takes and key of one parsed issue. Directives and voices that are wrong go to `complaints`. Sound files that
/// directives name are decoded into the store.
EpisodePlan plan_episode(const Project& project, const IssueSource& source, Engines& engines, Store& store,
                         Complaints& complaints);

}  // namespace aloud
