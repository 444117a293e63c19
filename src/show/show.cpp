#include "show/show.h"

#include <fmt/format.h>

#include <algorithm>

#include "lib/toml/table.h"
#include "show/categories.h"
#include "show/picture_header.h"
#include "show/settings.h"
#include "util/date.h"
#include "util/file.h"
#include "util/text.h"

namespace aloud {
namespace {

std::string required(TomlTable& table, const std::string& key, const char* what) {
    const bool there = table.has(key);
    const auto value = table.string(key);
    if (!there) {
        table.complain("", fmt::format("\"{}\" is missing: {}", key, what));
    } else if (value && trim(*value).empty()) {
        table.complain(key, fmt::format("\"{}\" is empty: {}", key, what));
    }
    return value.value_or("");
}

bool is_web_address(std::string_view text) {
    const bool scheme = text.starts_with("https://") || text.starts_with("http://");
    const std::size_t host = text.find("//") + 2;
    return scheme && text.size() > host && text[host] != '/' &&
           std::all_of(text.begin(), text.end(), [](char c) { return c > ' ' && c < 0x7f && c != '"' && c != '<' && c != '>'; });
}

std::string web_address(TomlTable& table, const std::string& key, const char* what) {
    std::string value = required(table, key, what);
    if (!value.empty() && !is_web_address(value)) {
        table.complain(key, fmt::format("\"{}\" must be a whole web address (https://…) in ASCII, not \"{}\"", key,
                                        printable(value)));
    }
    return value;
}

/// ISO 639 with an optional region or script: en, en-us, zh-cn, zh-hant.
bool is_language(const std::string& text) {
    const auto parts = split(text, '-');
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const std::string& part = parts[i];
        const bool letters = std::all_of(part.begin(), part.end(), [](char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; });
        if (!letters || (i == 0 ? part.size() < 2 || part.size() > 3 : part.size() < 2 || part.size() > 8)) return false;
    }
    return true;
}

void read_owner(TomlTable& table, Show& show, Complaints& complaints) {
    auto owner = table.table("owner");
    if (!owner) {
        if (!table.has("owner"))
            complaints.warning({show.file, 0, 0},
                               "no owner: YouTube refuses a feed without the owner's e-mail, others mail their claim code "
                               "to it: owner = { name = \"…\", email = \"…\" } (it is public)");
        return;
    }
    show.owner_name = owner->string("name").value_or("");
    show.owner_email = owner->string("email").value_or("");
    const std::size_t at = show.owner_email.find('@');
    if (!show.owner_email.empty() && (at == 0 || at == std::string::npos || show.owner_email.find_first_of(" <>\"") != std::string::npos))
        owner->complain("email", "\"email\" is no e-mail address");
    owner->refuse_unknown();
}

void read_categories(TomlTable& table, Show& show) {
    const auto categories = table.strings("categories");
    if (!table.has("categories"))
        table.complain("", "\"categories\" is missing: at least one of Apple's, as in [\"Technology\", \"News > Tech News\"]");
    if (!categories) return;
    if (categories->empty()) table.complain("categories", "\"categories\" names none");
    for (const std::string& category : *categories) {
        if (is_category(category)) {
            show.categories.push_back(category);
            continue;
        }
        const auto meant = nearest_category(category);
        table.complain("categories", fmt::format("\"{}\" is none of Apple's categories{}", printable(category),
                                                 meant ? fmt::format("; did you mean \"{}\"?", *meant) : std::string()));
    }
}

void read_cover(TomlTable& table, Show& show) {
    const std::string name = required(table, "cover", "a square JPEG or PNG of 1400 to 3000 pixels a side");
    if (name.empty()) return;
    show.cover = (show.folder / name).lexically_normal();
    std::error_code error;
    if (!std::filesystem::is_regular_file(show.cover, error)) {
        table.complain("cover", fmt::format("cover {} is not there", show.cover.string()));
        return;
    }
    const auto header = read_picture_header(read_file(show.cover));
    const std::string ending = to_lower(show.cover.extension().string());
    if (!header) {
        table.complain("cover", fmt::format("cover {} is neither JPEG nor PNG", show.cover.string()));
    } else if (header->png != (ending == ".png") || (!header->png && ending != ".jpg" && ending != ".jpeg")) {
        table.complain("cover", fmt::format("cover {} is a {} by its content: name it so", show.cover.string(),
                                            header->png ? "PNG (.png)" : "JPEG (.jpg)"));
    } else if (header->width != header->height || header->width < 1400 || header->width > 3000) {
        table.complain("cover", fmt::format("cover {} has {} × {} pixels; Apple takes squares of 1400 to 3000",
                                            show.cover.string(), header->width, header->height));
    } else if (header->alpha || header->components != 3) {
        table.complain("cover", fmt::format("cover {} must be in RGB without transparency (Apple)", show.cover.string()));
    }
}

void read_issues(TomlTable& table, Show& show) {
    if (!table.has("files")) {
        // The default holds.
    } else if (table.json("files").is_string()) {
        show.issue_files = {table.string("files").value_or("")};
    } else {
        show.issue_files = table.strings("files").value_or(std::vector<std::string>());
    }
    for (const std::string& pattern : show.issue_files) stays_inside(table, "files", pattern);
    show.utc_offset = table.string("utc_offset").value_or(show.utc_offset);
    if (!parse_date("2000-01-01T00:00:00" + show.utc_offset) || show.utc_offset.size() != 6)
        table.complain("utc_offset", "\"utc_offset\" must be written like +08:00");
    table.refuse_unknown();
}

std::filesystem::path project_root(const std::filesystem::path& folder) {
    std::error_code error;
    for (auto above = folder; above != above.root_path(); above = above.parent_path())
        if (std::filesystem::is_directory(above / "feeds", error) || std::filesystem::is_directory(above / "voices", error))
            return above;
    return folder;
}

}  // namespace

Show read_show(const std::filesystem::path& file, Complaints& complaints) {
    Show show;
    show.file = file.lexically_normal();
    show.folder = std::filesystem::absolute(file).lexically_normal().parent_path();
    show.root = project_root(show.folder);
    show.name = slugify(show.folder.filename().string());
    show.output = show.root / "site" / show.name;
    const std::string text = read_file(file);
    auto parsed = TomlTable::parse(text, show.file, complaints);
    if (!parsed) complaints.checkpoint();
    TomlTable& table = *parsed;
    show.title = required(table, "title", "the show's name");
    show.link = web_address(table, "link", "the letter's own site");
    show.language = required(table, "language", "the show's language, as in \"en\" or \"zh-cn\"");
    if (!show.language.empty() && !is_language(show.language))
        table.complain("language", fmt::format("\"language\" must be a code such as en, en-us or zh-cn, not \"{}\"", printable(show.language)));
    show.author = required(table, "author", "who writes it");
    show.description = required(table, "description", "what the show is about, at most 4,000 bytes");
    if (show.description.size() > 4000) table.complain("description", "\"description\" has more than 4,000 bytes (Apple, PSP-1)");
    read_owner(table, show, complaints);
    read_categories(table, show);
    show.explicit_content = table.boolean("explicit").value_or(false);
    read_cover(table, show);
    show.base_url = web_address(table, "base_url", "where the site folder will be reachable");
    if (!show.base_url.empty() && show.base_url.back() != '/') show.base_url += '/';
    if (auto issues = table.table("issues")) read_issues(*issues, show);
    if (auto narration = table.table("narration")) read_narration(*narration, show);
    if (auto audio = table.table("audio")) read_audio(*audio, show.audio);
    if (auto feed = table.table("feed")) read_feed(*feed, show.feed);
    if (auto output = table.table("output")) {
        if (const auto folder = output->string("folder")) show.output = (show.folder / *folder).lexically_normal();
        output->refuse_unknown();
    }
    if (auto publish = table.table("publish")) {  // checked here, used by `publish`
        publish->string("to");
        publish->string("hub");
        publish->refuse_unknown();
    }
    if (auto budget = table.table("budget")) {
        show.max_cost = budget->number("max_cost");
        if (show.max_cost && *show.max_cost < 0) budget->complain("max_cost", "\"max_cost\" must not be negative");
        budget->refuse_unknown();
    }
    table.refuse_unknown();
    return show;
}

}  // namespace aloud
