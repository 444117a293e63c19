// An HTTP service as an engine, driven by its description.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "lib/curl/easy.h"
#include "speech/engine.h"
#include "speech/rate_limit.h"
#include "speech/request_template.h"
#include "speech/retry.h"

namespace aloud {

class ServiceEngine : public Engine {
  public:
    explicit ServiceEngine(const Voice& voice, std::function<bool()> interrupted = {},
                           std::optional<RetryClock> clock = {});
    /// Throws InputError when the service's key is not set.
    Spoken speak(const TakeRequest& request) override;
    void describe(KeyBuilder& key) const override;
    bool by_sentence() const override { return false; }
    std::size_t text_limit() const override { return limit_; }
    int concurrency() const override { return service_.concurrency; }
    bool paid() const override { return true; }
    double price(std::size_t characters) const override;

  private:
    Values read_keys() const;  ///< placeholder -> key
    HttpRequest make_request(const TakeRequest& request, const Values& secrets) const;
    HttpResponse ask(const HttpRequest& http);
    std::unique_ptr<HttpClient> borrow_client();
    void give_back(std::unique_ptr<HttpClient> client);

    Voice voice_;
    Service service_;
    std::string base_url_;
    std::map<std::string, std::string> keys_;  ///< placeholder -> environment variable; never their values
    std::size_t limit_ = 0;
    std::shared_ptr<RateLimit> rate_;  ///< shared by all voices of one service
    std::function<bool()> interrupted_;
    RetryClock clock_;
    std::mutex mutex_;
    std::vector<std::unique_ptr<HttpClient>>
        clients_;  ///< idle; a client, and its connection, serves one request at a time
};

}  // namespace aloud
