// libcurl: one request at a time on a handle that keeps its connection.
#pragma once

#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace aloud {

struct HttpRequest {
    std::string method = "POST";
    std::string url;
    std::vector<std::pair<std::string, std::string>> headers;
    std::string body;
};

/// What came. A status is no error; `failure` says why nothing whole came, in curl's words, and `lasting` that another
/// try would end the same way: an address that is none, a certificate that is not trusted, an answer too large.
struct HttpResponse {
    long status = 0;
    std::map<std::string, std::string> headers;  ///< names in lower case
    std::string body;
    std::string failure;
    bool lasting = false;
};

/// TLS verified, redirects not followed, http and https only, at most 64 MiB; given up when nothing comes for 30 s.
/// One thread at a time.
class HttpClient {
  public:
    HttpClient();
    ~HttpClient();
    HttpClient(const HttpClient&) = delete;
    HttpClient& operator=(const HttpClient&) = delete;

    /// `interrupted` is asked about once a second. Throws Error for a header that could not be sent, Interrupted.
    HttpResponse ask(const HttpRequest& request, const std::function<bool()>& interrupted);

  private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace aloud
