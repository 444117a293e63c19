#include <fmt/format.h>

#include <cmath>

#include "episode/episode.h"
#include "util/date.h"
#include "util/error.h"

namespace aloud {
namespace {

template <typename Value>
Json or_null(const std::optional<Value>& value) {
    return value ? Json(*value) : Json();
}

/// A field that must be there; the error names it.
template <typename Value>
Value get(const Json& json, const char* field) {
    try {
        return json.at(field).get<Value>();
    } catch (const Json::exception&) {
        throw Error(fmt::format("episode record: \"{}\" is missing or of a wrong type", field));
    }
}

std::optional<int> get_number(const Json& json, const char* field) {
    return json.contains(field) && !json.at(field).is_null() ? std::optional(get<int>(json, field)) : std::nullopt;
}

double milli(double value) {
    return std::isfinite(value) ? std::round(value * 1000) / 1000 : -99;
}

}  // namespace

Json to_json(const EpisodeRecord& record) {
    Json json;
    json["slug"] = record.slug;
    json["source"] = record.source;
    json["guid"] = record.guid;
    json["title"] = record.title;
    json["author"] = record.author;
    json["summary"] = record.summary;
    json["description_html"] = record.description_html;
    json["link"] = record.link;
    json["language"] = record.language;
    json["episode_type"] = record.episode_type;
    json["published"] = rfc3339(record.published);
    json["number"] = or_null(record.number);
    json["season"] = or_null(record.season);
    json["explicit"] = record.explicit_content;
    json["tags"] = record.tags;
    json["voices"] = record.voices;
    json["audio"] = Json::array();
    for (const AudioFile& audio : record.audio)
        json["audio"].push_back({{"format", audio.format},
                                 {"mime", audio.mime},
                                 {"file", audio.file},
                                 {"bytes", audio.bytes},
                                 {"duration_seconds", milli(audio.duration_seconds)},
                                 {"bitrate", audio.bitrate},
                                 {"sha256", audio.sha256}});
    json["chapters"] = Json::array();
    for (const Chapter& chapter : record.chapters)
        json["chapters"].push_back(
            {{"start_ms", chapter.start_ms}, {"end_ms", chapter.end_ms}, {"title", chapter.title}});
    json["loudness_lufs"] = milli(record.loudness_lufs);
    json["true_peak_dbtp"] = milli(record.true_peak_dbtp);
    json["characters"] = record.characters;
    json["key"] = record.key;
    json["issue_hash"] = record.issue_hash;
    return json;
}

EpisodeRecord record_from_json(const Json& json) {
    EpisodeRecord record;
    record.slug = get<std::string>(json, "slug");
    record.source = get<std::string>(json, "source");
    record.guid = get<std::string>(json, "guid");
    record.title = get<std::string>(json, "title");
    record.author = get<std::string>(json, "author");
    record.summary = get<std::string>(json, "summary");
    record.description_html = get<std::string>(json, "description_html");
    record.link = get<std::string>(json, "link");
    record.language = get<std::string>(json, "language");
    record.episode_type = get<std::string>(json, "episode_type");
    const auto published = parse_date(get<std::string>(json, "published"));
    if (!published) throw Error("episode record: \"published\" is no date");
    record.published = published->time;
    record.number = get_number(json, "number");
    record.season = get_number(json, "season");
    record.explicit_content = get<bool>(json, "explicit");
    record.tags = get<std::vector<std::string>>(json, "tags");
    record.voices = get<std::vector<std::string>>(json, "voices");
    for (const Json& one : get<Json>(json, "audio"))
        record.audio.push_back({get<std::string>(one, "format"), get<std::string>(one, "mime"),
                                get<std::string>(one, "file"), get<std::int64_t>(one, "bytes"),
                                get<double>(one, "duration_seconds"), get<int>(one, "bitrate"),
                                get<std::string>(one, "sha256")});
    for (const Json& one : get<Json>(json, "chapters"))
        record.chapters.push_back(
            {get<std::int64_t>(one, "start_ms"), get<std::int64_t>(one, "end_ms"), get<std::string>(one, "title")});
    record.loudness_lufs = get<double>(json, "loudness_lufs");
    record.true_peak_dbtp = get<double>(json, "true_peak_dbtp");
    record.characters = get<std::size_t>(json, "characters");
    record.key = get<std::string>(json, "key");
    record.issue_hash = get<std::string>(json, "issue_hash");
    return record;
}

}  // namespace aloud
