#include "show/settings.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <type_traits>

#include "show/keys.h"
#include "util/date.h"
#include "util/text.h"

namespace aloud {
namespace {

void read_choice(TomlTable& table, const std::string& key, std::string& value,
                 const std::vector<std::string>& allowed) {
    const auto text = table.string(key);
    if (!text) return;
    if (std::find(allowed.begin(), allowed.end(), *text) == allowed.end()) {
        table.complain(key,
                       fmt::format("\"{}\" must be one of {}, not \"{}\"", key, join(allowed, ", "), printable(*text)));
        return;
    }
    value = *text;
}

void read_whole(TomlTable& table, const std::string& key, int& value, int lowest, int highest) {
    const auto whole = table.integer(key);
    if (!whole) return;
    if (*whole < lowest || *whole > highest) {
        table.complain(key, fmt::format("\"{}\" must lie between {} and {}, not {}", key, lowest, highest, *whole));
        return;
    }
    value = static_cast<int>(*whole);
}

void read_number(TomlTable& table, const std::string& key, double& value, double lowest, double highest) {
    const auto number = table.number(key);
    if (!number) return;
    if (!(*number >= lowest && *number <= highest)) {  // so written that "nan" does not pass
        table.complain(key, fmt::format("\"{}\" must lie between {} and {}, not {}", key, lowest, highest, *number));
        return;
    }
    value = *number;
}

/// {name} in an intro or outro must be a name that is known.
void check_placeholders(TomlTable& table, const std::string& key, const std::string& text) {
    static const std::vector<std::string> known = {"show", "number", "title", "date", "author"};
    const auto complain = [&](const std::string& what) {
        table.complain(key, fmt::format("\"{}\" has {}; known are {{{}}}", key, what, join(known, "}, {")));
    };
    for (std::size_t at = text.find_first_of("{}"); at != std::string::npos; at = text.find_first_of("{}", at + 1)) {
        const std::size_t close = text.find_first_of("{}", at + 1);
        if (text[at] == '}' || close == std::string::npos || text[close] == '{') {
            complain(fmt::format("a {} without its partner", text[at]));
            continue;
        }
        const std::string name = text.substr(at + 1, close - at - 1);
        if (std::find(known.begin(), known.end(), name) == known.end())
            complain(fmt::format("an unknown placeholder {{{}}}", printable(name)));
        at = close;
    }
}

/// Complains unless `path` stays inside the show's folder.
bool stays_inside(TomlTable& table, const std::string& key, const std::string& path) {
    const auto normal = std::filesystem::path(path).lexically_normal();
    if (!normal.empty() && !normal.is_absolute() && *normal.begin() != "..") return true;
    table.complain(key, fmt::format("\"{}\": \"{}\" must lie inside the show's folder", key, printable(path)));
    return false;
}

void check_pattern(TomlTable& table, const std::string& pattern) {
    if (!stays_inside(table, "files", pattern)) return;
    const std::string folder = std::filesystem::path(pattern).parent_path().string();
    if (folder.find_first_of("*?") != std::string::npos)
        table.complain("files", fmt::format("\"files\": * and ? may stand in a file's name, not in a folder's: \"{}\"",
                                            printable(pattern)));
}

void read_pauses(TomlTable& table, Narration& narration) {
    constexpr int longest = 10000;  // milliseconds
    read_whole(table, "paragraph", narration.pause_paragraph, 0, longest);
    read_whole(table, "sentence", narration.pause_sentence, 0, longest);
    read_whole(table, "clause", narration.pause_clause, 0, longest);
    read_whole(table, "heading_before", narration.pause_heading_before, 0, longest);
    read_whole(table, "heading_after", narration.pause_heading_after, 0, longest);
    read_whole(table, "subheading_before", narration.pause_subheading_before, 0, longest);
    read_whole(table, "subheading_after", narration.pause_subheading_after, 0, longest);
    read_whole(table, "item", narration.pause_item, 0, longest);
    read_whole(table, "break", narration.pause_break, 0, longest);
    check_keys(table, "narration.pauses");
}

void read_lexicons(TomlTable& table, Show& show) {
    for (const std::string& lexicon : table.strings("lexicons").value_or(std::vector<std::string>())) {
        if (!stays_inside(table, "lexicons", lexicon)) continue;
        std::error_code error;
        if (std::filesystem::is_regular_file(show.folder / lexicon, error)) {
            show.narration.lexicons.push_back(lexicon);
        } else {
            table.complain("lexicons",
                           fmt::format("lexicon {} is not there", printable((show.folder / lexicon).string())));
        }
    }
}

bool is_uuid(const std::string& text) {
    if (text.size() != 36) return false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
        const bool hex = std::string_view("0123456789abcdefABCDEF").find(text[i]) != std::string_view::npos;
        if (dash ? text[i] != '-' : !hex) return false;
    }
    return true;
}

}  // namespace

void read_issues(TomlTable& table, Show& show) {
    if (table.json("files").is_string()) {
        if (const auto file = table.string("files")) show.issue_files = {*file};  // a date is text in JSON only
    } else if (const auto files = table.strings("files")) {
        show.issue_files = *files;
        if (files->empty()) table.complain("files", "\"files\" is empty: then there are no issues");
    }
    for (const std::string& pattern : show.issue_files) check_pattern(table, pattern);
    if (const auto offset = table.string("utc_offset")) {
        const bool shape = offset->size() == 6 && (offset->front() == '+' || offset->front() == '-');
        if (shape && parse_date("2000-01-01T00:00:00" + *offset)) {
            show.utc_offset = *offset;
        } else {
            table.complain("utc_offset", "\"utc_offset\" must be written like +08:00 or -05:30");
        }
    }
    check_keys(table, "issues");
}

void read_narration(TomlTable& table, Show& show) {
    Narration& n = show.narration;
    for (const char* key : {"voice", "quote", "heading", "note", "languages", "skip"})
        if (table.has(key)) n.places[key] = table.place(key);
    n.voice = table.string("voice");
    n.quote = table.string("quote");
    n.heading = table.string("heading");
    n.note = table.string("note");
    n.languages = table.string_map("languages").value_or(std::map<std::string, std::string>());
    for (const auto& [language, voice] : n.languages)
        if (!is_language_code(language))
            table.complain("languages", fmt::format("\"languages\": \"{}\" is no language code such as zh or pt-br",
                                                    printable(language)));
    n.intro = table.string("intro");
    if (n.intro) check_placeholders(table, "intro", *n.intro);
    n.outro = table.string("outro");
    if (n.outro) check_placeholders(table, "outro", *n.outro);
    n.disclosure = table.boolean("disclosure").value_or(n.disclosure);
    n.skip = table.strings("skip").value_or(std::vector<std::string>());
    read_lexicons(table, show);
    read_whole(table, "chapter_depth", n.chapter_depth, 0, 6);
    read_choice(table, "struck", n.struck, {"omit", "read"});
    read_choice(table, "urls", n.urls, {"short", "skip", "full"});
    read_choice(table, "images", n.images, {"alt", "skip"});
    read_choice(table, "quotes", n.quotes, {"announce", "plain"});
    read_choice(table, "tables", n.tables, {"auto", "skip", "read"});
    read_choice(table, "code", n.code, {"note", "skip", "read"});
    read_choice(table, "footnotes", n.footnotes, {"omit", "inline", "end"});
    read_choice(table, "emoji", n.emoji, {"omit", "names"});
    read_choice(table, "normalize", n.normalize, {"full", "light", "off"});
    if (auto pauses = table.table("pauses")) read_pauses(*pauses, n);
    check_keys(table, "narration");
}

void read_audio(TomlTable& table, AudioSettings& audio) {
    if (const auto formats = table.strings("formats"); formats && *formats != std::vector<std::string>{"mp3"})
        table.complain("formats", "\"formats\": this version of Aloud writes mp3 only: formats = [\"mp3\"]");
    // MPEG-1 layer III, from what is decent for one voice upwards (ISO 11172-3, table of bit rates).
    static const std::vector<std::int64_t> bitrates = {64, 80, 96, 112, 128, 160, 192, 224, 256, 320};
    if (const auto bitrate = table.integer("bitrate")) {
        if (std::find(bitrates.begin(), bitrates.end(), *bitrate) == bitrates.end()) {
            table.complain("bitrate", fmt::format("\"bitrate\" must be one of {} (kb/s), not {}",
                                                  fmt::join(bitrates, ", "), *bitrate));
        } else {
            audio.bitrate = static_cast<int>(*bitrate);
        }
    }
    read_number(table, "loudness", audio.loudness, -30, -10);
    read_number(table, "true_peak", audio.true_peak, -9, -1);
    check_keys(table, "audio");
}

void read_feed(TomlTable& table, FeedSettings& feed) {
    feed.guid = table.string("guid");
    if (feed.guid && !is_uuid(*feed.guid))
        table.complain("guid", "\"guid\" must be a UUID such as 917393e3-1b1e-5cef-ace4-edaa54e1f810 (podcast:guid)");
    feed.locked = table.boolean("locked").value_or(feed.locked);
    feed.copyright = table.string("copyright");
    read_choice(table, "type", feed.type, {"episodic", "serial"});
    check_keys(table, "feed");
}

void read_output(TomlTable& table, Show& show) {
    if (const auto folder = table.string("folder")) {
        // With a name behind the last slash, so that "site/" and "site" are the same folder.
        auto output = (show.folder / *folder).lexically_normal();
        if (!output.has_filename()) output = output.parent_path();
        const auto from_output = show.folder.lexically_relative(output);
        if (folder->empty() || from_output.empty() || *from_output.begin() != "..") {
            table.complain("folder",
                           "\"folder\" must not be the show's own folder or one around it: the site gets its own");
        } else {
            show.output = output;
        }
    }
    check_keys(table, "output");
}

}  // namespace aloud
