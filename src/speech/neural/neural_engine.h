// Neural voices inside the program.
#pragma once

#include <memory>
#include <mutex>

#include "speech/engine.h"
#include "speech/neural/hibari.h"
#include "speech/neural/pronunciation.h"

namespace aloud {

class NeuralEngine : public Engine {
  public:
    /// `jobs`: how many takes are spoken at once. Nothing is loaded before the first is. Throws InputError when the
    /// model is not installed.
    NeuralEngine(const Voice& voice, int jobs);
    ~NeuralEngine() override;
    /// A text in a language that the model does not speak is read by espeak-ng's voice for it.
    Spoken speak(const TakeRequest& request) override;
    void describe(KeyBuilder& key) const override;
    bool by_sentence() const override { return true; }
    std::size_t text_limit() const override { return 0; }
    int concurrency() const override { return jobs_; }
    bool paid() const override { return false; }
    double price(std::size_t) const override { return 0; }
    bool takes_ipa() const override { return true; }

  private:
    Hibari& model();
    Spoken speak_neural(const TakeRequest& request);

    NeuralModel description_;
    float speed_;
    int jobs_;
    std::unique_ptr<Engine> others_;  ///< languages that the model does not speak
    std::unique_ptr<Pronouncer> pronouncer_;
    std::mutex mutex_;
    std::unique_ptr<Hibari> model_;
};

}  // namespace aloud
