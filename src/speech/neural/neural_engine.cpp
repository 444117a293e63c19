#include "speech/neural/neural_engine.h"

#include <algorithm>
#include <cmath>

#include "speech/espeak_engine.h"
#include "speech/make_take.h"
#include "speech/neural/rule_pronouncer.h"
#include "util/text.h"

namespace aloud {
namespace {

/// Raised when the same phonemes would sound otherwise: the network as it is run, the synthesis, or the release of
/// OpenVINO that bootstrap brings.
constexpr int neural_version = 1;
constexpr const char* rules_voice = "en-us";
constexpr float loudest = 0.999F;

std::set<char32_t> known_symbols(const NeuralModel& model) {
    std::set<char32_t> known;
    for (const auto& [symbol, id] : Hibari::read_symbols(model)) known.insert(symbol);
    return known;
}

/// 16 bits; a sound that would clip is made quieter as a whole, the mastering sets its loudness anyhow.
std::vector<std::int16_t> to_pcm(const std::vector<float>& samples) {
    float peak = 0;
    for (const float s : samples) peak = std::max(peak, std::abs(s));
    const float gain = 32767.0F * (peak > loudest ? loudest / peak : 1.0F);
    std::vector<std::int16_t> pcm(samples.size());
    std::transform(samples.begin(), samples.end(), pcm.begin(),
                   [&](float s) { return static_cast<std::int16_t>(std::lrint(s * gain)); });
    return pcm;
}

Voice voice_of_others(const Voice& voice) {
    Voice other = voice;
    other.engine = "espeak";
    other.voice = rules_voice;
    return other;
}

std::string primary(const std::string& language) {
    return to_lower(language.substr(0, language.find('-')));
}

}  // namespace

NeuralEngine::NeuralEngine(const Voice& voice, int jobs)
    : description_(*voice.neural),
      speed_(static_cast<float>(voice.speed.value_or(1.0))),
      jobs_(std::clamp(jobs, 1, 64)) {
    require_installed(description_);
    others_ = std::make_unique<EspeakEngine>(voice_of_others(voice));
    pronouncer_ = std::make_unique<RulePronouncer>(rules_voice, known_symbols(description_));
}

NeuralEngine::~NeuralEngine() = default;

Hibari& NeuralEngine::model() {
    const std::lock_guard lock(mutex_);
    if (!model_) model_ = std::make_unique<Hibari>(description_, jobs_);
    return *model_;
}

Spoken NeuralEngine::speak(const TakeRequest& request) {
    const std::string language = primary(request.language);
    if (!language.empty() && language != primary(description_.language) && request.ipa.empty())
        return others_->speak(request);
    return speak_neural(request);
}

Spoken NeuralEngine::speak_neural(const TakeRequest& request) {
    Spoken spoken;
    spoken.take.rate = description_.rate;
    const Pronunciation pronunciation = pronouncer_->pronounce(request);
    if (pronunciation.symbols.empty()) return spoken;
    Noise noise(take_key(*this, request));
    std::vector<float> samples;
    for (const Pronunciation& piece : divide(pronunciation, Hibari::longest)) {
        const Hibari::Sound sound = model().speak(piece.symbols, speed_, &noise);
        for (const Pronunciation::Word& word : piece.words)
            spoken.take.marks.push_back(
                {word.place, static_cast<std::int64_t>(samples.size() + sound.begins[word.symbol])});
        samples.insert(samples.end(), sound.samples.begin(), sound.samples.end());
    }
    spoken.take.samples = to_pcm(samples);
    return spoken;
}

void NeuralEngine::describe(KeyBuilder& key) const {
    key.field("engine", "neural " + description_.kind).field("engine version", std::int64_t{neural_version});
    for (const auto& [name, hash] : description_.files) key.field("model " + name, hash);
    key.field("speed", static_cast<double>(speed_));
    pronouncer_->describe(key);
    others_->describe(key);
}

}  // namespace aloud
