#include "speech/engine.h"

#include <utility>

#include "speech/espeak_engine.h"
#include "speech/neural/neural_engine.h"
#include "speech/service_engine.h"

namespace aloud {

std::unique_ptr<Engine> make_engine(const Voice& voice, std::function<bool()> interrupted, int jobs) {
    if (voice.service) return std::make_unique<ServiceEngine>(voice, std::move(interrupted));
    if (voice.neural) return std::make_unique<NeuralEngine>(voice, jobs);
    return std::make_unique<EspeakEngine>(voice);
}

}  // namespace aloud
