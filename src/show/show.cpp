#include "show/show.h"

#include <fmt/format.h>

#include "lib/toml/table.h"
#include "show/keys.h"
#include "show/settings.h"
#include "util/file.h"
#include "util/text.h"

namespace aloud {
namespace {

std::filesystem::path project_root(const std::filesystem::path& show_folder) {
    std::error_code error;
    if (std::filesystem::is_directory(show_folder / "voices", error)) return show_folder;
    for (auto folder = show_folder; folder != folder.root_path();) {
        folder = folder.parent_path();
        if (std::filesystem::is_directory(folder / "feeds", error) ||
            std::filesystem::is_directory(folder / "voices", error))
            return folder;
    }
    return show_folder;
}

TomlTable parse(const Show& show, Complaints& complaints) {
    std::string text;
    try {
        text = read_file(show.file);
    } catch (const Error& unreadable) {
        throw InputError(unreadable.what());
    }
    if (auto table = TomlTable::parse(text, show.file, complaints)) return *table;
    complaints.checkpoint();
    throw InputError(show.file.string() + ": this is no TOML");
}

/// Both are checked here, for later versions to use: a show.toml is shared between versions.
void check_publish(TomlTable& table) {
    table.string("to");
    table.string("hub");
    check_keys(table, "publish");
}

void read_budget(TomlTable& table, Show& show) {
    show.max_cost = table.number("max_cost");
    if (show.max_cost && !(*show.max_cost >= 0))  // so written that "nan" does not pass
        table.complain("max_cost", "\"max_cost\" must not be negative");
    check_keys(table, "budget");
}

}  // namespace

Show read_show(const std::filesystem::path& file, Complaints& complaints) {
    Show show;
    show.file = file.lexically_normal();
    show.folder = std::filesystem::absolute(file).lexically_normal().parent_path();
    show.root = project_root(show.folder);
    show.name = slugify(show.folder.filename().string());
    show.output = show.root / "site" / show.name;

    TomlTable table = parse(show, complaints);
    read_channel(table, show, complaints);
    if (auto issues = table.table("issues")) read_issues(*issues, show);
    if (auto narration = table.table("narration")) read_narration(*narration, show);
    if (auto audio = table.table("audio")) read_audio(*audio, show.audio);
    if (auto feed = table.table("feed")) read_feed(*feed, show.feed);
    if (auto output = table.table("output")) read_output(*output, show);
    if (auto publish = table.table("publish")) check_publish(*publish);
    if (auto budget = table.table("budget")) read_budget(*budget, show);
    check_keys(table, "");
    return show;
}

}  // namespace aloud
