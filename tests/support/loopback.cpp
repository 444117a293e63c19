#include "tests/support/loopback.h"

#include <httplib.h>

#include <cmath>
#include <numbers>
#include <stdexcept>
#include <thread>

#include "util/text.h"

namespace aloud::testing {
namespace {

AskedFor asked_for(const httplib::Request& request) {
    AskedFor asked{request.method, request.target, request.body, {}};
    for (const auto& [name, value] : request.headers) asked.headers[to_lower(name)] = value;
    return asked;
}

void send(const Answer& answer, httplib::Response& response) {
    response.status = answer.status;
    for (const auto& [name, value] : answer.headers) response.set_header(name, value);
    if (answer.end == Answer::End::whole) {
        response.set_content(answer.body, answer.type);
    } else if (answer.end == Answer::End::short_of_length) {
        response.set_content_provider(answer.body.size() * 2, answer.type,
                                      [body = answer.body](std::size_t at, std::size_t, auto& sink) {
                                          if (at > 0) return false;
                                          return sink.write(body.data(), body.size());
                                      });
    } else {
        const bool cut = answer.end == Answer::End::without_last_chunk;
        response.set_chunked_content_provider(answer.type, [body = answer.body, cut](std::size_t at, auto& sink) {
            if (at < body.size()) return sink.write(body.data() + at, std::min<std::size_t>(body.size() - at, 5000));
            if (!cut) sink.done();
            return !cut;
        });
    }
}

}  // namespace

std::string tone(std::string_view text) {
    constexpr double rate = 24000;
    std::size_t sum = 0;
    for (const char c : text) sum = sum * 31 + static_cast<unsigned char>(c);
    const double step = 2 * std::numbers::pi * (200 + static_cast<double>(sum % 400)) / rate;
    const std::size_t count = 7200 + 480 * std::min<std::size_t>(text.size(), 100);
    std::string bytes;
    for (std::size_t i = 0; i < count; ++i) {
        const auto sample =
            static_cast<std::uint16_t>(static_cast<std::int16_t>(9000 * std::sin(step * static_cast<double>(i))));
        bytes += static_cast<char>(sample & 0xFFu);
        bytes += static_cast<char>(sample >> 8u);
    }
    return bytes;
}

struct Loopback::State {
    httplib::Server server;
    int port = 0;
    std::thread thread;
    mutable std::mutex mutex;
    std::vector<AskedFor> requests;

    std::size_t keep(const httplib::Request& request) {
        const std::lock_guard lock(mutex);
        requests.push_back(asked_for(request));
        return requests.size() - 1;
    }
};

Loopback::Loopback() : state_(std::make_unique<State>()) {
    state_->server.set_keep_alive_timeout(1);
    state_->server.set_tcp_nodelay(true);
    state_->port = state_->server.bind_to_any_port("127.0.0.1");
    if (state_->port <= 0) throw std::runtime_error("no port on loopback");
}

void Loopback::start() {
    state_->thread = std::thread([this] { state_->server.listen_after_bind(); });
    while (!state_->server.is_running()) std::this_thread::yield();
}

Loopback::~Loopback() {
    state_->server.stop();
    if (state_->thread.joinable()) state_->thread.join();
}

std::string Loopback::url() const {
    return "http://127.0.0.1:" + std::to_string(state_->port);
}

std::vector<AskedFor> Loopback::requests() const {
    const std::lock_guard lock(state_->mutex);
    return state_->requests;
}

FileServer::FileServer(const std::filesystem::path& folder) {
    state_->server.set_mount_point("/", folder.string());
    state_->server.set_file_extension_and_mimetype_mapping("mp3", "audio/mpeg");
    state_->server.set_logger([state = state_.get()](const auto& request, const auto&) { state->keep(request); });
    start();
}

SpeechServer::SpeechServer(Handler handler) {
    state_->server.Post(".*", [this, handler = std::move(handler)](const auto& request, auto& response) {
        const std::size_t number = state_->keep(request);
        const AskedFor asked = asked_for(request);
        send(handler ? handler(asked, number) : Answer{200, tone(asked.json().value("input", ""))}, response);
    });
    start();
}

SpeechServer::SpeechServer(std::vector<Answer> answers)
    : SpeechServer([answers = std::move(answers)](const AskedFor& request, std::size_t number) {
          return number < answers.size() ? answers[number] : Answer{200, tone(request.json().value("input", ""))};
      }) {}

}  // namespace aloud::testing
