#include "speech/engine.h"

#include <utility>

#include "speech/espeak_engine.h"
#include "speech/service_engine.h"

namespace aloud {

std::unique_ptr<Engine> make_engine(const Voice& voice, std::function<bool()> interrupted) {
    if (voice.service) return std::make_unique<ServiceEngine>(voice, std::move(interrupted));
    return std::make_unique<EspeakEngine>(voice);
}

}  // namespace aloud
