#include "lib/ffmpeg/picture.h"

#include <algorithm>

#include "lib/ffmpeg/handles.h"
#include "lib/ffmpeg/memory_input.h"
#include "util/error.h"

namespace aloud {
namespace {

FrameHandle decode_picture(std::string_view bytes) {
    const MemoryInput input(bytes);
    const AVCodec* codec = nullptr;
    const int stream = ffmpeg_check(av_find_best_stream(input.get(), AVMEDIA_TYPE_VIDEO, -1, -1, &codec, 0),
                                    "no picture in these bytes");
    const CodecHandle context(avcodec_alloc_context3(codec));
    if (!context) throw Error("avcodec_alloc_context3 failed");
    ffmpeg_check(avcodec_parameters_to_context(context.get(), input->streams[stream]->codecpar),
                 "avcodec_parameters_to_context");
    context->thread_count = 1;
    ffmpeg_check(avcodec_open2(context.get(), codec, nullptr), "avcodec_open2");
    const PacketHandle packet = make_packet();
    ffmpeg_check(av_read_frame(input.get(), packet.get()), "av_read_frame");
    ffmpeg_check(avcodec_send_packet(context.get(), packet.get()), "the picture is damaged");
    ffmpeg_check(avcodec_send_packet(context.get(), nullptr), "the picture is damaged");
    FrameHandle frame = make_frame();
    ffmpeg_check(avcodec_receive_frame(context.get(), frame.get()), "the picture is damaged");
    return frame;
}

/// To full-range YUV 4:2:0, what baseline JPEG holds.
FrameHandle to_yuv(const AVFrame& from, int width, int height) {
    ffmpeg_quiet();
    FrameHandle to = make_frame();
    to->format = AV_PIX_FMT_YUVJ420P;
    to->width = width;
    to->height = height;
    ffmpeg_check(av_frame_get_buffer(to.get(), 0), "av_frame_get_buffer");
    const ScalerHandle scaler(sws_getContext(from.width, from.height, static_cast<AVPixelFormat>(from.format), width,
                                             height, AV_PIX_FMT_YUVJ420P, SWS_LANCZOS | SWS_ACCURATE_RND | SWS_BITEXACT,
                                             nullptr, nullptr, nullptr));
    if (!scaler) throw Error("sws_getContext failed");
    ffmpeg_check(sws_scale(scaler.get(), from.data, from.linesize, 0, from.height, to->data, to->linesize),
                 "sws_scale");
    return to;
}

std::string encode(AVFrame& frame, int quality) {
    const AVCodec* codec = avcodec_find_encoder(AV_CODEC_ID_MJPEG);
    const CodecHandle context(avcodec_alloc_context3(codec));
    if (!context) throw Error("avcodec_alloc_context3 failed");
    context->width = frame.width;
    context->height = frame.height;
    context->pix_fmt = AV_PIX_FMT_YUVJ420P;
    context->time_base = {1, 1};
    context->thread_count = 1;
    context->flags |= AV_CODEC_FLAG_BITEXACT | AV_CODEC_FLAG_QSCALE;
    context->global_quality = FF_QP2LAMBDA * quality;
    ffmpeg_check(avcodec_open2(context.get(), codec, nullptr), "avcodec_open2 mjpeg");
    frame.quality = FF_QP2LAMBDA * quality;
    frame.pts = 0;
    ffmpeg_check(avcodec_send_frame(context.get(), &frame), "avcodec_send_frame");
    const PacketHandle packet = make_packet();
    ffmpeg_check(avcodec_receive_packet(context.get(), packet.get()), "avcodec_receive_packet");
    return {reinterpret_cast<const char*>(packet->data), static_cast<std::size_t>(packet->size)};
}

}  // namespace

std::string scale_to_jpeg(std::string_view picture, int pixels) {
    const FrameHandle whole = decode_picture(picture);
    const int side = std::max(whole->width, whole->height);
    const auto scaled = [&](int length) { return side <= pixels ? length : std::max(1, length * pixels / side); };
    const FrameHandle small = to_yuv(*whole, scaled(whole->width), scaled(whole->height));
    return encode(*small, 3);
}

std::string encode_jpeg(int width, int height, const std::vector<std::uint8_t>& rgb, int quality) {
    const FrameHandle from = make_frame();
    from->format = AV_PIX_FMT_RGB24;
    from->width = width;
    from->height = height;
    ffmpeg_check(av_frame_get_buffer(from.get(), 0), "av_frame_get_buffer");
    for (int y = 0; y < height; ++y)
        std::copy_n(rgb.data() + static_cast<std::size_t>(y) * static_cast<std::size_t>(width) * 3,
                    static_cast<std::size_t>(width) * 3,
                    from->data[0] + static_cast<std::ptrdiff_t>(y) * from->linesize[0]);
    const FrameHandle yuv = to_yuv(*from, width, height);
    return encode(*yuv, quality);
}

}  // namespace aloud
