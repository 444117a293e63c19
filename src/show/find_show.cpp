#include <fmt/format.h>

#include <algorithm>

#include "show/show.h"
#include "util/text.h"

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
        throw InputError(fmt::format("{} has {} shows; name one, for example {}", printable(feeds.string()),
                                     found.size(), printable(found.front().parent_path().string())));
    return found.empty() ? std::filesystem::path() : found.front();
}

}  // namespace

std::filesystem::path find_show(const std::optional<std::string>& argument, const std::filesystem::path& current) {
    std::error_code error;
    if (argument) {
        const std::filesystem::path named = (current / *argument).lexically_normal();
        if (std::filesystem::is_regular_file(named, error) && named.extension() == ".toml") return named;
        if (std::filesystem::is_regular_file(named / show_name, error)) return named / show_name;
        throw InputError(
            fmt::format("{}: {}", printable(*argument),
                        std::filesystem::is_directory(named, error) ? "there is no show.toml in this folder"
                        : std::filesystem::exists(named, error) ? "this is neither a show.toml nor a folder with one"
                                                                : "there is no such folder or show.toml"));
    }
    for (auto folder = current;; folder = folder.parent_path()) {
        if (std::filesystem::is_regular_file(folder / show_name, error)) return folder / show_name;
        if (const auto only = only_show_under(folder / "feeds"); !only.empty()) return only;
        if (folder == folder.root_path()) break;
    }
    throw InputError(fmt::format(
        "no show: there is no show.toml in {} nor above it, and none in a folder feeds/ there; name one, or make one: "
        "aloud new FOLDER",
        printable(current.string())));
}

}  // namespace aloud
