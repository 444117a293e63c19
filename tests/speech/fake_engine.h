// An engine that speaks at once, and counts.
#pragma once

#include <atomic>
#include <string>
#include <utility>

#include "speech/engine.h"

namespace aloud::testing {

class FakeEngine : public Engine {
  public:
    explicit FakeEngine(bool sentence = false, std::size_t limit = 0, std::int16_t level = 8000)
        : sentence_(sentence), limit_(limit), level_(level) {}
    Spoken speak(const TakeRequest& request) override {
        ++spoken;
        Take take{8000, std::vector<std::int16_t>(request.text.size() * 80, level_), {}};
        return {std::move(take), request.text.size(), 0.5};
    }
    void describe(KeyBuilder& key) const override { key.field("engine", "fake").field("setting", setting); }
    bool by_sentence() const override { return sentence_; }
    std::size_t text_limit() const override { return limit_; }
    int concurrency() const override { return 8; }
    bool paid() const override { return false; }
    double price(std::size_t) const override { return 0; }

    std::atomic<int> spoken = 0;
    std::string setting = "plain";

  private:
    bool sentence_;
    std::size_t limit_;
    std::int16_t level_;
};

}  // namespace aloud::testing
