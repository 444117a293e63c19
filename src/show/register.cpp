#include "show/register.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "show/web_address.h"
#include "util/date.h"
#include "util/file.h"
#include "util/text.h"

namespace aloud {
namespace {

constexpr int register_version = 1;
constexpr const char* register_name = "published.json";
constexpr int deepest = 64;  ///< copying and writing JSON is recursive

/// nlohmann counts bytes from 1; people want lines and characters.
SourcePlace place_of(const std::filesystem::path& file, std::string_view text, std::size_t byte) {
    const std::string_view before = text.substr(0, std::min(byte > 0 ? byte - 1 : 0, text.size()));
    const std::size_t line_break = before.rfind('\n');
    const std::string_view line = line_break == std::string_view::npos ? before : before.substr(line_break + 1);
    const auto breaks = std::count(before.begin(), before.end(), '\n');
    return {file, static_cast<int>(breaks) + 1, static_cast<int>(count_characters(line)) + 1};
}

/// An object whose members are asked for by name; what nobody asked for is a mistake, as in every file of ours.
class Members {
  public:
    explicit Members(const Json& json) : json_(json) {
        if (!json.is_object()) throw Error("an object { … } must stand here");
    }

    const Json& member(const std::string& name) {
        asked_.insert(name);
        const auto found = json_.find(name);
        if (found == json_.end()) throw Error(fmt::format("\"{}\" is missing", name));
        return *found;
    }
    std::string text(const std::string& name) {
        const Json& json = member(name);
        if (!json.is_string()) throw Error(fmt::format("\"{}\" must be a string", name));
        auto value = json.get<std::string>();
        if (value.empty()) throw Error(fmt::format("\"{}\" is empty", name));
        return value;
    }
    void refuse_others() const {
        for (const auto& [name, value] : json_.items())
            if (!asked_.contains(name)) throw Error(fmt::format("unknown member \"{}\"", printable(name)));
    }

  private:
    const Json& json_;
    std::set<std::string> asked_;
};

void demand(bool holds, const std::string& name, const std::string& value, const char* what) {
    if (!holds) throw Error(fmt::format("\"{}\" must be {}, not \"{}\"", name, what, printable(value)));
}

/// A slug names a folder of the site.
bool is_slug(const std::string& text) {
    return text.size() <= 100 && text.front() != '-' && std::all_of(text.begin(), text.end(), [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
           });
}

bool is_inside(const std::string& path) {
    const auto normal = std::filesystem::path(path).lexically_normal();
    return !normal.is_absolute() && *normal.begin() != "..";
}

bool is_sha256(const std::string& text) {
    return text.size() == 64 && text.find_first_not_of("0123456789abcdef") == std::string::npos;
}

Published read_entry(const Json& json) {
    Members members(json);
    Published entry;
    entry.slug = members.text("slug");
    demand(is_slug(entry.slug), "slug", entry.slug, "made of a-z, 0-9 and hyphens");
    entry.source = members.text("source");
    demand(is_inside(entry.source), "source", entry.source, "a path inside the show's folder");
    entry.guid = members.text("guid");
    entry.first_published = members.text("first_published");
    demand(parse_date(entry.first_published).has_value(), "first_published", entry.first_published,
           "a date (RFC 3339)");
    entry.issue_hash = members.text("issue_hash");
    demand(is_sha256(entry.issue_hash), "issue_hash", entry.issue_hash, "a SHA-256 in hexadecimal");
    entry.audio_url = members.text("audio_url");
    demand(is_web_address(entry.audio_url), "audio_url", entry.audio_url, "a whole web address");
    entry.record = members.member("record");
    if (!entry.record.is_object()) throw Error("\"record\" must be an object { … }");
    members.refuse_others();
    return entry;
}

Json parse(const std::string& text) {
    const auto limit = [](int depth, Json::parse_event_t, Json&) {
        if (depth > deepest) throw Error(fmt::format("objects and lists lie more than {} deep in each other", deepest));
        return true;
    };
    return Json::parse(text, limit);
}

void read_entries(const Json& episodes, Register& published, Complaints& complaints) {
    if (!episodes.is_array()) throw Error("\"episodes\" must be a list");
    std::set<std::string> slugs, guids;
    std::size_t number = 0;
    for (const Json& json : episodes) {
        ++number;
        try {
            Published entry = read_entry(json);
            if (!slugs.insert(entry.slug).second)
                throw Error(fmt::format("the slug \"{}\" stands in an earlier one too", entry.slug));
            if (!guids.insert(entry.guid).second)
                throw Error(fmt::format("the guid \"{}\" stands in an earlier one too", printable(entry.guid)));
            published.episodes.push_back(std::move(entry));
        } catch (const Error& mistake) {
            complaints.error({published.file, 0, 0}, fmt::format("episode {} of the list: {}", number, mistake.what()));
        }
    }
}

}  // namespace

const Published* Register::find(const std::string& slug) const {
    const auto found =
        std::find_if(episodes.begin(), episodes.end(), [&](const Published& e) { return e.slug == slug; });
    return found == episodes.end() ? nullptr : &*found;
}

const Published* Register::find_source(const std::string& source) const {
    const auto found =
        std::find_if(episodes.begin(), episodes.end(), [&](const Published& e) { return e.source == source; });
    return found == episodes.end() ? nullptr : &*found;
}

Register read_register(const std::filesystem::path& show_folder, Complaints& complaints) {
    Register published;
    published.file = show_folder / register_name;
    std::error_code error;
    if (!std::filesystem::exists(std::filesystem::symlink_status(published.file, error))) return published;
    std::string text;
    try {
        text = read_file(published.file);
        const Json json = parse(text);
        Members members(json);
        if (members.member("version") != register_version)
            throw Error(fmt::format("\"version\" is {}; this version of Aloud reads {}",
                                    printable(trim(dump_json(members.member("version")))), register_version));
        if (const Json& guid = members.member("show_guid"); !guid.is_null())
            published.show_guid = members.text("show_guid");
        read_entries(members.member("episodes"), published, complaints);
        members.refuse_others();
    } catch (const Json::parse_error& mistake) {
        complaints.error(place_of(published.file, text, mistake.byte),
                         "this is no JSON; the register says what was published: take it from your backup, do not "
                         "remove it");
    } catch (const Json::exception&) {  // a number beyond what any number here can hold: 1e999
        complaints.error({published.file, 0, 0}, "this holds a number that is too large");
    } catch (const Error& mistake) {
        complaints.error({published.file, 0, 0}, mistake.what());
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
