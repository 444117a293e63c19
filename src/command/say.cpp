#include <fmt/format.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdlib>

#include "command/commands.h"
#include "lib/ffmpeg/wav.h"
#include "show/show.h"
#include "speech/engine.h"
#include "speech/voice.h"
#include "util/file.h"
#include "util/text.h"

extern char** environ;

namespace aloud {
namespace {

/// Where voices are looked for: the project one stands in, if it is one.
std::filesystem::path project_root() {
    std::error_code error;
    for (auto folder = std::filesystem::current_path();; folder = folder.parent_path()) {
        if (std::filesystem::is_directory(folder / "feeds", error) ||
            std::filesystem::is_directory(folder / "voices", error))
            return folder;
        if (folder == folder.root_path()) return std::filesystem::current_path();
    }
}

/// Plays with the first player that the system has.
void play(const std::filesystem::path& wav) {
    const std::array<std::vector<std::string>, 4> players = {
        {{"pw-play"}, {"paplay"}, {"aplay", "-q"}, {"ffplay", "-v", "error", "-nodisp", "-autoexit"}}};
    for (std::vector<std::string> command : players) {
        command.push_back(wav.string());
        std::vector<char*> argv;
        for (std::string& part : command) argv.push_back(part.data());
        argv.push_back(nullptr);
        pid_t child = 0;
        if (::posix_spawnp(&child, argv[0], nullptr, nullptr, argv.data(), environ) != 0) continue;
        int status = 0;
        if (::waitpid(child, &status, 0) < 0 || !WIFEXITED(status) || WEXITSTATUS(status) != 0)
            throw Error(
                fmt::format("{} could not play; write a file instead: aloud say … -o out.wav", command.front()));
        return;
    }
    throw Error("no player found (pw-play, paplay, aplay or ffplay); write a file instead: aloud say … -o out.wav");
}

}  // namespace

int run_say_command(const SayArguments& arguments) {
    if (arguments.words.empty() || arguments.words.size() > 2)
        throw InputError("say: give a text, or a voice and a text: aloud say mei \"你好\"");
    const std::string& text = arguments.words.back();
    if (const auto bad = invalid_utf8(text))
        throw InputError(fmt::format("say: the text is not UTF-8 at byte {}", *bad));
    Complaints complaints;
    const VoiceLibrary voices(project_root());
    const DefaultVoice chosen =
        arguments.words.size() == 2 ? DefaultVoice{arguments.words.front(), ""} : find_default_voice(voices);
    if (!chosen.warning.empty()) fmt::print(stderr, "aloud: warning: {}\n", printable(chosen.warning));
    const auto voice = voices.find(chosen.name, {}, complaints);
    complaints.checkpoint();
    const auto engine = make_engine(*voice);
    if (arguments.ipa && !engine->takes_ipa())
        throw InputError(fmt::format("say: the voice \"{}\" does not read IPA", voice->name));
    TakeRequest request{text, arguments.language.value_or(voice->language)};
    if (arguments.ipa) request.ipa = {{0, text.size(), text}};
    const Take take = engine->speak(request).take;
    if (take.samples.empty()) throw InputError("say: there is nothing to say in this text");
    const std::string wav = encode_wav({take.rate, take.samples});
    if (arguments.output) {
        write_file(*arguments.output, wav);
        fmt::print("{}: {:.2f} s, {} Hz\n", printable(arguments.output->string()),
                   static_cast<double>(take.samples.size()) / take.rate, take.rate);
        return 0;
    }
    AtomicFile file(std::filesystem::temp_directory_path() / "aloud-say.wav");  // never committed: gone after playing
    file.write(wav);
    play(file.temporary());
    return 0;
}

}  // namespace aloud
