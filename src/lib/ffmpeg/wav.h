// A WAV file: what every player plays.
#pragma once

#include <string>

#include "lib/ffmpeg/decode.h"

namespace aloud {

/// Mono, 16 bits, a header of 44 bytes with true sizes.
std::string encode_wav(const Pcm& pcm);

}  // namespace aloud
