#include "lib/curl/version.h"

#include <curl/curl.h>

namespace aloud {

std::string curl_version_text() {
    return std::string("libcurl ") + curl_version_info(CURLVERSION_NOW)->version;
}

}  // namespace aloud
