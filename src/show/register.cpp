#include "show/register.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "util/date.h"
#include "util/file.h"

namespace aloud {
namespace {

constexpr int register_version = 1;
constexpr const char* register_name = "published.json";

/// nlohmann tells bytes; people want lines.
SourcePlace place_of(const std::filesystem::path& file, const std::string& text, std::size_t byte) {
    const std::size_t end = std::min(byte > 0 ? byte - 1 : 0, text.size());
    const auto line = 1 + std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(end), '\n');
    const std::size_t begin = text.rfind('\n', end == 0 ? 0 : end - 1);
    const std::size_t column = begin == std::string::npos ? end + 1 : end - begin;
    return {file, static_cast<int>(line), static_cast<int>(column)};
}

Published read_entry(const Json& json) {
    Published entry;
    entry.slug = json.at("slug").get<std::string>();
    entry.source = json.at("source").get<std::string>();
    entry.guid = json.at("guid").get<std::string>();
    entry.first_published = json.at("first_published").get<std::string>();
    if (!parse_date(entry.first_published)) throw Error(fmt::format("\"{}\" is no date", entry.first_published));
    entry.issue_hash = json.at("issue_hash").get<std::string>();
    entry.audio_url = json.at("audio_url").get<std::string>();
    entry.record = json.at("record");
    if (entry.slug.empty() || entry.guid.empty() || !entry.record.is_object())
        throw Error("slug, guid and record must not be empty");
    return entry;
}

}  // namespace

const Published* Register::find(const std::string& slug) const {
    const auto found = std::find_if(episodes.begin(), episodes.end(), [&](const Published& e) { return e.slug == slug; });
    return found == episodes.end() ? nullptr : &*found;
}

const Published* Register::find_source(const std::string& source) const {
    const auto found = std::find_if(episodes.begin(), episodes.end(), [&](const Published& e) { return e.source == source; });
    return found == episodes.end() ? nullptr : &*found;
}

Register read_register(const std::filesystem::path& show_folder, Complaints& complaints) {
    Register published;
    published.file = show_folder / register_name;
    std::error_code error;
    if (!std::filesystem::exists(published.file, error)) return published;
    const std::string text = read_file(published.file);
    Json json;
    try {
        json = Json::parse(text);
    } catch (const Json::parse_error& mistake) {
        complaints.error(place_of(published.file, text, mistake.byte),
                         "this is no JSON; the register says what was published: bring it back from your repository");
        return published;
    }
    try {
        if (json.at("version") != register_version)
            throw Error(fmt::format("version {} is not known to this program", json.at("version").dump()));
        if (json.contains("show_guid") && !json.at("show_guid").is_null())
            published.show_guid = json.at("show_guid").get<std::string>();
        std::set<std::string> slugs, guids;
        for (const Json& entry : json.at("episodes")) {
            published.episodes.push_back(read_entry(entry));
            const Published& latest = published.episodes.back();
            if (!slugs.insert(latest.slug).second) throw Error(fmt::format("the slug \"{}\" stands there twice", latest.slug));
            if (!guids.insert(latest.guid).second) throw Error(fmt::format("the guid \"{}\" stands there twice", latest.guid));
        }
    } catch (const std::exception& mistake) {
        complaints.error({published.file, 1, 1},
                         fmt::format("episode {}: {}", published.episodes.size() + 1, mistake.what()));
    }
    return published;
}

std::string register_json(const Register& published) {
    Json json;
    json["version"] = register_version;
    json["show_guid"] = published.show_guid ? Json(*published.show_guid) : Json();
    json["episodes"] = Json::array();
    for (const Published& entry : published.episodes)
        json["episodes"].push_back({{"slug", entry.slug},
                                    {"source", entry.source},
                                    {"guid", entry.guid},
                                    {"first_published", entry.first_published},
                                    {"issue_hash", entry.issue_hash},
                                    {"audio_url", entry.audio_url},
                                    {"record", entry.record}});
    return dump_json(json);
}

}  // namespace aloud
