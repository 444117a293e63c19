// Pronunciation by espeak-ng's rules, in the symbols of Kokoro's family of models.
#pragma once

#include <set>
#include <span>
#include <string>

#include "speech/neural/pronunciation.h"
#include "speech/neural/words.h"

namespace aloud {

class RulePronouncer : public Pronouncer {
  public:
    /// `voice`: espeak's, whose rules are used; `known`: the model's symbols.
    RulePronouncer(std::string voice, std::set<char32_t> known);
    Pronunciation pronounce(const TakeRequest& request) override;
    void describe(KeyBuilder& key) const override;

  private:
    /// The symbols of each word of a clause.
    std::vector<std::u32string> clause(std::span<const SpokenWord> words) const;

    std::string voice_;
    std::set<char32_t> known_;
};

}  // namespace aloud
