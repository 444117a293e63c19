#include "lib/openvino/network.h"

#include <dlfcn.h>
#include <fmt/format.h>

#include <filesystem>

#include "lib/openvino/module/module.h"
#include "util/error.h"

namespace aloud {
namespace {

constexpr const char* module_file = "libaloud_neural.so";

/// Beside the program in the build tree, in ../lib/aloud where it is installed.
std::filesystem::path module_path() {
    std::error_code error;
    const std::filesystem::path folder = std::filesystem::read_symlink("/proc/self/exe", error).parent_path();
    const std::filesystem::path beside = folder / module_file;
    return std::filesystem::exists(beside, error) ? beside : folder.parent_path() / ALOUD_MODULE_DIR / module_file;
}

/// Loaded once and never unloaded: OpenVINO keeps threads and state of its own.
const NetworkModule& module() {
    static const NetworkModule* loaded = [] {
        const std::filesystem::path path = module_path();
        void* handle = ::dlopen(path.c_str(), RTLD_NOW | RTLD_LOCAL);
        if (handle == nullptr) throw Error(fmt::format("cannot load the neural module: {}", ::dlerror()));
        const void* entry = ::dlsym(handle, network_module_entry);
        if (entry == nullptr) throw Error(fmt::format("{} is not a module of this program", path.string()));
        return static_cast<const NetworkModule*>(entry);
    }();
    return *loaded;
}

}  // namespace

bool has_network_module() {
    std::error_code error;
    return std::filesystem::is_regular_file(module_path(), error);
}

std::string network_platform() {
    try {
        return module().platform();
    } catch (const Error&) {
        throw;
    } catch (const std::exception& error) {
        throw Error(error.what());
    }
}

std::unique_ptr<Network> open_network(const NetworkSource& source, std::optional<std::string_view> compiled) {
    try {
        return module().open(source, compiled);
    } catch (const Error&) {
        throw;
    } catch (const std::exception& error) {
        throw Error(fmt::format("OpenVINO cannot read the network: {}", error.what()));
    }
}

}  // namespace aloud
