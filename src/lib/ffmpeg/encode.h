// An encoder and a muxer that write one mono track: into a file, or into memory.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "lib/ffmpeg/handles.h"

namespace aloud {

struct TrackSettings {
    const char* codec = "";  ///< libavcodec's name: libmp3lame, flac
    const char* muxer = "";  ///< libavformat's name: mp3, flac
    AVSampleFormat format = AV_SAMPLE_FMT_FLTP;
    int rate = 44100;
    int bitrate = 0;  ///< bits a second; 0 for lossless
    std::vector<std::pair<const char*, const char*>> codec_options, muxer_options;
};

/// write() as often as wanted, then finish(). Nothing that is written names a version or a date.
class TrackWriter {
  public:
    /// To a file.
    TrackWriter(const TrackSettings& settings, const std::string& path);
    /// Into memory; bytes() after finish().
    explicit TrackWriter(const TrackSettings& settings);
    ~TrackWriter();
    TrackWriter(const TrackWriter&) = delete;
    TrackWriter& operator=(const TrackWriter&) = delete;

    void write(std::span<const float> samples);         ///< for AV_SAMPLE_FMT_FLTP
    void write(std::span<const std::int16_t> samples);  ///< for AV_SAMPLE_FMT_S16
    /// Ends the track, writes what the muxer owes and closes. Throws Error.
    void finish();
    std::string take_bytes();

  private:
    void open(const TrackSettings& settings, const char* path);
    void close() noexcept;
    void send(const AVFrame* frame);
    template <typename Sample>
    void flush_pending(bool all, std::vector<Sample>& pending);

    AVFormatContext* format_ = nullptr;
    bool in_memory_ = false;
    CodecHandle codec_;
    std::vector<float> floats_;
    std::vector<std::int16_t> integers_;
    std::int64_t sent_ = 0;
    std::string bytes_;
};

}  // namespace aloud
