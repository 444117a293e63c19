// Decoding audio: the bytes decide what it is.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace aloud {

struct Pcm {
    int rate = 0;                       ///< samples a second
    std::vector<std::int16_t> samples;  ///< mono
};

/// All of it, mixed down to mono, at its own rate. WAV with placeholder sizes ends where the bytes end. Throws Error
/// for what is no audio or was cut off within a frame.
Pcm decode_audio(std::string_view bytes);

/// The same as floats in pieces, from an MP3 that an encoder of ours wrote: for measuring without holding it all.
/// Returns the samples a second.
int decode_pieces(std::string_view bytes, const std::function<void(std::span<const float>)>& piece);

}  // namespace aloud
