#include <fmt/format.h>

#include <algorithm>

#include "show/show.h"

namespace aloud {
namespace {

constexpr const char* show_name = "show.toml";

std::filesystem::path only_show_under(const std::filesystem::path& feeds) {
    std::vector<std::filesystem::path> found;
    std::error_code error;
    for (const auto& entry : std::filesystem::directory_iterator(feeds, error))
        if (std::filesystem::exists(entry.path() / show_name, error)) found.push_back(entry.path() / show_name);
    std::sort(found.begin(), found.end());
    if (found.size() > 1)
        throw InputError(fmt::format("{} has {} shows; name one, for example {}", feeds.string(), found.size(),
                                     found.front().parent_path().string()));
    return found.empty() ? std::filesystem::path() : found.front();
}

}  // namespace

std::filesystem::path find_show(const std::optional<std::string>& argument, const std::filesystem::path& current) {
    std::error_code error;
    if (argument) {
        const std::filesystem::path named = (current / *argument).lexically_normal();
        if (std::filesystem::is_regular_file(named, error)) return named;
        if (std::filesystem::exists(named / show_name, error)) return named / show_name;
        throw InputError(fmt::format("{}: no show here: there is no show.toml", *argument));
    }
    if (std::filesystem::exists(current / show_name, error)) return current / show_name;
    for (auto folder = current;; folder = folder.parent_path()) {
        if (std::filesystem::is_directory(folder / "feeds", error)) {
            const auto only = only_show_under(folder / "feeds");
            if (!only.empty()) return only;
        }
        if (folder == folder.root_path()) break;
    }
    throw InputError("no show: there is no show.toml here and none under feeds/; name one, or make one: aloud new FOLDER");
}

}  // namespace aloud
