#include "speech/neural/kept_network.h"

#include <cstdlib>
#include <filesystem>
#include <optional>

#include "store/store.h"
#include "util/error.h"

namespace aloud {
namespace {

constexpr const char* kind = "networks";

std::optional<std::filesystem::path> cache_folder() {
    const char* cache = std::getenv("XDG_CACHE_HOME");
    if (cache != nullptr && *cache == '/') return std::filesystem::path(cache) / "aloud";
    const char* home = std::getenv("HOME");
    if (home != nullptr && *home == '/') return std::filesystem::path(home) / ".cache/aloud";
    return std::nullopt;
}

}  // namespace

std::unique_ptr<Network> open_kept_network(const NetworkSource& source, const std::string& hash) {
    const auto folder = cache_folder();
    if (!folder) return open_network(source);
    Store store(*folder);
    KeyBuilder fields("network", network_version);
    fields.field("file", hash).field("platform", network_platform()).field("requests", std::int64_t{source.requests});
    for (const std::string& name : source.inner) fields.field("inner", name);
    const Key key = fields.key();
    try {
        if (const auto kept = store.read(kind, key)) return open_network(source, *kept);
    } catch (const Error&) {
        // Unreadable, or OpenVINO does not take it any more: it is made anew.
    }
    auto network = open_network(source);
    try {
        store.remove(kind, key);
        store.write(kind, key, network->compiled());
    } catch (const Error&) {
        // A folder that cannot be written costs time, nothing else.
    }
    return network;
}

}  // namespace aloud
