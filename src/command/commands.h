// The commands, one file each. They wire stages together and print; each returns the exit code.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "build/options.h"
#include "build/status.h"

namespace aloud {

struct BuildArguments {
    std::vector<std::string> targets;  ///< [SHOW] [ISSUE...]
    BuildOptions options;
    bool json = false;
    Status::Detail detail = Status::Detail::normal;
};
int run_build_command(BuildArguments arguments);

struct ScriptArguments {
    std::vector<std::string> targets;  ///< [SHOW] ISSUE|-
    bool json = false;
    bool diff = false;
};
int run_script_command(const ScriptArguments& arguments);

struct SayArguments {
    std::vector<std::string> words;  ///< [VOICE] TEXT
    std::optional<std::filesystem::path> output;
    std::optional<std::string> language;
    bool ipa = false;  ///< the text is IPA
};
int run_say_command(const SayArguments& arguments);

struct VoicesArguments {
    bool json = false;
    bool probe = false;  ///< measure the embedded voices
};
int run_voices_command(const VoicesArguments& arguments);

struct NewArguments {
    std::filesystem::path folder;
};
int run_new_command(const NewArguments& arguments);

/// Name, version and the libraries' versions.
std::string version_text();

}  // namespace aloud
