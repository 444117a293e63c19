#include "lib/curl/easy.h"

#include <curl/curl.h>

#include <algorithm>
#include <array>
#include <mutex>

#include "util/error.h"
#include "util/text.h"

namespace aloud {
namespace {

constexpr std::size_t largest_answer = std::size_t{64} << 20U;

struct FreeHandle {
    void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
};
struct FreeList {
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};

/// What the callbacks of one request fill; they are called by C and must not throw.
struct Exchange {
    HttpResponse response;
    bool too_large = false;
    const std::function<bool()>* interrupted = nullptr;
    bool stopped = false;
};

extern "C" std::size_t receive_body(char* data, std::size_t size, std::size_t count, void* self) {
    auto* exchange = static_cast<Exchange*>(self);
    const std::size_t bytes = size * count;
    try {
        exchange->too_large = exchange->response.body.size() + bytes > largest_answer;
        if (exchange->too_large) return 0;
        exchange->response.body.append(data, bytes);
        return bytes;
    } catch (...) {
        exchange->too_large = true;
        return 0;
    }
}

extern "C" std::size_t receive_header(char* data, std::size_t size, std::size_t count, void* self) {
    auto* exchange = static_cast<Exchange*>(self);
    const std::string_view line(data, size * count);
    try {
        const std::size_t colon = line.find(':');
        if (line.starts_with("HTTP/")) exchange->response.headers.clear();  // of the last answer only
        if (colon != std::string_view::npos)
            exchange->response.headers[to_lower(line.substr(0, colon))] = std::string(trim(line.substr(colon + 1)));
        return line.size();
    } catch (...) {
        return 0;
    }
}

extern "C" int watch(void* self, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
    auto* exchange = static_cast<Exchange*>(self);
    exchange->stopped = exchange->interrupted != nullptr && *exchange->interrupted && (*exchange->interrupted)();
    return exchange->stopped ? 1 : 0;
}

template <typename Value>
void set(CURL* handle, CURLoption option, Value value) {
    const CURLcode code = curl_easy_setopt(handle, option, value);
    if (code != CURLE_OK) throw Error(std::string("curl_easy_setopt: ") + curl_easy_strerror(code));
}

bool is_lasting(CURLcode code) {
    return code == CURLE_UNSUPPORTED_PROTOCOL || code == CURLE_URL_MALFORMAT || code == CURLE_PEER_FAILED_VERIFICATION;
}

void check_header(const std::string& text) {
    if (std::any_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < ' ' || c == 0x7F; }))
        throw Error("a control character in a request's header (is the key in the environment whole and on one line?)");
}

}  // namespace

struct HttpClient::State {
    std::unique_ptr<CURL, FreeHandle> handle;
};

HttpClient::HttpClient() : state_(std::make_unique<State>()) {
    static std::once_flag once;
    std::call_once(once, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
    state_->handle.reset(curl_easy_init());
    if (!state_->handle) throw Error("curl_easy_init failed");
}

HttpClient::~HttpClient() = default;

HttpResponse HttpClient::ask(const HttpRequest& request, const std::function<bool()>& interrupted) {
    CURL* handle = state_->handle.get();
    curl_easy_reset(handle);  // settings go, connections stay
    Exchange exchange;
    exchange.interrupted = &interrupted;
    std::array<char, CURL_ERROR_SIZE> message{};
    std::unique_ptr<curl_slist, FreeList> headers;
    for (const auto& [name, value] : request.headers) {
        check_header(name + value);
        curl_slist* longer = curl_slist_append(headers.get(), (name + ": " + value).c_str());
        if (longer == nullptr) throw Error("curl_slist_append failed");
        (void)headers.release();
        headers.reset(longer);
    }
    set(handle, CURLOPT_URL, request.url.c_str());
    set(handle, CURLOPT_CUSTOMREQUEST, request.method.c_str());
    set(handle, CURLOPT_HTTPHEADER, headers.get());
    if (request.method != "GET") {
        set(handle, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(request.body.size()));
        set(handle, CURLOPT_POSTFIELDS, request.body.c_str());
    }
    set(handle, CURLOPT_PROTOCOLS_STR, "http,https");
    set(handle, CURLOPT_FOLLOWLOCATION, 0L);
    set(handle, CURLOPT_NOSIGNAL, 1L);
    set(handle, CURLOPT_CONNECTTIMEOUT, 20L);
    set(handle, CURLOPT_LOW_SPEED_LIMIT, 1L);
    set(handle, CURLOPT_LOW_SPEED_TIME, 30L);
    set(handle, CURLOPT_USERAGENT, "aloud");
    set(handle, CURLOPT_ERRORBUFFER, message.data());
    set(handle, CURLOPT_WRITEFUNCTION, receive_body);
    set(handle, CURLOPT_WRITEDATA, &exchange);
    set(handle, CURLOPT_HEADERFUNCTION, receive_header);
    set(handle, CURLOPT_HEADERDATA, &exchange);
    set(handle, CURLOPT_NOPROGRESS, 0L);
    set(handle, CURLOPT_XFERINFOFUNCTION, watch);
    set(handle, CURLOPT_XFERINFODATA, &exchange);
    const CURLcode code = curl_easy_perform(handle);
    if (exchange.stopped) throw Interrupted();
    curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &exchange.response.status);
    if (exchange.too_large) {
        exchange.response.failure = "the answer is larger than 64 MiB";
        exchange.response.lasting = true;
    } else if (code != CURLE_OK) {
        exchange.response.failure = message[0] != '\0' ? message.data() : curl_easy_strerror(code);
        exchange.response.lasting = is_lasting(code);
    }
    return std::move(exchange.response);
}

}  // namespace aloud
