#include "lib/ffmpeg/version.h"

#include <fmt/format.h>

#include "lib/ffmpeg/handles.h"

namespace aloud {

std::string ffmpeg_versions() {
    const auto text = [](const char* name, unsigned version) {
        return fmt::format("{} {}.{}.{}", name, AV_VERSION_MAJOR(version), AV_VERSION_MINOR(version),
                           AV_VERSION_MICRO(version));
    };
    return text("libavcodec", avcodec_version()) + ", " + text("libavformat", avformat_version());
}

}  // namespace aloud
