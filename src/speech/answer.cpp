#include "speech/answer.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstring>

#include "lib/json/json.h"
#include "util/error.h"
#include "util/text.h"

namespace aloud {
namespace {

constexpr std::size_t longest_message = 300;
constexpr std::size_t shortest_secret = 6;  // "x", as one gives to a server that wants none, is no secret
constexpr std::size_t most_quoted = 4096;   // bytes of a body that are looked at for a message

/// What a service said, on one line, at most so many bytes; without the keys before it is cut.
std::string quoted(std::string_view text, std::size_t bytes, const std::vector<std::string>& secrets) {
    std::string clean(cut_to_bytes(text, most_quoted));
    for (const std::string& secret : secrets)
        if (secret.size() >= shortest_secret) clean = replace_all(std::move(clean), secret, "(key)");
    return printable(cut_to_bytes(collapse_spaces(clean), bytes));
}

std::string at_pointer(const std::string& body, const std::string& pointer) {
    if (pointer.empty()) return {};
    const Json json = Json::parse(body, nullptr, false);
    if (json.is_discarded()) return {};
    try {
        const Json& value = json.at(Json::json_pointer(pointer));
        return value.is_string() ? value.get<std::string>() : value.is_null() ? std::string() : value.dump();
    } catch (const Json::exception&) {
        return {};
    }
}

bool is_container(const std::string& body) {
    const std::string_view begin = std::string_view(body).substr(0, 4);
    const bool mp3_sync = begin.size() == 4 && static_cast<unsigned char>(begin[0]) == 0xFF &&
                          (static_cast<unsigned char>(begin[1]) & 0xE6U) == 0xE2U;
    return begin == "RIFF" || begin == "OggS" || begin == "fLaC" || begin.starts_with("ID3") || mp3_sync ||
           begin == "FORM" || (body.size() > 8 && std::string_view(body).substr(4, 4) == "ftyp");
}

/// A page, JSON or plain words: text through and through, which PCM of a hundred bytes and more never is.
bool is_text(const std::string& body) {
    const std::string_view head = std::string_view(body).substr(0, 512);
    if (invalid_utf8(cut_to_bytes(head, head.size() - std::min<std::size_t>(head.size(), 3))).has_value()) return false;
    return std::none_of(head.begin(), head.end(), [](char c) {
        return static_cast<unsigned char>(c) < ' ' && c != '\n' && c != '\r' && c != '\t';
    });
}

std::string what_text(const std::string& body) {
    const std::string begin = to_lower(trim(std::string_view(body).substr(0, 64)));
    return begin.starts_with("<") ? "a web page" : begin.starts_with("{") || begin.starts_with("[") ? "JSON" : "text";
}

}  // namespace

Pcm sound_of(const HttpResponse& response, const Service& service, const std::vector<std::string>& secrets) {
    const std::string& body = response.body;
    if (body.empty()) throw Error("the answer is empty (HTTP 200 without sound)");
    if (is_container(body)) {
        try {
            return decode_audio(body);
        } catch (...) {
            rethrow_with("the answer cannot be decoded");
        }
    }
    if (is_text(body))
        throw Error(fmt::format("HTTP 200 with {} where sound was due (is the address right?): {}", what_text(body),
                                quoted(body, 120, secrets)));
    if (service.response_format != "s16le" || service.response_rate <= 0)
        throw Error("the answer is in no known audio format");
    if (body.size() % 2 != 0)
        throw Error(fmt::format("the answer was cut off: {} bytes are no whole number of 16-bit samples", body.size()));
    Pcm pcm;
    pcm.rate = service.response_rate;
    pcm.samples.resize(body.size() / 2);
    std::memcpy(pcm.samples.data(), body.data(), body.size());
    return pcm;
}

std::string error_code(const HttpResponse& response, const Service& service) {
    return at_pointer(response.body, service.error_code);
}

std::string error_text(const HttpResponse& response, const Service& service, const std::vector<std::string>& secrets) {
    if (!response.failure.empty()) return quoted(response.failure, longest_message, secrets);
    const auto location = response.headers.find("location");
    if (response.status >= 300 && response.status < 400 && location != response.headers.end())
        return fmt::format("HTTP {}: it has moved to {}, and a redirect is not followed with a key; set base_url",
                           response.status, quoted(location->second, longest_message, secrets));
    std::string message = at_pointer(response.body, service.error_message);
    if (message.empty()) message = what_text(response.body) == "a web page" ? "a web page" : response.body;
    message = quoted(message, longest_message, secrets);
    return fmt::format("HTTP {}{}{}", response.status, message.empty() ? "" : ": ", message);
}

}  // namespace aloud
