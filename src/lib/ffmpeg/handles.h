// FFmpeg's handles, each freed on every way out, and one place that turns its error numbers into words.
#pragma once

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
#include <libswresample/swresample.h>
#include <libswscale/swscale.h>
}

#include <memory>
#include <string>

namespace aloud {

/// Throws Error("DOING: what av_strerror says") for a negative code; else gives it back.
int ffmpeg_check(int code, const std::string& doing);

/// FFmpeg prints nothing by itself: what goes wrong comes as an error.
void ffmpeg_quiet();

struct FreeInput {
    void operator()(AVFormatContext* context) const { avformat_close_input(&context); }
};
struct FreeCodec {
    void operator()(AVCodecContext* context) const { avcodec_free_context(&context); }
};
struct FreePacket {
    void operator()(AVPacket* packet) const { av_packet_free(&packet); }
};
struct FreeFrame {
    void operator()(AVFrame* frame) const { av_frame_free(&frame); }
};
struct FreeResampler {
    void operator()(SwrContext* context) const { swr_free(&context); }
};
struct FreeScaler {
    void operator()(SwsContext* context) const { sws_freeContext(context); }
};
using InputHandle = std::unique_ptr<AVFormatContext, FreeInput>;
using CodecHandle = std::unique_ptr<AVCodecContext, FreeCodec>;
using PacketHandle = std::unique_ptr<AVPacket, FreePacket>;
using FrameHandle = std::unique_ptr<AVFrame, FreeFrame>;
using ResamplerHandle = std::unique_ptr<SwrContext, FreeResampler>;
using ScalerHandle = std::unique_ptr<SwsContext, FreeScaler>;

/// A resampler without a change of channels but down to mono. Throws Error.
ResamplerHandle make_resampler(const AVChannelLayout& from_layout, AVSampleFormat from_format, int from_rate,
                               AVSampleFormat to_format, int to_rate);

PacketHandle make_packet();
FrameHandle make_frame();

}  // namespace aloud
