#include "lib/ffmpeg/wav.h"

#include "lib/ffmpeg/encode.h"

namespace aloud {

std::string encode_wav(const Pcm& pcm) {
    TrackSettings settings;
    settings.codec = "pcm_s16le";
    settings.muxer = "wav";
    settings.format = AV_SAMPLE_FMT_S16;
    settings.rate = pcm.rate;
    TrackWriter writer(settings);
    writer.write(std::span<const std::int16_t>(pcm.samples));
    writer.finish();
    return writer.take_bytes();
}

}  // namespace aloud
