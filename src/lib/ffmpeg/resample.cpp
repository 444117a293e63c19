#include "lib/ffmpeg/resample.h"

#include "lib/ffmpeg/handles.h"

namespace aloud {

std::vector<float> resample(std::span<const float> samples, int from, int to) {
    std::vector<float> out(samples.begin(), samples.end());
    if (from == to || samples.empty()) return out;
    AVChannelLayout mono{};
    av_channel_layout_default(&mono, 1);
    const ResamplerHandle resampler = make_resampler(mono, AV_SAMPLE_FMT_FLTP, from, AV_SAMPLE_FMT_FLTP, to);
    SwrContext* context = resampler.get();
    const auto wanted = static_cast<std::size_t>((static_cast<std::int64_t>(samples.size()) * to + from - 1) / from);
    out.assign(wanted + 4096, 0.0F);
    const auto* in = reinterpret_cast<const std::uint8_t*>(samples.data());
    auto* plane = reinterpret_cast<std::uint8_t*>(out.data());
    const int first =
        ffmpeg_check(swr_convert(context, &plane, static_cast<int>(out.size()), &in, static_cast<int>(samples.size())),
                     "swr_convert");
    plane = reinterpret_cast<std::uint8_t*>(out.data() + first);
    ffmpeg_check(swr_convert(context, &plane, static_cast<int>(out.size()) - first, nullptr, 0), "swr_convert");
    out.resize(wanted);
    return out;
}

}  // namespace aloud
