#include <fmt/format.h>

#include <algorithm>

#include "show/categories.h"
#include "show/keys.h"
#include "show/picture_header.h"
#include "show/settings.h"
#include "show/web_address.h"
#include "util/file.h"
#include "util/text.h"

namespace aloud {
namespace {

constexpr std::size_t longest_value = 255;         // characters; Apple, for what has no limit of its own
constexpr std::size_t longest_description = 4000;  // bytes; Apple, PSP-1

std::string needed(TomlTable& table, const std::string& key, const char* what) {
    const bool there = table.has(key);
    const auto value = table.string(key);
    if (!there) {
        table.complain("", fmt::format("\"{}\" is missing: {}", key, what));
    } else if (value && trim(*value).empty()) {
        table.complain(key, fmt::format("\"{}\" is empty: {}", key, what));
    }
    return std::string(trim(value.value_or("")));
}

std::string short_text(TomlTable& table, const std::string& key, const char* what) {
    std::string value = needed(table, key, what);
    if (count_characters(value) > longest_value)
        table.complain(key, fmt::format("\"{}\" has more than {} characters (Apple)", key, longest_value));
    return value;
}

std::string web_address(TomlTable& table, const std::string& key, const char* what) {
    std::string value = needed(table, key, what);
    if (!value.empty() && !is_web_address(value))
        table.complain(key, fmt::format("\"{}\" must be a whole web address (https://…) in ASCII, not \"{}\"", key,
                                        printable(value)));
    return value;
}

void read_base_url(TomlTable& table, Show& show) {
    show.base_url = web_address(table, "base_url", "where the output folder will be reachable");
    if (show.base_url.find_first_of("?#") != std::string::npos)
        table.complain("base_url", "\"base_url\" is a folder's address: it takes neither ? nor #");
    if (!show.base_url.empty() && show.base_url.back() != '/') show.base_url += '/';
}

void read_owner(TomlTable& table, Show& show, Complaints& complaints) {
    const char* advice =
        "YouTube refuses a feed without the owner's e-mail, others send their claim code there: "
        "owner = { name = \"…\", email = \"…\" } (both become public)";
    auto owner = table.table("owner");
    if (!owner) {
        if (!table.has("owner")) complaints.warning(table.place(), fmt::format("no owner: {}", advice));
        return;
    }
    show.owner_name = owner->string("name").value_or("");
    const auto email = owner->string("email");
    show.owner_email = email.value_or("");
    const std::size_t at = show.owner_email.find('@');
    const bool sound = at != 0 && at != std::string::npos && at + 1 < show.owner_email.size() &&
                       show.owner_email.find('@', at + 1) == std::string::npos &&
                       show.owner_email.find_first_of(" \t\r\n<>\",;") == std::string::npos;
    if (!owner->has("email")) {
        complaints.warning(table.place("owner"), fmt::format("the owner has no e-mail: {}", advice));
    } else if (email && !sound) {
        owner->complain("email", fmt::format("\"{}\" is no e-mail address", printable(show.owner_email)));
    }
    check_keys(*owner, "owner");
}

void read_categories(TomlTable& table, Show& show) {
    const auto categories = table.strings("categories");
    if (!table.has("categories"))
        table.complain(
            "", "\"categories\" is missing: at least one of Apple's, as in [\"Technology\", \"News > Tech News\"]");
    if (!categories) return;
    if (categories->empty()) table.complain("categories", "\"categories\" is empty: name at least one of Apple's");
    for (const std::string& category : *categories) {
        if (is_category(category)) {
            show.categories.push_back(category);
            continue;
        }
        const auto meant = nearest_category(category);
        table.complain("categories",
                       fmt::format("\"{}\" is none of Apple's categories{}", printable(category),
                                   meant ? fmt::format("; did you mean \"{}\"?", *meant) : std::string()));
    }
}

void check_picture(TomlTable& table, const std::filesystem::path& file, const PictureHeader& header) {
    const std::string name = printable(file.string());
    const std::string ending = to_lower(file.extension().string());
    const bool named_so = header.png ? ending == ".png" : ending == ".jpg" || ending == ".jpeg";
    if (!named_so)
        table.complain("cover", fmt::format("cover {} is a {} by its content: name it so (Apple)", name,
                                            header.png ? "PNG" : "JPEG"));
    if (header.width != header.height || header.width < 1400 || header.width > 3000)
        table.complain("cover", fmt::format("cover {} has {} x {} pixels; Apple takes squares of 1400 to 3000", name,
                                            header.width, header.height));
    if (header.alpha) table.complain("cover", fmt::format("cover {} has an alpha channel; Apple takes none", name));
    if (header.components != 3)
        table.complain(
            "cover", fmt::format("cover {} is {}; Apple takes RGB", name, header.components == 1 ? "grey" : "in CMYK"));
}

void read_cover(TomlTable& table, Show& show) {
    const std::string name = needed(table, "cover", "a square JPEG or PNG of 1400 to 3000 pixels a side");
    if (name.empty()) return;
    show.cover = (show.folder / name).lexically_normal();
    std::error_code error;
    if (!std::filesystem::is_regular_file(show.cover, error)) {
        table.complain("cover", fmt::format("cover {} is not there", printable(show.cover.string())));
        return;
    }
    try {
        if (const auto header = read_picture_header(read_file(show.cover))) {
            check_picture(table, show.cover, *header);
        } else {
            table.complain("cover", fmt::format("cover {} is neither JPEG nor PNG", printable(show.cover.string())));
        }
    } catch (const Error& unreadable) {
        table.complain("cover", printable(unreadable.what()));
    }
}

}  // namespace

bool is_language_code(const std::string& text) {
    const auto parts = split(text, '-');
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const std::string part = to_lower(parts[i]);
        const bool letters = std::all_of(part.begin(), part.end(), [](char c) { return c >= 'a' && c <= 'z'; });
        const bool digits = std::all_of(part.begin(), part.end(), [](char c) { return c >= '0' && c <= '9'; });
        const bool language = letters && (part.size() == 2 || part.size() == 3);
        const bool script_or_region =
            (letters && (part.size() == 2 || part.size() == 4)) || (digits && part.size() == 3);
        if (i == 0 ? !language : !script_or_region) return false;
    }
    return true;
}

void read_channel(TomlTable& table, Show& show, Complaints& complaints) {
    show.title = short_text(table, "title", "the show's name");
    show.link = web_address(table, "link", "the letter's own site");
    show.language = needed(table, "language", "the show's language, as in \"en\" or \"zh-cn\"");
    if (!show.language.empty() && !is_language_code(show.language))
        table.complain("language", fmt::format("\"language\" must be a code such as en, en-us or zh-cn, not \"{}\"",
                                               printable(show.language)));
    show.author = short_text(table, "author", "who writes it");
    show.description = needed(table, "description", "what the show is about, at most 4,000 bytes");
    if (show.description.size() > longest_description)
        table.complain("description", fmt::format("\"description\" has {} bytes; Apple takes {}",
                                                  show.description.size(), longest_description));
    read_owner(table, show, complaints);
    read_categories(table, show);
    show.explicit_content = table.boolean("explicit").value_or(false);
    read_cover(table, show);
    read_base_url(table, show);
}

}  // namespace aloud
