// A network that is made ready once for a machine and kept.
#pragma once

#include <memory>
#include <string>

#include "lib/openvino/network.h"

namespace aloud {

/// Making a network ready takes the better part of a second, reading a ready one a quarter of that. It is kept in the
/// user's cache folder ($XDG_CACHE_HOME/aloud, else ~/.cache/aloud), which all shows share; where that cannot be
/// written, it is made each time. `hash`: SHA-256 of the file. Throws Error.
std::unique_ptr<Network> open_kept_network(const NetworkSource& source, const std::string& hash);

}  // namespace aloud
