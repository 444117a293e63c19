#include "issue/front_matter.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <set>

#include "lib/toml/table.h"
#include "lib/yaml/front_matter.h"
#include "util/text.h"

namespace aloud {
namespace {

constexpr std::size_t npos = std::string_view::npos;

/// Puts the values of one front matter into their places.
class MetaReader {
  public:
    MetaReader(FrontMatter& meta, const std::filesystem::path& file, const IssueDefaults& defaults,
               Complaints& complaints)
        : meta_(meta), file_(file), defaults_(defaults), complaints_(complaints) {}

    void take(const FrontValue& value) {
        const std::string key = replace_all(to_lower(value.key), "-", "_");
        if (key == "title")
            text(value, meta_.title);
        else if (key == "author" || key == "authors" || key == "by")
            names(value);
        else if (is(key, {"summary", "description", "excerpt", "subtitle", "custom_excerpt"}))
            first_text(value, meta_.summary);
        else if (is(key, {"image", "cover", "cover_image", "feature_image"}))
            first_text(value, meta_.image);
        else if (is(key, {"link", "canonical_url", "original_url", "url"}))
            link(value);
        else if (key == "slug")
            slug(value);
        else if (key == "guid")
            text(value, meta_.guid);
        else if (is(key, {"language", "lang", "locale"}))
            first_text(value, meta_.language);
        else if (is(key, {"date", "published_at", "pubdate", "publishdate", "publish_date", "post_date"}))
            date(value);
        else if (is(key, {"number", "issue", "episode"}))
            number(value, meta_.number);
        else if (key == "season")
            number(value, meta_.season);
        else if (key == "draft")
            flag(value, meta_.draft);
        else if (key == "published")
            published(value);
        else if (key == "status")
            status(value);
        else if (key == "explicit")
            flag(value, meta_.explicit_content);
        else if (is(key, {"type", "episode_type"}))
            type(value);
        else if (is(key, {"tags", "categories", "keywords", "category"}))
            tags(value);
        else if (key == "lexicon")
            lexicon(value);
    }

  private:
    static bool is(const std::string& key, std::initializer_list<const char*> names) {
        return std::any_of(names.begin(), names.end(), [&](const char* name) { return key == name; });
    }
    void complain(const FrontValue& value, const std::string& message) {
        complaints_.error({file_, value.line, value.column}, fmt::format("\"{}\": {}", printable(value.key), message));
    }
    std::optional<std::string> scalar(const FrontValue& value, const char* wanted) {
        if (value.value.is_string()) return collapse_spaces(value.value.get<std::string>());
        complain(value, fmt::format("must be {}", wanted));
        return std::nullopt;
    }
    static bool is_null(const std::string& text) { return text.empty() || text == "null" || text == "~"; }

    void text(const FrontValue& value, std::optional<std::string>& place) {
        const auto read = scalar(value, "a text");
        if (read && !is_null(*read)) place = read;
    }
    void slug(const FrontValue& value) {
        text(value, meta_.slug);
        if (!meta_.slug) return;
        meta_.slug_line = value.line;
        meta_.slug_column = value.column;
    }
    /// The first of several synonyms holds.
    void first_text(const FrontValue& value, std::optional<std::string>& place) {
        if (!place && value.value.is_string()) text(value, place);
    }
    void link(const FrontValue& value) {
        std::optional<std::string> address;
        first_text(value, address);
        if (!meta_.link && address && (address->starts_with("https://") || address->starts_with("http://")))
            meta_.link = address;
    }
    void names(const FrontValue& value) {
        if (meta_.author) return;
        if (value.value.is_string()) return text(value, meta_.author);
        std::vector<std::string> all;
        for (const Json& name : value.value)
            if (name.is_string()) all.push_back(name.get<std::string>());
        if (!all.empty()) meta_.author = join(all, ", ");
    }
    void date(const FrontValue& value) {
        const auto read = scalar(value, "a date");
        if (!read || is_null(*read)) return;
        auto parsed = parse_date(*read);
        if (!parsed)
            return complain(value, fmt::format("\"{}\" is no date; write it like 2026-08-19 or 2026-08-19 10:00 +0200",
                                               printable(*read)));
        const bool zone_given = parsed->offset.count() != 0 || read->ends_with('Z') || read->find('+') != npos ||
                                read->ends_with("0000") || read->ends_with("GMT") || read->ends_with("UTC");
        if (!zone_given) {
            parsed->offset = defaults_.utc_offset;
            parsed->time -= parsed->offset;
        }
        if (!meta_.date) meta_.date = parsed;
    }
    void number(const FrontValue& value, std::optional<int>& place) {
        const auto read = scalar(value, "a whole number");
        if (!read || is_null(*read)) return;
        const std::string digits = read->starts_with('#') ? read->substr(1) : *read;
        int result = 0;
        const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), result);
        if (error != std::errc() || end != digits.data() + digits.size() || result < 1)
            return complain(value, fmt::format("\"{}\" is no whole number above 0", printable(*read)));
        place = result;
    }
    std::optional<bool> truth(const FrontValue& value) {
        const auto read = scalar(value, "true or false");
        if (!read) return std::nullopt;
        const std::string lower = to_lower(*read);
        if (lower == "true" || lower == "yes" || lower == "on") return true;
        if (lower == "false" || lower == "no" || lower == "off" || is_null(lower)) return false;
        return std::nullopt;
    }
    void flag(const FrontValue& value, std::optional<bool>& place) {
        const auto read = truth(value);
        if (!read && value.value.is_string()) return complain(value, "must be true or false");
        place = read;
    }
    void published(const FrontValue& value) {  // Jekyll: published: false; elsewhere a date
        if (!value.value.is_string()) return;
        if (const auto read = truth(value)) {
            if (!*read) meta_.draft = true;
        } else {
            date(value);
        }
    }
    void status(const FrontValue& value) {
        if (value.value.is_string() && to_lower(value.value.get<std::string>()) == "draft") meta_.draft = true;
    }
    void type(const FrontValue& value) {
        if (!value.value.is_string()) return;
        const std::string read = to_lower(value.value.get<std::string>());
        if (read == "full" || read == "trailer" || read == "bonus") {
            meta_.episode_type = read;
        } else if (value.key != "type") {
            complaints_.warning({file_, value.line, value.column},
                                fmt::format("\"{}\" is no episode type (full, trailer, bonus)", printable(read)));
        }
    }
    void tags(const FrontValue& value) {
        const auto add = [&](std::string_view tag) {
            const std::string clean = collapse_spaces(tag);
            if (!clean.empty() && std::find(meta_.tags.begin(), meta_.tags.end(), clean) == meta_.tags.end())
                meta_.tags.push_back(clean);
        };
        if (value.value.is_string())
            for (const std::string& tag : split(value.value.get<std::string>(), ',')) add(tag);
        if (value.value.is_array())
            for (const Json& tag : value.value)
                if (tag.is_string()) add(tag.get<std::string>());
    }
    void lexicon(const FrontValue& value) {
        if (!value.value.is_object()) return complain(value, "must be a list of \"word: how it is said\"");
        for (const auto& [word, said] : value.value.items())
            if (said.is_string()) meta_.lexicon.emplace_back(word, said.get<std::string>());
    }

    FrontMatter& meta_;
    const std::filesystem::path& file_;
    const IssueDefaults& defaults_;
    Complaints& complaints_;
};

/// The line that begins at `at`, without its end.
std::string_view line_at(std::string_view text, std::size_t at) {
    std::string_view line = text.substr(at, text.find('\n', at) - at);
    if (line.ends_with('\r')) line.remove_suffix(1);
    return line;
}

std::vector<FrontValue> toml_values(std::string_view text, const std::filesystem::path& file, Complaints& complaints) {
    std::vector<FrontValue> values;
    auto table = TomlTable::parse(text, file, complaints, 2);
    if (!table) return values;
    for (const std::string& key : table->keys()) {
        const SourcePlace place = table->place(key);
        const auto as_text = [](const Json& json) {
            return json.is_string() || json.is_structured() ? json : Json(json.dump());
        };
        Json value = as_text(table->json(key));
        if (value.is_array())
            for (Json& one : value) one = as_text(one);
        values.push_back({key, std::move(value), place.line, place.column});
        if (key == "extra" || key == "params" || key == "taxonomies") {  // Zola and Hugo keep their own keys there
            Complaints ignored;
            for (const auto& [name, inner] : values.back().value.items())
                values.push_back({name, as_text(inner), place.line, place.column});
        }
    }
    return values;
}

/// "Key: value" lines from the very first line on, ended by a blank one; at least a title or a date among them.
std::size_t pelican_values(std::string_view source, std::vector<FrontValue>& values) {
    std::size_t at = 0;
    int line = 1;
    bool known = false;
    while (at < source.size()) {
        const std::string_view text = line_at(source, at);
        if (trim(text).empty()) break;
        const std::size_t colon = text.find(':');
        if (colon == npos || colon == 0 || colon > 30 || text.substr(0, colon).find_first_of(" #*[<>|/`") != npos)
            return 0;
        const std::string key = to_lower(text.substr(0, colon));
        if (colon + 1 < text.size() && text[colon + 1] != ' ') return 0;
        known = known || key == "title" || key == "date";
        values.push_back({key, std::string(trim(text.substr(colon + 1))), line, 1});
        ++line;
        const std::size_t end = source.find('\n', at);
        at = end == npos ? source.size() : end + 1;
    }
    if (!known) values.clear();
    return known ? at : 0;
}

}  // namespace

std::optional<SplitIssue> split_issue(std::string_view source, const std::filesystem::path& file,
                                      const IssueDefaults& defaults, Complaints& complaints) {
    SplitIssue out;
    std::vector<FrontValue> values;
    std::size_t body_at = 0;
    const std::string_view first = line_at(source, 0);
    const std::string fence(trim(first));
    const std::size_t mistakes = complaints.errors().size();
    if ((fence == "---" || fence == "+++") && first.size() - fence.size() < 4) {
        const std::size_t begin = std::min(source.find('\n'), source.size() - 1) + 1;
        std::size_t at = begin;
        while (at < source.size()) {
            const std::string_view line = trim(line_at(source, at));
            if (line == fence || (fence == "---" && line == "...")) break;
            const std::size_t end = source.find('\n', at);
            at = end == npos ? source.size() : end + 1;
        }
        if (at >= source.size()) {
            complaints.error({file, 1, 1}, fmt::format("the front matter is not closed: a line {} is missing", fence));
            return std::nullopt;
        }
        const std::string_view text = source.substr(begin, at - begin);
        values =
            fence == "---" ? read_yaml_front_matter(text, file, complaints, 2) : toml_values(text, file, complaints);
        const std::size_t end = source.find('\n', at);
        body_at = end == npos ? source.size() : end + 1;
    } else {
        body_at = pelican_values(source, values);
    }
    MetaReader reader(out.meta, file, defaults, complaints);
    std::set<std::string> seen;
    for (const FrontValue& value : values) {
        if (!seen.insert(value.key).second)
            complaints.warning({file, value.line, value.column},
                               fmt::format("\"{}\" stands there twice", printable(value.key)));
        reader.take(value);
    }
    if (complaints.errors().size() > mistakes) return std::nullopt;
    out.body = source.substr(body_at);
    out.body_line =
        1 + static_cast<int>(std::count(source.begin(), source.begin() + static_cast<std::ptrdiff_t>(body_at), '\n'));
    out.meta.lines = out.body_line - 1;
    return out;
}

}  // namespace aloud
