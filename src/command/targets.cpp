#include "command/targets.h"

#include "show/show.h"

namespace aloud {
namespace {

bool is_show(const std::filesystem::path& path) {
    std::error_code error;
    return path.filename() == "show.toml" || std::filesystem::is_directory(path, error) || path.extension() == ".toml";
}

/// The show that an issue's file belongs to: the nearest folder above it with a show.toml.
std::filesystem::path show_above(const std::filesystem::path& issue) {
    std::error_code error;
    if (!std::filesystem::is_regular_file(issue, error)) return {};
    for (auto folder = std::filesystem::absolute(issue).parent_path();; folder = folder.parent_path()) {
        if (std::filesystem::exists(folder / "show.toml", error)) return folder / "show.toml";
        if (folder == folder.root_path()) return {};
    }
}

}  // namespace

Targets find_targets(const std::vector<std::string>& arguments) {
    const auto here = std::filesystem::current_path();
    Targets targets;
    if (!arguments.empty() && is_show(arguments.front())) {
        targets.show_file = find_show(arguments.front(), here);
        targets.issues.assign(arguments.begin() + 1, arguments.end());
        return targets;
    }
    targets.issues = arguments;
    if (!arguments.empty()) targets.show_file = show_above(arguments.front());
    if (targets.show_file.empty()) targets.show_file = find_show(std::nullopt, here);
    return targets;
}

}  // namespace aloud
