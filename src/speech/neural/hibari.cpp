#include "speech/neural/hibari.h"

#include <fmt/format.h>

#include <cmath>

#include "lib/icu/text.h"
#include "lib/json/json.h"
#include "speech/neural/kept_network.h"
#include "util/error.h"

namespace aloud {
namespace {

constexpr const char* durations_tensor = "/Clip_output_0";  // of each id, in steps of two frames

}  // namespace

std::map<char32_t, std::int64_t> Hibari::read_symbols(const NeuralModel& model) {
    const Json json = Json::parse(read_model_file(model, "vocab.json"));
    std::map<char32_t, std::int64_t> ids;
    for (const auto& [symbol, id] : json.items()) ids[code_points(symbol).front().value] = id.get<std::int64_t>();
    return ids;
}

Hibari::Hibari(const NeuralModel& model, int requests) : ids_(read_symbols(model)) {
    const std::string onnx = read_model_file(model, "hibari.onnx");
    network_ = open_kept_network({onnx, {durations_tensor}, requests}, model.files.at("hibari.onnx"));
}

std::unique_ptr<Hibari::Worker> Hibari::take_worker() {
    {
        const std::lock_guard lock(mutex_);
        if (!idle_.empty()) {
            auto worker = std::move(idle_.back());
            idle_.pop_back();
            return worker;
        }
    }
    auto worker = std::make_unique<Worker>();
    worker->request = network_->request();
    return worker;
}

Hibari::Sound Hibari::speak(std::u32string_view symbols, float speed, Noise* noise) {
    if (symbols.empty()) return {};
    std::vector<std::int64_t> ids = {0};
    for (const char32_t symbol : symbols) ids.push_back(ids_.at(symbol));
    ids.push_back(0);

    auto worker = take_worker();
    NetworkRequest& request = *worker->request;
    request.set("ids", {1, ids.size()}, ids);
    request.set("speed", {1}, std::span<const float>(&speed, 1));
    request.run();
    const Spectra spectra{request.output("lh"), request.output("theta"), request.output("ln"),
                          request.output("lr"), request.output("phi"),   request.output("f0")};
    const std::span<const float> durations = request.output(durations_tensor);
    const std::size_t frames = spectra.pitch.size();
    for (const auto& part : {spectra.harmonic, spectra.harmonic_phase, spectra.noise, spectra.free, spectra.free_phase})
        if (part.size() != frames * synthesis_bins)
            throw Error(fmt::format("the network gave {} values for {} frames", part.size(), frames));
    if (durations.size() != ids.size()) throw Error("the network gave no duration for each phoneme");

    Sound sound;
    double steps = durations.front();
    for (std::size_t i = 1; i + 1 < durations.size(); ++i) {
        sound.begins.push_back(static_cast<std::size_t>(std::lround(steps)) * 2 * synthesis_hop);
        steps += durations[i];
    }
    sound.samples = synthesize(spectra, noise, worker->fft);
    const std::lock_guard lock(mutex_);
    idle_.push_back(std::move(worker));
    return sound;
}

}  // namespace aloud
