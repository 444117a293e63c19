#include "speech/service_engine.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

#include "speech/answer.h"
#include "util/error.h"
#include "util/text.h"

namespace aloud {

ServiceEngine::ServiceEngine(const Voice& voice, std::function<bool()> interrupted, std::optional<RetryClock> clock)
    : voice_(voice),
      service_(*voice.service),
      base_url_(voice.base_url.value_or(service_.base_url)),
      // Another address gets no key that is not meant for it.
      keys_(voice.base_url || !voice.keys.empty() ? voice.keys : service_.keys),
      limit_(service_.text_limit),
      rate_(RateLimit::of(base_url_, service_.requests_per_minute)),
      interrupted_(std::move(interrupted)),
      clock_(clock ? *clock : real_clock(interrupted_)) {
    while (base_url_.ends_with('/')) base_url_.pop_back();
    const auto model = service_.models.find(voice_.model.value_or(""));
    if (model != service_.models.end() && model->second.text) limit_ = *model->second.text;
}

double ServiceEngine::price(std::size_t characters) const {
    // A server of one's own costs nothing that is known here.
    return voice_.base_url && keys_.empty() ? 0 : service_.price_per_million * static_cast<double>(characters) / 1e6;
}

void ServiceEngine::describe(KeyBuilder& key) const {
    key.field("service", service_.id).field("base_url", base_url_).field("voice", voice_.voice);
    key.field("model", voice_.model.value_or("")).field("instructions", voice_.instructions.value_or(""));
    key.field("speed", voice_.speed.value_or(1.0)).field("request", service_.body.dump());
}

Values ServiceEngine::read_keys() const {
    Values secrets;
    for (const auto& [name, variable] : keys_) {
        const char* value = std::getenv(variable.c_str());
        if (value == nullptr || *value == '\0')
            throw InputError(
                fmt::format("service \"{}\" needs a key: set the environment variable {}", service_.id, variable));
        secrets[name] = std::string(value);
    }
    return secrets;
}

HttpRequest ServiceEngine::make_request(const TakeRequest& request, const Values& secrets) const {
    Values values = {{"text", request.text}, {"voice", voice_.voice}, {"language", request.language}};
    if (voice_.model) values["model"] = *voice_.model;
    if (voice_.instructions) values["instructions"] = *voice_.instructions;
    if (voice_.speed) values["speed"] = *voice_.speed;
    const auto model = service_.models.find(voice_.model.value_or(""));
    if (model != service_.models.end())
        for (const std::string& name : model->second.without) values.erase(name);
    HttpRequest http;
    http.method = service_.method;
    http.url = base_url_ + fill_text(service_.path, values);
    http.headers = {{"Content-Type", "application/json"}, {"Expect", ""}};
    for (const auto& [name, value] : service_.headers) {
        const bool wants_key = std::any_of(
            service_.keys.begin(), service_.keys.end(),
            [&, text = value](const auto& key) { return text.find("{" + key.first + "}") != std::string::npos; });
        if (wants_key && secrets.empty()) continue;
        Values all = values;
        all.insert(secrets.begin(), secrets.end());
        http.headers.emplace_back(name, fill_text(value, all));
    }
    http.body = fill_body(service_.body, values).dump(-1, ' ', false, Json::error_handler_t::replace);
    return http;
}

std::unique_ptr<HttpClient> ServiceEngine::borrow_client() {
    const std::lock_guard lock(mutex_);
    if (clients_.empty()) return std::make_unique<HttpClient>();
    auto client = std::move(clients_.back());
    clients_.pop_back();
    return client;
}

void ServiceEngine::give_back(std::unique_ptr<HttpClient> client) {
    const std::lock_guard lock(mutex_);
    clients_.push_back(std::move(client));
}

HttpResponse ServiceEngine::ask(const HttpRequest& http) {
    rate_->take(clock_);
    auto client = borrow_client();
    HttpResponse response = client->ask(http, interrupted_);
    give_back(std::move(client));
    return response;
}

Spoken ServiceEngine::speak(const TakeRequest& request) {
    const Values keys = read_keys();
    const HttpRequest http = make_request(request, keys);
    std::vector<std::string> secrets;
    for (const auto& [name, value] : keys) secrets.push_back(value.get<std::string>());
    const std::string who = fmt::format("service \"{}\"", service_.id);
    std::string problem;
    for (int attempt = 0; attempt < most_tries; ++attempt) {
        const HttpResponse response = ask(http);
        const bool whole = response.failure.empty() && response.status == 200;
        if (whole) {
            try {
                Pcm pcm = sound_of(response, service_, secrets);
                const std::size_t characters = count_characters(request.text);
                return {{pcm.rate, std::move(pcm.samples), {}}, characters, price(characters)};
            } catch (...) {
                rethrow_with(who);
            }
        }
        problem = error_text(response, service_, secrets);
        const std::string code = error_code(response, service_);
        const bool permanent =
            std::find(service_.permanent.begin(), service_.permanent.end(), code) != service_.permanent.end();
        if (permanent || !is_worth_retrying(response)) throw Error(who + ": " + problem);
        if (attempt + 1 < most_tries)
            clock_.wait(std::max(retry_hint(response, clock_.now()).value_or(std::chrono::milliseconds(0)),
                                 backoff(attempt, clock_.random())));
    }
    throw Error(fmt::format("{}: {} (given up after {} tries)", who, problem, most_tries));
}

}  // namespace aloud
