#include "speech/service_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "lib/toml/table.h"
#include "speech/request_template.h"
#include "util/file.h"
#include "util/text.h"

namespace aloud {
namespace {

std::string needed(TomlTable& table, const std::string& key) {
    const auto value = table.string(key);
    if (!table.has(key)) table.complain("", fmt::format("\"{}\" is missing", key));
    return value.value_or("");
}

std::size_t count(TomlTable& table, const std::string& key, std::size_t otherwise) {
    const auto value = table.integer(key);
    if (value && *value < 0) table.complain(key, fmt::format("\"{}\" must not be negative", key));
    return value && *value >= 0 ? static_cast<std::size_t>(*value) : otherwise;
}

void read_request(TomlTable& table, Service& service) {
    service.method = table.string("method").value_or("POST");
    service.path = needed(table, "path");
    service.headers = table.string_map("headers").value_or(std::map<std::string, std::string>());
    service.body = table.json("json");
    std::set<std::string> known = {"text", "voice", "model", "instructions", "speed", "language"};
    for (const auto& [name, variable] : service.keys) known.insert(name);
    for (const std::string& name : placeholders(service))
        if (!known.contains(name))
            table.complain("json", fmt::format("unknown placeholder {{{}}}; known are {{{}}}", printable(name),
                                               fmt::join(known, "}, {")));
    table.refuse_unknown();
}

void read_models(TomlTable& table, Service& service) {
    for (const std::string& name : table.keys()) {
        auto model = table.table(name);
        if (!model) continue;
        ModelLimits& limits = service.models[name];
        limits.without = model->strings("without").value_or(std::vector<std::string>());
        if (auto inner = model->table("limits")) {
            if (inner->has("text")) limits.text = count(*inner, "text", 0);
            inner->refuse_unknown();
        }
        model->refuse_unknown();
    }
}

}  // namespace

bool is_web_address(const std::string& url) {
    for (const std::string_view scheme : {"https://", "http://"})
        if (url.starts_with(scheme) && url.size() > scheme.size()) return true;
    return false;
}

bool is_safe_for_keys(const std::string& url) {
    if (url.starts_with("https://")) return true;
    constexpr std::string_view plain = "http://";
    if (!url.starts_with(plain)) return false;
    std::string host = url.substr(plain.size(), url.find_first_of("/?#\\", plain.size()) - plain.size());
    if (host.find('@') != std::string::npos) return false;
    const std::size_t port = host.rfind(':');
    if (port != std::string::npos && host.find(']', port) == std::string::npos) host.resize(port);
    // 127.0.0.1 and its like, but not 127.0.0.1.example.com or 127.0.0.1@example.com.
    const bool loopback = host.starts_with("127.") && host.find_first_not_of("0123456789.") == std::string::npos;
    return loopback || host == "localhost" || host == "[::1]";
}

std::optional<Service> read_service(const std::filesystem::path& file, Complaints& complaints) {
    const std::size_t before = complaints.errors().size();
    auto parsed = TomlTable::parse(read_file(file), file, complaints);
    if (!parsed) return std::nullopt;
    TomlTable& table = *parsed;
    Service service;
    service.file = file;
    service.id = file.stem().string();
    service.name = needed(table, "name");
    service.adapter = table.string("adapter").value_or("body");
    if (service.adapter != "body")
        table.complain("adapter", fmt::format("this version knows the adapter \"body\" only, not \"{}\"",
                                              printable(service.adapter)));
    service.base_url = needed(table, "base_url");
    service.keys = table.string_map("keys").value_or(std::map<std::string, std::string>());
    if (!service.base_url.empty() && !is_web_address(service.base_url))
        table.complain("base_url", "\"base_url\" must begin with https:// or http://");
    if (!service.keys.empty() && !is_safe_for_keys(service.base_url))
        table.complain("base_url", "a key is sent over https only (or to this machine)");
    service.text = table.string("text").value_or("plain");
    if (service.text != "plain") table.complain("text", "this version sends plain text only: text = \"plain\"");
    service.normalize = table.string("normalize").value_or("light");
    service.counts = table.string("counts").value_or("characters");
    if (service.counts != "characters") table.complain("counts", "this version counts characters only");
    if (auto limits = table.table("limits")) {
        service.text_limit = count(*limits, "text", 0);
        service.concurrency = static_cast<int>(std::clamp<std::size_t>(count(*limits, "concurrency", 2), 1, 64));
        service.requests_per_minute = static_cast<int>(count(*limits, "requests_per_minute", 0));
        limits->refuse_unknown();
    }
    if (auto price = table.table("price")) {
        service.price_per_million = price->number("per_million").value_or(0);
        service.price_as_of = price->string("as_of").value_or("");
        price->refuse_unknown();
    }
    if (auto models = table.table("models")) read_models(*models, service);
    if (auto request = table.table("request")) read_request(*request, service);
    if (!table.has("request")) table.complain("", "[request] is missing");
    if (auto response = table.table("response")) {
        service.response_format = response->string("format").value_or("");
        service.response_rate = static_cast<int>(count(*response, "rate", 0));
        response->refuse_unknown();
    }
    if (auto errors = table.table("errors")) {
        service.error_message = errors->string("message").value_or("");
        service.error_code = errors->string("code").value_or("");
        service.permanent = errors->strings("permanent").value_or(std::vector<std::string>());
        errors->refuse_unknown();
    }
    table.refuse_unknown();
    if (complaints.errors().size() > before) return std::nullopt;
    return service;
}

}  // namespace aloud
