// nlohmann-json, the only place that includes it. Keys keep their order, so that output is deterministic and readable.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

namespace aloud {

using Json = nlohmann::ordered_json;

/// Two-space indent, UTF-8 kept, invalid bytes replaced by U+FFFD, a newline at the end.
inline std::string dump_json(const Json& json) {
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace aloud
