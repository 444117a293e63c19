#include "speech/request_template.h"

#include <functional>
#include <optional>

namespace aloud {
namespace {

/// Calls `found` for each {name}; `plain` for what stands between.
void scan(const std::string& text, const std::function<void(const std::string&)>& plain,
          const std::function<void(const std::string&)>& found) {
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t open = text.find('{', at);
        const std::size_t close = open == std::string::npos ? open : text.find('}', open);
        if (close == std::string::npos) break;
        plain(text.substr(at, open - at));
        found(text.substr(open + 1, close - open - 1));
        at = close + 1;
    }
    plain(text.substr(std::min(at, text.size())));
}

std::optional<std::string> only_placeholder(const std::string& text) {
    if (text.size() < 3 || text.front() != '{' || text.find('}') != text.size() - 1) return std::nullopt;
    return text.substr(1, text.size() - 2);
}

void collect(const std::string& text, std::set<std::string>& names) {
    scan(
        text, [](const std::string&) {}, [&](const std::string& name) { names.insert(name); });
}

/// Descriptions are a few levels deep; toml++ bounds them.
void collect(const Json& json, std::set<std::string>& names) {
    if (json.is_string()) collect(json.get<std::string>(), names);
    if (json.is_structured())
        for (const Json& inner : json) collect(inner, names);
}

}  // namespace

std::set<std::string> placeholders(const Service& service) {
    std::set<std::string> names;
    collect(service.path, names);
    for (const auto& [header, value] : service.headers) collect(value, names);
    collect(service.body, names);
    return names;
}

std::string fill_text(const std::string& text, const Values& values) {
    std::string out;
    scan(
        text, [&](const std::string& plain) { out += plain; },
        [&](const std::string& name) {
            const auto value = values.find(name);
            if (value != values.end())
                out += value->second.is_string() ? value->second.get<std::string>() : value->second.dump();
        });
    return out;
}

Json fill_body(const Json& body, const Values& values) {
    if (body.is_string()) return fill_text(body.get<std::string>(), values);
    if (body.is_array()) {
        Json out = Json::array();
        for (const Json& one : body) out.push_back(fill_body(one, values));
        return out;
    }
    if (!body.is_object()) return body;
    Json out = Json::object();
    for (const auto& [key, value] : body.items()) {
        const auto name = value.is_string() ? only_placeholder(value.get<std::string>()) : std::nullopt;
        if (!name) {
            out[key] = fill_body(value, values);
        } else if (const auto found = values.find(*name); found != values.end()) {
            out[key] = found->second;
        }
    }
    return out;
}

}  // namespace aloud
