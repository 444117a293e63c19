// What a neural voice is given to read: phonemes, and where each word begins in them.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "speech/engine.h"
#include "store/key.h"

namespace aloud {

struct Pronunciation {
    struct Word {
        std::size_t place = 0;   ///< byte of the text
        std::size_t symbol = 0;  ///< index of its first symbol
    };
    std::u32string symbols;   ///< a model's own, punctuation among them
    std::vector<Word> words;  ///< ascending in both
};

/// From text to phonemes. Rules (espeak-ng's) are one way; dictionaries are another.
class Pronouncer {
  public:
    virtual ~Pronouncer() = default;
    /// Empty where the text holds nothing to say. Throws InputError for IPA in the request that the model cannot say.
    virtual Pronunciation pronounce(const TakeRequest& request) = 0;
    /// Adds all that decides the result.
    virtual void describe(KeyBuilder& key) const = 0;
};

/// Divides what is longer than `limit` symbols: after a clause, else before a word, else anywhere. Places stay those of
/// the whole text.
std::vector<Pronunciation> divide(const Pronunciation& whole, std::size_t limit);

}  // namespace aloud
