// The version of libcurl.
#pragma once

#include <string>

namespace aloud {

/// "libcurl 7.88.1"
std::string curl_version_text();

}  // namespace aloud
