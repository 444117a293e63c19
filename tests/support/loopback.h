// Servers on this machine: a folder over HTTP, and a text-to-speech service that does what a test tells it.
#pragma once

#include <atomic>
#include <cstddef>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "lib/json/json.h"

namespace aloud::testing {

/// One request as it came.
struct AskedFor {
    std::string method, path, body;
    std::map<std::string, std::string> headers;  ///< names in lower case
    Json json() const { return Json::parse(body, nullptr, false); }
};

struct Answer {
    /// How the body is sent and ends: in one piece; in chunks; less than Content-Length says; without the last chunk.
    enum class End { whole, chunks, short_of_length, without_last_chunk };
    int status = 200;
    std::string body = {};
    std::string type = "application/octet-stream";
    std::map<std::string, std::string> headers = {};
    End end = End::whole;
};

/// A sound that stands for a text, always the same for the same text: mono, 16 bits, 24 kHz, without a header.
std::string tone(std::string_view text);

/// Runs from its construction to its destruction, on a port that the system chose.
class Loopback {
  public:
    Loopback();
    ~Loopback();
    Loopback(const Loopback&) = delete;
    Loopback& operator=(const Loopback&) = delete;
    std::string url() const;  ///< http://127.0.0.1:PORT
    std::vector<AskedFor> requests() const;

  protected:
    struct State;
    void start();
    std::unique_ptr<State> state_;
};

/// Serves the files of a folder, which may come and go while it runs.
class FileServer : public Loopback {
  public:
    explicit FileServer(const std::filesystem::path& folder);
};

/// Answers POST requests; without a handler with the tone of the JSON's "input".
class SpeechServer : public Loopback {
  public:
    /// `number` counts the requests from 0. Called on the server's threads, several at once.
    using Handler = std::function<Answer(const AskedFor& request, std::size_t number)>;
    explicit SpeechServer(Handler handler = {});
    /// Each answer once, in this order; then tones.
    explicit SpeechServer(std::vector<Answer> answers);
};

}  // namespace aloud::testing
