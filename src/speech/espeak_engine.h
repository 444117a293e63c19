// espeak-ng as an engine: small, fast, every language, and it tells when each word is heard.
#pragma once

#include "speech/engine.h"

namespace aloud {

class EspeakEngine : public Engine {
  public:
    explicit EspeakEngine(const Voice& voice);
    Spoken speak(const TakeRequest& request) override;
    void describe(KeyBuilder& key) const override;
    bool by_sentence() const override { return true; }
    std::size_t text_limit() const override { return 0; }
    /// The library has one global state: a second thread would only wait.
    int concurrency() const override { return 1; }
    bool paid() const override { return false; }
    double price(std::size_t) const override { return 0; }

  private:
    std::string name_for(const std::string& language) const;

    std::string voice_;
    std::string language_;
    int words_per_minute_;
};

}  // namespace aloud
