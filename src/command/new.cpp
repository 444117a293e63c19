#include <fmt/format.h>

#include <chrono>

#include "command/commands.h"
#include "command/new_show.h"
#include "util/text.h"

namespace aloud {

int run_new_command(const NewArguments& arguments) {
    new_show(arguments.folder, std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now()));
    const std::string folder = printable(arguments.folder.string());
    fmt::print("made {0}: show.toml, a first issue and a cover.\nEdit {0}/show.toml, then: aloud build {0}\n", folder);
    return 0;
}

}  // namespace aloud
