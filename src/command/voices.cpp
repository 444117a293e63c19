#include <fmt/format.h>

#include <chrono>
#include <cstdlib>
#include <optional>

#include "command/commands.h"
#include "lib/json/json.h"
#include "speech/engine.h"
#include "speech/voice.h"
#include "util/error.h"
#include "util/text.h"

namespace aloud {
namespace {

/// What a listing says of one voice; keys of services are named, never shown.
Json describe(const Voice& voice, const std::string& chosen) {
    Json json;
    json["name"] = voice.name;
    json["default"] = voice.name == chosen;
    json["engine"] = voice.engine;
    json["language"] = voice.language;
    json["voice"] = voice.voice;
    json["model"] = voice.model ? Json(*voice.model) : Json();
    if (voice.neural) {
        const NeuralModel& model = *voice.neural;
        json["licence"] = model.licence;
        json["from"] = model.package;
        json["bytes"] = installed_size(model);
        try {
            require_installed(model);
            json["missing"] = nullptr;
        } catch (const InputError& error) {
            json["missing"] = error.what();
        }
    }
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

/// Seconds of speech in a second; nothing for services, and for voices that cannot speak here.
std::optional<double> measure(const Voice& voice) {
    if (voice.service) return std::nullopt;
    const std::string text =
        "The river runs past the old mill, and in the evening people read the news aloud to each other.";
    try {
        const auto engine = make_engine(voice);
        engine->speak({text, voice.language});  // the first loads what is needed
        const auto begin = std::chrono::steady_clock::now();
        const Take take = engine->speak({text, voice.language}).take;
        const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
        return static_cast<double>(take.samples.size()) / take.rate / took.count();
    } catch (const InputError&) {
        return std::nullopt;
    }
}

void print(const Json& voice) {
    const auto text = [&](const char* key) { return printable(voice.at(key).get<std::string>()); };
    fmt::print("{:<12} {:<8} {:<8} {}{}\n", text("name"), text("engine"), text("language"),
               voice.at("voice").get<std::string>().empty() ? text("model") : text("voice"),
               voice.at("default").get<bool>() ? "   (the default)" : "");
    if (voice.contains("licence")) {
        fmt::print("{:<12} {:.1f} MB, {}, {}\n", "", voice.at("bytes").get<double>() / 1e6, text("licence"),
                   text("from"));
        if (!voice.at("missing").is_null()) fmt::print("{:<12} not installed: {}\n", "", text("missing"));
    }
    if (voice.contains("times_real_time"))
        fmt::print("{:<12} {:.0f} times real time on one core here\n", "", voice.at("times_real_time").get<double>());
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
    const std::string chosen = find_default_voice(library).name;
    Json list = Json::array();
    for (const std::string& name : library.names())
        if (const auto voice = library.find(name, {}, complaints)) {
            list.push_back(describe(*voice, chosen));
            const auto speed = arguments.probe ? measure(*voice) : std::nullopt;
            if (speed) list.back()["times_real_time"] = *speed;
        }
    if (arguments.json) {
        fmt::print("{}", dump_json({{"voices", list}}));
    } else {
        for (const Json& voice : list) print(voice);
    }
    complaints.checkpoint();
    return 0;
}

}  // namespace aloud
