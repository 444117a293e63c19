#include <fmt/format.h>

#include <cstdlib>

#include "command/commands.h"
#include "lib/json/json.h"
#include "speech/voice.h"
#include "util/error.h"
#include "util/text.h"

namespace aloud {
namespace {

/// What a listing says of one voice; keys of services are named, never shown.
Json describe(const Voice& voice) {
    Json json;
    json["name"] = voice.name;
    json["default"] = voice.name == default_voice;
    json["engine"] = voice.engine;
    json["language"] = voice.language;
    json["voice"] = voice.voice;
    json["model"] = voice.model ? Json(*voice.model) : Json();
    if (!voice.service) return json;
    const Service& service = *voice.service;
    json["service"] = service.name;
    json["text_limit"] = service.text_limit;
    json["concurrency"] = service.concurrency;
    json["price_per_million_usd"] = service.price_per_million;
    json["price_as_of"] = service.price_as_of;
    json["keys"] = Json::object();
    const auto& keys = voice.base_url ? voice.keys : service.keys;
    for (const auto& [placeholder, variable] : keys) {
        const char* value = std::getenv(variable.c_str());
        json["keys"][variable] = value != nullptr && *value != '\0' ? "set" : "not set";
    }
    return json;
}

void print(const Json& voice) {
    const auto text = [&](const char* key) { return printable(voice.at(key).get<std::string>()); };
    fmt::print("{:<12} {:<8} {:<8} {}{}\n", text("name"), text("engine"), text("language"), text("voice"),
               voice.at("default").get<bool>() ? "   (the default)" : "");
    if (!voice.contains("service")) return;
    fmt::print("{:<12} {}, at most {} characters a request, {} at once, ${:.2f} a million characters ({})\n", "",
               text("service"), voice.at("text_limit").get<std::size_t>(), voice.at("concurrency").get<int>(),
               voice.at("price_per_million_usd").get<double>(), text("price_as_of"));
    for (const auto& [variable, state] : voice.at("keys").items())
        fmt::print("{:<12} {} is {}\n", "", printable(variable), state.get<std::string>());
}

}  // namespace

int run_voices_command(const VoicesArguments& arguments) {
    Complaints complaints;
    const VoiceLibrary library(std::filesystem::current_path());
    Json list = Json::array();
    for (const std::string& name : library.names())
        if (const auto voice = library.find(name, {}, complaints)) list.push_back(describe(*voice));
    if (arguments.json) {
        fmt::print("{}", dump_json({{"voices", list}}));
    } else {
        for (const Json& voice : list) print(voice);
    }
    complaints.checkpoint();
    return 0;
}

}  // namespace aloud
