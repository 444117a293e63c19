#include "lib/ffmpeg/encode.h"

#include <algorithm>
#include <cstring>
#include <utility>

#include "lib/ffmpeg/flac.h"
#include "util/error.h"

namespace aloud {

TrackWriter::TrackWriter(const TrackSettings& settings, const std::string& path) {
    open(settings, path.c_str());
}

TrackWriter::TrackWriter(const TrackSettings& settings) : in_memory_(true) {
    open(settings, nullptr);
}

void TrackWriter::open(const TrackSettings& settings, const char* path) {
    ffmpeg_quiet();
    try {
        ffmpeg_check(avformat_alloc_output_context2(&format_, nullptr, settings.muxer, path),
                     "avformat_alloc_output_context2");
        const AVCodec* codec = avcodec_find_encoder_by_name(settings.codec);
        if (codec == nullptr) throw Error(std::string("FFmpeg here has no encoder ") + settings.codec);
        codec_.reset(avcodec_alloc_context3(codec));
        if (!codec_) throw Error("avcodec_alloc_context3 failed");
        codec_->sample_rate = settings.rate;
        codec_->sample_fmt = settings.format;
        av_channel_layout_default(&codec_->ch_layout, 1);
        codec_->bit_rate = settings.bitrate;
        codec_->time_base = {1, settings.rate};
        codec_->thread_count = 1;
        codec_->flags |= AV_CODEC_FLAG_BITEXACT;
        if ((format_->oformat->flags & AVFMT_GLOBALHEADER) != 0) codec_->flags |= AV_CODEC_FLAG_GLOBAL_HEADER;
        AVDictionary* options = nullptr;
        for (const auto& [name, value] : settings.codec_options) av_dict_set(&options, name, value, 0);
        const int opened = avcodec_open2(codec_.get(), codec, &options);
        av_dict_free(&options);
        ffmpeg_check(opened, std::string("avcodec_open2 ") + settings.codec);

        AVStream* stream = avformat_new_stream(format_, nullptr);
        if (stream == nullptr) throw Error("avformat_new_stream failed");
        stream->time_base = codec_->time_base;
        ffmpeg_check(avcodec_parameters_from_context(stream->codecpar, codec_.get()),
                     "avcodec_parameters_from_context");
        format_->flags |= AVFMT_FLAG_BITEXACT;
        if (in_memory_) {
            ffmpeg_check(avio_open_dyn_buf(&format_->pb), "avio_open_dyn_buf");
        } else {
            ffmpeg_check(avio_open(&format_->pb, path, AVIO_FLAG_WRITE), std::string("cannot write ") + path);
        }
        for (const auto& [name, value] : settings.muxer_options) av_dict_set(&options, name, value, 0);
        const int begun = avformat_write_header(format_, &options);
        av_dict_free(&options);
        ffmpeg_check(begun, "avformat_write_header");
    } catch (...) {
        close();
        throw;
    }
}

TrackWriter::~TrackWriter() {
    close();
}

void TrackWriter::close() noexcept {
    if (format_ == nullptr) return;
    // Writing is not reading: the output is closed first, then the context freed.
    if (in_memory_ && format_->pb != nullptr) {
        std::uint8_t* buffer = nullptr;
        avio_close_dyn_buf(format_->pb, &buffer);
        av_free(buffer);
    } else if (!in_memory_) {
        avio_closep(&format_->pb);
    }
    avformat_free_context(format_);
    format_ = nullptr;
}

void TrackWriter::send(const AVFrame* frame) {
    ffmpeg_check(avcodec_send_frame(codec_.get(), frame), "avcodec_send_frame");
    const PacketHandle packet = make_packet();
    while (true) {
        const int got = avcodec_receive_packet(codec_.get(), packet.get());
        if (got == AVERROR(EAGAIN) || got == AVERROR_EOF) return;
        ffmpeg_check(got, "avcodec_receive_packet");
        av_packet_rescale_ts(packet.get(), codec_->time_base, format_->streams[0]->time_base);
        packet->stream_index = 0;
        ffmpeg_check(av_interleaved_write_frame(format_, packet.get()), "av_interleaved_write_frame");
    }
}

template <typename Sample>
void TrackWriter::flush_pending(bool all, std::vector<Sample>& pending) {
    const auto size = static_cast<std::size_t>(codec_->frame_size > 0 ? codec_->frame_size : 4096);
    std::size_t at = 0;
    while (pending.size() - at >= size || (all && at < pending.size())) {
        const std::size_t count = std::min(size, pending.size() - at);
        const FrameHandle frame = make_frame();
        frame->nb_samples = static_cast<int>(count);
        frame->format = codec_->sample_fmt;
        frame->sample_rate = codec_->sample_rate;
        frame->pts = sent_;
        ffmpeg_check(av_channel_layout_copy(&frame->ch_layout, &codec_->ch_layout), "av_channel_layout_copy");
        ffmpeg_check(av_frame_get_buffer(frame.get(), 0), "av_frame_get_buffer");
        std::memcpy(frame->data[0], pending.data() + at, count * sizeof(Sample));
        send(frame.get());
        sent_ += static_cast<std::int64_t>(count);
        at += count;
    }
    pending.erase(pending.begin(), pending.begin() + static_cast<std::ptrdiff_t>(at));
}

void TrackWriter::write(std::span<const float> samples) {
    floats_.insert(floats_.end(), samples.begin(), samples.end());
    flush_pending(false, floats_);
}

void TrackWriter::write(std::span<const std::int16_t> samples) {
    integers_.insert(integers_.end(), samples.begin(), samples.end());
    flush_pending(false, integers_);
}

void TrackWriter::finish() {
    flush_pending(true, floats_);
    flush_pending(true, integers_);
    send(nullptr);
    ffmpeg_check(av_write_trailer(format_), "av_write_trailer");
    if (in_memory_) {
        std::uint8_t* buffer = nullptr;
        const int size = avio_close_dyn_buf(format_->pb, &buffer);
        format_->pb = nullptr;
        bytes_.assign(reinterpret_cast<const char*>(buffer), static_cast<std::size_t>(size));
        av_free(buffer);
    } else {
        ffmpeg_check(avio_closep(&format_->pb), "cannot finish the file");
    }
}

std::string TrackWriter::take_bytes() {
    return std::move(bytes_);
}

std::string encode_flac(const Pcm& pcm) {
    TrackSettings settings;
    settings.codec = "flac";
    settings.muxer = "flac";
    settings.format = AV_SAMPLE_FMT_S16;
    settings.rate = pcm.rate;
    TrackWriter writer(settings);
    writer.write(std::span<const std::int16_t>(pcm.samples));
    writer.finish();
    return writer.take_bytes();
}

}  // namespace aloud
