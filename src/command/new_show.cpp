#include "command/new_show.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>

#include "command/new_cover.h"
#include "show/keys.h"
#include "util/date.h"
#include "util/error.h"
#include "util/file.h"
#include "util/text.h"

namespace aloud {
namespace {

constexpr std::string_view head =
    R"(# A show of Aloud's: the audio edition of a newsletter. Change what stands below, then: aloud build
# A line that begins with # and no blank behind it is a setting left at its default, or an example of one that is unset:
# take the # away to set it. What was mistyped is refused, with its line.

)";

constexpr std::string_view issue = R"(---
title: The first issue
number: 1
---

Welcome. This is the first issue, and it is here so that there is something to hear. Write over it, or remove it once
you have an issue of your own: every Markdown file in this folder with a date in its name becomes an episode.

## What is read

Paragraphs are read as they stand, and *emphasis* costs nothing. Of [a link](https://example.com/) the label is read;
the address goes to the show notes. Numbers are said as you would say them: 3.5%, $20, 1999.

> A quotation is announced, or read by a voice of its own.

- Lists are read,
- item by item.

## What is not

Code, comments and pictures without a description are left out, and `aloud script` says so for each of them. Nothing that
you wrote disappears without a word.
)";

/// The folder's own name, also of "." and "letters/".
std::string name_of(const std::filesystem::path& folder) {
    auto whole = std::filesystem::absolute(folder).lexically_normal();
    if (!whole.has_filename()) whole = whole.parent_path();
    return whole.filename().string();
}

/// "my-letter" -> "My Letter". A name that makes no words, or is no UTF-8, gives a title to write over.
std::string title_of(const std::string& name) {
    if (invalid_utf8(name)) return "My Letter";
    std::string title;
    bool begins = true;
    for (const char c : name) {
        const bool between = c == '-' || c == '_' || c == '.' || static_cast<unsigned char>(c) <= ' ' || c == 0x7f;
        if (!between) title += begins && c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
        if (between && !begins) title += ' ';
        begins = between;
    }
    title = trim(cut_to_bytes(title, 100));
    return title.empty() ? "My Letter" : title;
}

/// A basic string of TOML. Control characters were left out before.
std::string toml_string(const std::string& text) {
    return '"' + replace_all(replace_all(text, "\\", "\\\\"), "\"", "\\\"") + '"';
}

std::string value_of(const Key& key, const std::string& name) {
    if (key.table.empty() && key.name == "title") return toml_string(title_of(name));
    if (key.table == "output" && key.name == "folder") return toml_string("../../site/" + slugify(name));
    return std::string(key.value);
}

std::string settings(const std::string& name) {
    constexpr std::size_t meaning_column = 52;
    std::string text(head);
    std::string_view table;
    for (const Key& key : show_keys()) {
        if (key.use == KeyUse::part || key.use == KeyUse::later) continue;
        if (key.table != table) {
            table = key.table;
            text += fmt::format("\n[{}]\n", table);
        }
        std::string line =
            fmt::format("{}{} = {}", key.use == KeyUse::needed ? "" : "#", key.name, value_of(key, name));
        if (!key.meaning.empty()) {
            const std::size_t used = count_characters(line);
            line.append(used + 2 < meaning_column ? meaning_column - used : 2, ' ');
            line += fmt::format("# {}", key.meaning);
        }
        text += line + "\n";
    }
    return text;
}

void refuse_used(const std::filesystem::path& folder) {
    std::error_code error;
    if (!std::filesystem::exists(std::filesystem::symlink_status(folder, error))) return;
    const std::string shown = printable(folder.string());
    if (!std::filesystem::is_directory(folder, error))
        throw InputError(fmt::format("{} is there, and is no folder", shown));
    if (std::filesystem::exists(std::filesystem::symlink_status(folder / "show.toml", error)))
        throw InputError(fmt::format("{} is a show already: it holds show.toml", shown));
    std::filesystem::directory_iterator entries(folder, error);
    if (error) throw InputError(fmt::format("cannot look into {}: {}", shown, error.message()));
    std::string first;
    for (const auto& entry : entries) {
        const std::string name = entry.path().filename().string();
        if (first.empty() || name < first) first = name;
    }
    if (!first.empty())
        throw InputError(fmt::format("{} is not empty: it holds {}; name a new folder", shown, printable(first)));
}

}  // namespace

void new_show(const std::filesystem::path& folder, std::chrono::sys_days today) {
    if (folder.empty()) throw InputError("a new show needs a folder's name");
    refuse_used(folder);
    const std::string name = name_of(folder);
    write_file(folder / "cover.jpg", draw_cover(name));
    const std::string day = rfc3339(today).substr(0, 10);
    write_file(folder / "issues" / (day + "-first-issue.md"), issue);
    write_file(folder / "show.toml", settings(name));  // the last: with it the folder is a show
}

}  // namespace aloud
