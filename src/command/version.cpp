#include <fmt/format.h>

#include "command/commands.h"
#include "lib/curl/version.h"
#include "lib/espeak/version.h"
#include "lib/ffmpeg/version.h"

namespace aloud {

std::string version_text() {
    return fmt::format("aloud {}\n{}\n{}\n{}", ALOUD_VERSION, ffmpeg_versions(), curl_version_text(),
                       espeak_version_text());
}

}  // namespace aloud
