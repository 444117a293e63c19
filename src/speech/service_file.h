// voices/services/NAME.toml, strictly read.
#pragma once

#include <filesystem>
#include <optional>

#include "speech/voice.h"

namespace aloud {

/// Nothing when it cannot be used; every mistake is a complaint with path:line:column.
std::optional<Service> read_service(const std::filesystem::path& file, Complaints& complaints);

/// True for what begins with https:// or http:// and goes on.
bool is_web_address(const std::string& url);

/// True for https, and for http to this machine: a key must not travel in the open.
bool is_safe_for_keys(const std::string& url);

}  // namespace aloud
