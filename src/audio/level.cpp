#include "audio/level.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <memory>

#include "audio/trim.h"
#include "lib/ebur128/meter.h"

namespace aloud {
namespace {

constexpr double stray_lu = 3.0;
constexpr double shortest_judged_seconds = 2.0;  // a gate of 400 ms says little about less

}  // namespace

std::vector<float> kept_samples(const Take& take, const std::vector<Range>& kept) {
    std::vector<float> samples;
    samples.reserve(static_cast<std::size_t>(total(kept)));
    for (const Range& range : kept)
        for (std::int64_t i = range.begin; i < range.end; ++i)
            samples.push_back(static_cast<float>(take.samples[static_cast<std::size_t>(i)]) / 32768.0F);
    return samples;
}

void set_levels(std::vector<Cut>& cuts, const TakeSource& takes, double target_lufs) {
    struct Voice {
        std::unique_ptr<LoudnessMeter> meter;
        int rate = 0;
        double loudness = 0;
    };
    std::map<std::pair<std::string, int>, Voice> voices;  // a meter knows one rate
    std::vector<double> loudness(cuts.size(), -HUGE_VAL);
    std::vector<Voice*> voice_of(cuts.size());
    for (std::size_t i = 0; i < cuts.size(); ++i) {
        const Take take = takes(cuts[i].plan.take);
        const std::vector<float> samples = kept_samples(take, cuts[i].kept);
        Voice& voice = voices[{cuts[i].plan.voice, take.rate}];
        voice_of[i] = &voice;
        voice.rate = take.rate;
        if (!voice.meter) voice.meter = std::make_unique<LoudnessMeter>(take.rate, false);
        voice.meter->add(samples);
        voice.meter->add_silence(static_cast<std::size_t>(take.rate) *
                                 static_cast<std::size_t>(cuts[i].plan.pause_after_ms) / 1000);
        if (static_cast<double>(samples.size()) < shortest_judged_seconds * take.rate) continue;
        LoudnessMeter alone(take.rate, false);
        alone.add(samples);
        loudness[i] = alone.integrated();
    }
    for (auto& [name, voice] : voices) voice.loudness = voice.meter->integrated();
    for (std::size_t i = 0; i < cuts.size(); ++i) {
        const double of_voice = voice_of[i]->loudness;
        if (!std::isfinite(of_voice)) continue;  // silence has no level
        double gain = target_lufs - of_voice;
        if (std::isfinite(loudness[i])) {
            const double off = loudness[i] - of_voice;
            if (std::abs(off) > stray_lu) gain -= off - std::copysign(stray_lu, off);
        }
        cuts[i].gain_db = std::round(gain * 10) / 10;
    }
}

}  // namespace aloud
