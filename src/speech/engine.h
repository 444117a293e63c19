// An engine turns text into takes: neural models and espeak-ng inside the program, or a service over HTTP.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "speech/take.h"
#include "speech/voice.h"
#include "store/key.h"

namespace aloud {

/// A stretch of the text whose sound the author decides.
struct GivenIpa {
    std::size_t place = 0;   ///< byte of the text
    std::size_t length = 0;  ///< bytes
    std::string ipa;
};

/// What one take is asked for with. All of it is in the take's key, and nothing else decides how it sounds.
struct TakeRequest {
    std::string text;                ///< spoken form
    std::string language;            ///< BCP 47
    std::vector<GivenIpa> ipa = {};  ///< ascending, apart; only for engines that take it
};

/// What came of asking.
struct Spoken {
    Take take;
    std::size_t billed_characters = 0;  ///< 0 for embedded engines
    double cost_usd = 0;
};

class Engine {
  public:
    virtual ~Engine() = default;
    /// Throws Error saying what the engine or service answered; Interrupted when `interrupted()` became true.
    virtual Spoken speak(const TakeRequest& request) = 0;
    /// Adds all that decides the sound: engine, its version, voice, settings. Never a key or secret.
    virtual void describe(KeyBuilder& key) const = 0;
    /// An embedded engine speaks sentence by sentence; a service whole lines within its limits.
    virtual bool by_sentence() const = 0;
    /// Longest text of one take in characters; 0 no limit.
    virtual std::size_t text_limit() const = 0;
    /// How many takes may be under way at once; 1 for engines with global state.
    virtual int concurrency() const = 0;
    /// True when takes cost money: they are stored losslessly and kept.
    virtual bool paid() const = 0;
    /// What `characters` more would cost at most, USD.
    virtual double price(std::size_t characters) const = 0;
    /// True for engines that read TakeRequest::ipa.
    virtual bool takes_ipa() const { return false; }
};

/// Makes the engine that a voice names; `interrupted` is asked while it waits, `jobs` says how many takes an embedded
/// engine may be asked for at once. Throws InputError for an espeak voice or a model that is not installed; a service's
/// key is missed only when it is first needed.
std::unique_ptr<Engine> make_engine(const Voice& voice, std::function<bool()> interrupted = {}, int jobs = 1);

}  // namespace aloud
