#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "lib/toml/table.h"
#include "speech/service_file.h"
#include "speech/share_folder.h"
#include "speech/voice.h"
#include "util/file.h"
#include "util/text.h"

namespace aloud {
namespace {

/// A name becomes a file's name: letters, digits, hyphen and underscore only.
bool is_name(const std::string& name) {
    return !name.empty() && name.size() <= 64 && std::all_of(name.begin(), name.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    });
}

std::vector<std::string> stems(const std::vector<std::filesystem::path>& folders, const char* pattern) {
    std::set<std::string> names;
    for (const std::filesystem::path& folder : folders)
        for (const std::filesystem::path& file : glob(folder, pattern)) names.insert(file.stem().string());
    return {names.begin(), names.end()};
}

std::filesystem::path locate(const std::vector<std::filesystem::path>& folders, const std::string& name) {
    std::error_code error;
    for (const std::filesystem::path& folder : folders)
        if (std::filesystem::is_regular_file(folder / name, error)) return folder / name;
    return {};
}

std::string suggestion(const std::string& name, const std::vector<std::string>& known) {
    const auto meant = nearest(name, known);
    return meant ? fmt::format("; did you mean \"{}\"?", *meant) : fmt::format("; there are {}", join(known, ", "));
}

}  // namespace

VoiceLibrary::VoiceLibrary(const std::filesystem::path& root) : folders_{root / "voices", share_folder() / "voices"} {}

std::vector<std::string> VoiceLibrary::names() const {
    return stems(folders_, "*.toml");
}

std::vector<std::string> VoiceLibrary::services() const {
    return stems(folders_, "services/*.toml");
}

std::optional<Service> VoiceLibrary::service(const std::string& id, const SourcePlace& at,
                                             Complaints& complaints) const {
    const std::filesystem::path file =
        is_name(id) ? locate(folders_, "services/" + id + ".toml") : std::filesystem::path();
    if (!file.empty()) return read_service(file, complaints);
    complaints.error(
        at, fmt::format("service \"{}\" is not in voices/services{}", printable(id), suggestion(id, services())));
    return std::nullopt;
}

std::optional<NeuralModel> VoiceLibrary::model(const std::string& name, const SourcePlace& at,
                                               Complaints& complaints) const {
    const std::filesystem::path file =
        is_name(name) ? locate(folders_, "models/" + name + ".toml") : std::filesystem::path();
    if (!file.empty()) return read_neural_model(file, complaints);
    complaints.error(at, fmt::format("model \"{}\" is not in voices/models{}", printable(name),
                                     suggestion(name, stems(folders_, "models/*.toml"))));
    return std::nullopt;
}

std::optional<Voice> VoiceLibrary::find(const std::string& name, const SourcePlace& at, Complaints& complaints) const {
    const std::filesystem::path file = is_name(name) ? locate(folders_, name + ".toml") : std::filesystem::path();
    if (file.empty()) {
        complaints.error(at,
                         fmt::format("voice \"{}\" is not in voices/{}", printable(name), suggestion(name, names())));
        return std::nullopt;
    }
    const std::size_t before = complaints.errors().size();
    auto parsed = TomlTable::parse(read_file(file), file, complaints);
    if (!parsed) return std::nullopt;
    TomlTable& table = *parsed;
    Voice voice;
    voice.file = file;
    voice.name = name;
    const auto engine = table.string("engine");
    const auto service = table.string("service");
    voice.engine = service ? "service" : engine.value_or("");
    const bool neural = !service && voice.engine == "neural";
    if (!service && !neural && voice.engine != "espeak")
        table.complain("engine", "a voice has engine = \"neural\" or \"espeak\", or service = \"NAME\"");
    voice.voice = table.string("voice").value_or("");
    if (voice.voice.empty() && !neural)
        table.complain("voice", "\"voice\" is missing: the engine's or service's own name of it");
    voice.language = table.string("language").value_or("en");
    voice.speed = table.number("speed");
    if (voice.speed && (*voice.speed < 0.25 || *voice.speed > 4))
        table.complain("speed", "\"speed\" must lie between 0.25 and 4");
    voice.gain_db = table.number("gain");
    if (neural) {
        voice.model = table.string("model");
        if (voice.model) {
            voice.neural = model(*voice.model, table.place("model"), complaints);
        } else {
            table.complain("model", "\"model\" is missing: a file of voices/models, without its ending");
        }
    }
    if (service) {
        voice.model = table.string("model");
        voice.instructions = table.string("instructions");
        voice.base_url = table.string("base_url");
        voice.keys = table.string_map("keys").value_or(std::map<std::string, std::string>());
        if (voice.base_url && !is_web_address(*voice.base_url))
            table.complain("base_url", "\"base_url\" must begin with https:// or http://");
        if (voice.base_url && !voice.keys.empty() && !is_safe_for_keys(*voice.base_url))
            table.complain("base_url", "a key is sent over https only (or to this machine)");
        voice.service = this->service(*service, table.place("service"), complaints);
        if (voice.service)
            for (const auto& [key, variable] : voice.keys)
                if (!voice.service->keys.contains(key))
                    table.complain(
                        "keys", fmt::format("the service \"{}\" takes no key called \"{}\"", *service, printable(key)));
    }
    table.refuse_unknown();
    if (complaints.errors().size() > before) return std::nullopt;
    return voice;
}

DefaultVoice find_default_voice(const VoiceLibrary& voices) {
    Complaints complaints;  // those of a damaged description are reported where the voice is used
    const auto voice = voices.find(default_voice, {}, complaints);
    if (!voice || !voice->neural) return {default_voice, ""};
    try {
        require_installed(*voice->neural);
    } catch (const InputError& error) {
        return {fallback_voice,
                fmt::format("the default voice \"{}\" cannot speak, \"{}\" (espeak-ng) does instead: {}", default_voice,
                            fallback_voice, error.what())};
    }
    return {default_voice, ""};
}

}  // namespace aloud
