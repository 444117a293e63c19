#include "build/state.h"

#include "lib/json/json.h"
#include "util/file.h"

namespace aloud {
namespace {

constexpr int state_version = 1;

std::filesystem::path state_file(const std::filesystem::path& folder, const std::string& source) {
    return folder / (sha256_hex(source).substr(0, 24) + ".json");
}

Json pairs_to_json(const auto& pairs) {
    Json list = Json::array();
    for (const auto& [name, value] : pairs) list.push_back({name, value});
    return list;
}

template <typename Value>
std::vector<std::pair<std::string, Value>> pairs_from_json(const Json& list) {
    std::vector<std::pair<std::string, Value>> pairs;
    for (const Json& pair : list) pairs.emplace_back(pair.at(0).get<std::string>(), pair.at(1).get<Value>());
    return pairs;
}

}  // namespace

BuildState::BuildState(std::filesystem::path folder) : folder_(std::move(folder)) {}

std::optional<EpisodeState> BuildState::read(const std::string& source) const {
    const std::filesystem::path path = state_file(folder_, source);
    std::error_code error;
    if (!std::filesystem::exists(path, error)) return std::nullopt;
    try {
        const Json json = Json::parse(read_file(path));
        if (json.at("version") != state_version || json.at("source") != source) return std::nullopt;
        EpisodeState state;
        state.inputs = json.at("inputs").get<std::string>();
        state.slug = json.at("slug").get<std::string>();
        state.status = json.at("status").get<std::string>();
        state.would_differ = json.at("would_differ").get<bool>();
        state.key = json.at("key").get<std::string>();
        for (const auto& [tag, value] : json.at("fields").items()) state.fields[tag] = value.get<std::string>();
        state.files = pairs_from_json<std::int64_t>(json.at("files"));
        state.sounds = pairs_from_json<std::string>(json.at("sounds"));
        return state;
    } catch (const Json::exception&) {
        return std::nullopt;  // damaged: a cache that is not there
    }
}

void BuildState::write(const std::string& source, const EpisodeState& state) const {
    Json json;
    json["version"] = state_version;
    json["source"] = source;
    json["inputs"] = state.inputs;
    json["slug"] = state.slug;
    json["status"] = state.status;
    json["would_differ"] = state.would_differ;
    json["key"] = state.key;
    json["fields"] = Json::object();
    for (const auto& [tag, value] : state.fields) json["fields"][tag] = value;
    json["files"] = pairs_to_json(state.files);
    json["sounds"] = pairs_to_json(state.sounds);
    update_file(state_file(folder_, source), dump_json(json));
}

std::string BuildState::feed_inputs() const {
    const std::filesystem::path path = folder_ / "feed";
    std::error_code error;
    return std::filesystem::exists(path, error) ? read_file(path) : std::string();
}

void BuildState::write_feed_inputs(const std::string& hash) const {
    update_file(folder_ / "feed", hash);
}

void BuildState::sweep() const {
    sweep_temporaries(folder_);
}

}  // namespace aloud
