// Voices and services: descriptions in voices/*.toml and voices/services/*.toml, strictly read.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "lib/json/json.h"
#include "speech/neural/model_file.h"
#include "util/error.h"

namespace aloud {

struct ModelLimits {
    std::optional<std::size_t> text;
    std::vector<std::string> without;  ///< placeholders that are not sent to this model
};

/// voices/services/NAME.toml: how to ask an HTTP API for speech.
struct Service {
    std::filesystem::path file;
    std::string id;    ///< file name without ending
    std::string name;  ///< for people
    std::string adapter = "body";
    std::string base_url;
    std::map<std::string, std::string> keys;  ///< placeholder -> environment variable
    std::string text = "plain";
    std::string normalize = "light";
    std::string counts = "characters";
    std::size_t text_limit = 0;
    int concurrency = 2;
    int requests_per_minute = 0;
    double price_per_million = 0;
    std::string price_as_of;
    std::map<std::string, ModelLimits> models;
    std::string method = "POST";
    std::string path;
    std::map<std::string, std::string> headers;
    Json body;  ///< a template: a string that is exactly one placeholder keeps its type and goes when unset
    std::string
        response_format;  ///< what raw bytes without a header are: "s16le"; wav, mp3, ogg are seen from the bytes
    int response_rate = 0;
    std::string error_message;  ///< JSON pointers into an error's body
    std::string error_code;
    std::vector<std::string> permanent;  ///< error codes that no retry mends
};

/// voices/NAME.toml: a named way to use a service or an embedded engine.
struct Voice {
    std::filesystem::path file;
    std::string name;
    std::string engine;    ///< "neural", "espeak", "service"
    std::string voice;     ///< the engine's or service's own name for it
    std::string language;  ///< BCP 47; what the voice speaks
    std::optional<std::string> model;
    std::optional<std::string> instructions;
    std::optional<double> speed;
    std::optional<std::string> base_url;  ///< replaces the service's; then no key is sent unless the voice names one
    std::map<std::string, std::string> keys;  ///< instead of the service's: another variable, another account
    std::optional<Service> service;
    std::optional<NeuralModel> neural;
    std::optional<double> gain_db;  ///< constant of the voice, where measured
};

/// Finds voices: root/voices, then the share folder (beside the executable, else the source tree it was built from).
class VoiceLibrary {
  public:
    explicit VoiceLibrary(const std::filesystem::path& root);
    /// Mistakes go to `complaints`; `at` is the place that names the voice. Nothing when it cannot be used.
    std::optional<Voice> find(const std::string& name, const SourcePlace& at, Complaints& complaints) const;
    std::vector<std::string> names() const;     ///< sorted
    std::vector<std::string> services() const;  ///< sorted
    std::optional<Service> service(const std::string& id, const SourcePlace& at, Complaints& complaints) const;
    std::optional<NeuralModel> model(const std::string& name, const SourcePlace& at, Complaints& complaints) const;

  private:
    std::vector<std::filesystem::path> folders_;
};

/// Used when a show names no voice.
inline constexpr const char* default_voice = "heart";
/// In its place where its model or what runs it is not installed.
inline constexpr const char* fallback_voice = "robin";

struct DefaultVoice {
    std::string name;
    std::string warning;  ///< why it is the fallback; empty when it is not
};
/// Looks at files, loads nothing.
DefaultVoice find_default_voice(const VoiceLibrary& voices);

}  // namespace aloud
