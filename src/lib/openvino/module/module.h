// What the module gives the program: found by name with dlsym, so it is plain functions. Both are built together; what
// they throw is derived from std::exception.
#pragma once

#include "lib/openvino/network.h"

namespace aloud {

struct NetworkModule {
    std::string (*platform)();
    std::unique_ptr<Network> (*open)(const NetworkSource& source, std::optional<std::string_view> compiled);
};

inline constexpr const char* network_module_entry = "aloud_network_module";

}  // namespace aloud
