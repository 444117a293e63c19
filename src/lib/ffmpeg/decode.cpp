#include "lib/ffmpeg/decode.h"

#include "lib/ffmpeg/handles.h"
#include "lib/ffmpeg/memory_input.h"
#include "util/error.h"

namespace aloud {
namespace {

/// Decodes the best audio stream and hands out mono frames of one sample format at the stream's rate.
class AudioDecoder {
  public:
    AudioDecoder(std::string_view bytes, AVSampleFormat format) : input_(bytes), format_(format) {
        const AVCodec* codec = nullptr;
        stream_ = ffmpeg_check(av_find_best_stream(input_.get(), AVMEDIA_TYPE_AUDIO, -1, -1, &codec, 0),
                               "no audio in these bytes");
        codec_.reset(avcodec_alloc_context3(codec));
        if (!codec_) throw Error("avcodec_alloc_context3 failed");
        ffmpeg_check(avcodec_parameters_to_context(codec_.get(), input_->streams[stream_]->codecpar),
                     "avcodec_parameters_to_context");
        codec_->pkt_timebase = input_->streams[stream_]->time_base;
        codec_->thread_count = 1;
        codec_->err_recognition = AV_EF_EXPLODE | AV_EF_CRCCHECK;
        ffmpeg_check(avcodec_open2(codec_.get(), codec, nullptr), "avcodec_open2");
    }

    int rate() const { return codec_->sample_rate; }

    template <typename Sample>
    void run(const std::function<void(std::span<const Sample>)>& piece) {
        const PacketHandle packet = make_packet();
        while (true) {
            const int got = av_read_frame(input_.get(), packet.get());
            if (got == AVERROR_EOF) break;
            ffmpeg_check(got, "av_read_frame");
            if (packet->stream_index == stream_) send(packet.get(), piece);
            av_packet_unref(packet.get());
        }
        send<Sample>(nullptr, piece);
    }

  private:
    template <typename Sample>
    void send(const AVPacket* packet, const std::function<void(std::span<const Sample>)>& piece) {
        ffmpeg_check(avcodec_send_packet(codec_.get(), packet), "the audio is damaged");
        const FrameHandle frame = make_frame();
        while (true) {
            const int got = avcodec_receive_frame(codec_.get(), frame.get());
            if (got == AVERROR(EAGAIN) || got == AVERROR_EOF) return;
            ffmpeg_check(got, "the audio is damaged");
            mix(*frame, piece);
        }
    }

    template <typename Sample>
    void mix(const AVFrame& frame, const std::function<void(std::span<const Sample>)>& piece) {
        if (!resampler_)
            resampler_ = make_resampler(frame.ch_layout, static_cast<AVSampleFormat>(frame.format), frame.sample_rate,
                                        format_, frame.sample_rate);
        std::vector<Sample> out(static_cast<std::size_t>(frame.nb_samples));
        auto* plane = reinterpret_cast<std::uint8_t*>(out.data());
        const int count =
            ffmpeg_check(swr_convert(resampler_.get(), &plane, frame.nb_samples,
                                     const_cast<const std::uint8_t**>(frame.extended_data), frame.nb_samples),
                         "swr_convert");
        piece(std::span<const Sample>(out.data(), static_cast<std::size_t>(count)));
    }

    MemoryInput input_;
    AVSampleFormat format_;
    int stream_ = -1;
    CodecHandle codec_;
    ResamplerHandle resampler_;
};

}  // namespace

Pcm decode_audio(std::string_view bytes) {
    AudioDecoder decoder(bytes, AV_SAMPLE_FMT_S16);
    Pcm pcm;
    decoder.run<std::int16_t>([&](std::span<const std::int16_t> piece) {
        pcm.samples.insert(pcm.samples.end(), piece.begin(), piece.end());
    });
    pcm.rate = decoder.rate();
    if (pcm.rate < 1000 || pcm.samples.empty()) throw Error("there is no sound in this audio");
    return pcm;
}

int decode_pieces(std::string_view bytes, const std::function<void(std::span<const float>)>& piece) {
    AudioDecoder decoder(bytes, AV_SAMPLE_FMT_FLT);
    decoder.run<float>(piece);
    return decoder.rate();
}

}  // namespace aloud
