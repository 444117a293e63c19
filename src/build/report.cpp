#include <cmath>

#include "build/build.h"
#include "lib/json/json.h"

namespace aloud {
namespace {

/// Three decimals are enough for people and programs, and keep the last digits of a clock out.
double rounded(double value) {
    return std::round(value * 1000) / 1000;
}

Json episode_json(const EpisodeOutcome& episode) {
    Json json;
    json["slug"] = episode.slug;
    json["status"] = episode.status;
    json["audio"] = episode.audio;
    json["duration_seconds"] = rounded(episode.duration_seconds);
    json["takes"] = {{"total", episode.takes.total}, {"made", episode.takes.made}};
    json["runs"] = {{"total", episode.runs_total}, {"made", episode.runs_made}};
    json["characters"] = {{"spoken", episode.spoken_characters}, {"billed", episode.takes.billed_characters}};
    json["cost_usd"] = episode.takes.cost_usd;
    json["loudness_lufs"] = episode.loudness_lufs ? Json(rounded(*episode.loudness_lufs)) : Json();
    json["true_peak_dbtp"] = episode.true_peak_dbtp ? Json(rounded(*episode.true_peak_dbtp)) : Json();
    json["seconds"] = {{"script", rounded(episode.seconds.script)},
                       {"speak", rounded(episode.seconds.speak)},
                       {"master", rounded(episode.seconds.master)},
                       {"encode", rounded(episode.seconds.encode)},
                       {"total", rounded(episode.seconds.total)}};
    json["errors"] = episode.errors;
    if (!episode.why.empty()) json["why"] = episode.why;
    return json;
}

}  // namespace

std::string build_json(const BuildResult& result) {
    Json json;
    json["show"] = result.show;
    json["feed"] = result.feed;
    json["episodes"] = Json::array();
    for (const EpisodeOutcome& episode : result.episodes) json["episodes"].push_back(episode_json(episode));
    json["would_differ"] = result.would_differ;
    json["cost_usd"] = result.cost_usd;
    json["seconds"] = rounded(result.seconds);
    return dump_json(json);
}

}  // namespace aloud
