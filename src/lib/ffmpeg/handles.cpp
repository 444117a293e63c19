#include "lib/ffmpeg/handles.h"

#include <array>
#include <mutex>

#include "util/error.h"

namespace aloud {

int ffmpeg_check(int code, const std::string& doing) {
    if (code >= 0) return code;
    std::array<char, AV_ERROR_MAX_STRING_SIZE> text{};
    av_strerror(code, text.data(), text.size());
    throw Error(doing + ": " + text.data());
}

void ffmpeg_quiet() {
    static std::once_flag once;
    std::call_once(once, [] { av_log_set_level(AV_LOG_QUIET); });
}

ResamplerHandle make_resampler(const AVChannelLayout& from_layout, AVSampleFormat from_format, int from_rate,
                               AVSampleFormat to_format, int to_rate) {
    AVChannelLayout mono{};
    av_channel_layout_default(&mono, 1);
    AVChannelLayout from = from_layout;  // FFmpeg 5.1 takes both without const and changes neither
    SwrContext* context = nullptr;
    ffmpeg_check(swr_alloc_set_opts2(&context, &mono, to_format, to_rate, &from, from_format, from_rate, 0, nullptr),
                 "swr_alloc_set_opts2");
    ResamplerHandle resampler(context);
    ffmpeg_check(swr_init(context), "swr_init");
    return resampler;
}

PacketHandle make_packet() {
    PacketHandle packet(av_packet_alloc());
    if (!packet) throw Error("av_packet_alloc failed");
    return packet;
}

FrameHandle make_frame() {
    FrameHandle frame(av_frame_alloc());
    if (!frame) throw Error("av_frame_alloc failed");
    return frame;
}

}  // namespace aloud
