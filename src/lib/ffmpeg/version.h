// Which FFmpeg is linked.
#pragma once

#include <string>

namespace aloud {

/// "libavcodec 59.37.100, libavformat 59.27.100"
std::string ffmpeg_versions();

}  // namespace aloud
