// FLAC: takes that were paid for, without loss at half the size.
#pragma once

#include <string>

#include "lib/ffmpeg/decode.h"

namespace aloud {

/// A whole FLAC file, mono, 16 bits. Throws Error.
std::string encode_flac(const Pcm& pcm);

}  // namespace aloud
