#include "speech/make_take.h"

#include <algorithm>
#include <cstdlib>

#include "lib/icu/text.h"
#include "util/error.h"

namespace aloud {
namespace {

constexpr const char* kind = "takes";
constexpr int silence = 100;  // of 32768: -50 dBFS, below which an end is trimmed anyway

bool has_words(const std::string& text) {
    const auto points = code_points(text);
    return std::any_of(points.begin(), points.end(),
                       [](const CodePoint& c) { return is_letter(c.value) || is_digit(c.value); });
}

/// Never believe an answer: a take of words that holds no sound is not kept.
void accept(const Take& take, const TakeRequest& request) {
    if (!has_words(request.text)) return;
    if (take.samples.empty()) throw Error("the voice gave no sound");
    if (std::none_of(take.samples.begin(), take.samples.end(),
                     [](std::int16_t s) { return std::abs(int{s}) > silence; }))
        throw Error("the voice gave only silence");
}

}  // namespace

Key take_key(const Engine& engine, const TakeRequest& request) {
    KeyBuilder key("take", take_version);
    engine.describe(key);
    key.field("text", request.text).field("language", request.language);
    for (const GivenIpa& given : request.ipa)
        key.field("ipa at", static_cast<std::int64_t>(given.place))
            .field("ipa length", static_cast<std::int64_t>(given.length))
            .field("ipa", given.ipa);
    return key.key();
}

TakeResult make_take(Store& store, Engine& engine, const TakeRequest& request) {
    const Key key = take_key(engine, request);
    if (const auto kept = store.read(kind, key); kept && unpack_take(*kept)) return {};
    const Claim claim(store, key);
    if (const auto kept = store.read(kind, key); kept && unpack_take(*kept)) return {};
    const Spoken spoken = engine.speak(request);
    accept(spoken.take, request);
    store.write(kind, key, pack_take(spoken.take, engine.paid() ? TakeCoding::flac : TakeCoding::pcm));
    return {true, static_cast<double>(spoken.take.samples.size()) / std::max(spoken.take.rate, 1),
            spoken.billed_characters, spoken.cost_usd};
}

}  // namespace aloud
