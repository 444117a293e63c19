#include "speech/engine.h"

#include "speech/espeak_engine.h"
#include "speech/service_engine.h"

namespace aloud {

std::unique_ptr<Engine> make_engine(const Voice& voice) {
    if (voice.service) return std::make_unique<ServiceEngine>(voice);
    return std::make_unique<EspeakEngine>(voice);
}

}  // namespace aloud
