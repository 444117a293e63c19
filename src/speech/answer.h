// What a service answered: sound, or something that only says it is.
#pragma once

#include <string>
#include <vector>

#include "lib/curl/easy.h"
#include "lib/ffmpeg/decode.h"
#include "speech/voice.h"

namespace aloud {

/// Sound from a 200's body. The bytes decide, not the content type: WAV, MP3, Ogg and FLAC are known by how they begin,
/// anything else is what the description promises, unless it is a page or a JSON text. Throws Error saying what came;
/// a service may repeat a key in its answer, so `secrets` are left out of what is quoted.
Pcm sound_of(const HttpResponse& response, const Service& service, const std::vector<std::string>& secrets = {});

/// "HTTP 401: Incorrect API key provided", from the place that the description names, else from the body's beginning;
/// of a redirect, where to. Safe to print, without `secrets`, at most 300 bytes of the service's own words.
std::string error_text(const HttpResponse& response, const Service& service,
                       const std::vector<std::string>& secrets = {});

/// The service's own error code; empty if there is none.
std::string error_code(const HttpResponse& response, const Service& service);

}  // namespace aloud
