// Models of kind "hibari": one network gives durations, pitch and spectra of a sentence, signal processing the sound.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <vector>

#include "lib/openvino/network.h"
#include "speech/neural/model_file.h"
#include "speech/neural/synthesis.h"

namespace aloud {

class Hibari {
  public:
    /// Longest sentence that the network was trained for.
    static constexpr std::size_t longest = 400;  // symbols

    struct Sound {
        std::vector<float> samples;       ///< at synthesis_rate, full scale ±1
        std::vector<std::size_t> begins;  ///< of each symbol: its first sample
    };

    /// Reads the files of an installed model and opens the network for `requests` at once. Throws Error.
    Hibari(const NeuralModel& model, int requests);

    /// The symbols of the description's vocab.json, without loading anything else. Throws InputError.
    static std::map<char32_t, std::int64_t> read_symbols(const NeuralModel& model);

    /// `symbols`: known ones, at most `longest`; `speed` 1 is the model's own pace. `noise` null: none. Safe to call
    /// from many threads. Throws Error.
    Sound speak(std::u32string_view symbols, float speed, Noise* noise);

  private:
    struct Worker {
        std::unique_ptr<NetworkRequest> request;
        RealFft fft{synthesis_window};
    };
    std::unique_ptr<Worker> take_worker();

    std::map<char32_t, std::int64_t> ids_;
    std::unique_ptr<Network> network_;
    std::mutex mutex_;
    std::vector<std::unique_ptr<Worker>> idle_;
};

}  // namespace aloud
