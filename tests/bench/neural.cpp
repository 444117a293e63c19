// Speed of the neural voice's parts on one core: the network, the synthesis, the phonemes.
#include <fmt/format.h>

#include <algorithm>
#include <ctime>
#include <functional>

#include "speech/neural/hibari.h"
#include "speech/neural/kept_network.h"
#include "speech/neural/rule_pronouncer.h"
#include "speech/voice.h"

namespace {

using namespace aloud;

constexpr const char* text =
    "The quick brown fox jumps over the lazy dog near the river, while people read the morning news aloud.";

/// Milliseconds of processor time of the fastest of some runs: what else the machine does is not ours.
double fastest(const std::function<void()>& work) {
    double best = 1e9;
    for (int i = 0; i < 15; ++i) {
        const std::clock_t begin = std::clock();
        work();
        best = std::min(best, static_cast<double>(std::clock() - begin) * 1000 / CLOCKS_PER_SEC);
    }
    return best;
}

void run() {
    Complaints complaints;
    const auto voice = VoiceLibrary(".").find("heart", {}, complaints);
    complaints.checkpoint();
    const NeuralModel& model = *voice->neural;
    require_installed(model);
    const auto ids_of = Hibari::read_symbols(model);
    std::set<char32_t> known;
    for (const auto& [symbol, id] : ids_of) known.insert(symbol);
    RulePronouncer rules("en-us", known);
    const Pronunciation spoken = rules.pronounce({text, "en"});
    std::vector<std::int64_t> ids = {0};
    for (const char32_t c : spoken.symbols) ids.push_back(ids_of.at(c));
    ids.push_back(0);

    const std::string onnx = read_model_file(model, "hibari.onnx");
    const auto network = open_kept_network({onnx, {}, 1}, model.files.at("hibari.onnx"));
    const auto request = network->request();
    const float speed = 1;
    request->set("ids", {1, ids.size()}, ids);
    request->set("speed", {1}, std::span<const float>(&speed, 1));
    const double network_ms = fastest([&] { request->run(); });
    const Spectra spectra{request->output("lh"), request->output("theta"), request->output("ln"),
                          request->output("lr"), request->output("phi"),   request->output("f0")};
    RealFft fft(synthesis_window);
    Noise noise("bench");
    const double synthesis_ms = fastest([&] { synthesize(spectra, &noise, fft); });
    const double phonemes_ms = fastest([&] { rules.pronounce({text, "en"}); });
    const double ms = static_cast<double>(spectra.pitch.size() * synthesis_hop) / synthesis_rate * 1000;
    fmt::print("one core, times real time: network {:.0f}, synthesis {:.0f}, phonemes {:.0f}, together {:.0f}\n",
               ms / network_ms, ms / synthesis_ms, ms / phonemes_ms, ms / (network_ms + synthesis_ms + phonemes_ms));
}

}  // namespace

int main() {
    try {
        run();
        return 0;
    } catch (const std::exception& error) {
        fmt::print(stderr, "bench: {}\n", aloud::full_message(error));
        return 1;
    }
}
