// Takes made of sums, so that tests know what is in them.
#pragma once

#include <cmath>
#include <map>
#include <numbers>
#include <string>

#include "audio/programme.h"
#include "util/error.h"

namespace aloud::testing {

/// Silence of so many seconds.
inline void add_silence(Take& take, double seconds) {
    take.samples.resize(take.samples.size() + static_cast<std::size_t>(seconds * take.rate), 0);
}

/// Something like speech: a tone with overtones that swells and fades a few times a second. `level` 1 is full scale.
inline void add_voice(Take& take, double seconds, double level = 0.2, double pitch = 150) {
    const auto count = static_cast<std::size_t>(seconds * take.rate);
    for (std::size_t i = 0; i < count; ++i) {
        const double t = static_cast<double>(i) / take.rate;
        double value = 0;
        for (int overtone = 1; overtone <= 8; ++overtone)
            value += std::sin(2 * std::numbers::pi * pitch * overtone * t + overtone) / overtone;
        const double swell = 0.6 + 0.4 * std::sin(2 * std::numbers::pi * 4 * t);
        take.samples.push_back(static_cast<std::int16_t>(std::clamp(value / 2 * swell * level, -1.0, 1.0) * 32767));
    }
}

/// Takes by name, as a TakeSource.
struct TakeShelf {
    std::map<Key, Take> takes;

    TakeSource source() const {
        return [this](const Key& key) {
            const auto found = takes.find(key);
            if (found == takes.end()) throw Error("no take " + key);
            return found->second;
        };
    }
    /// A take of so many seconds of voice, and its place in the programme.
    CutPlan add(double seconds, int pause_after_ms, double level = 0.2, int rate = 22050) {
        const Key key = "take" + std::to_string(takes.size());
        Take take;
        take.rate = rate;
        add_voice(take, seconds, level);
        takes[key] = std::move(take);
        CutPlan plan;
        plan.take = key;
        plan.line = takes.size() - 1;
        plan.sentences = {0};
        plan.places = {0};
        plan.voice = "voice";
        plan.pause_after_ms = pause_after_ms;
        return plan;
    }
};

}  // namespace aloud::testing
