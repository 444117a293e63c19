#include "show/settings.h"

#include <fmt/format.h>

#include <algorithm>

#include "util/text.h"

namespace aloud {
namespace {

void read_choice(TomlTable& table, const std::string& key, std::string& value, const std::vector<std::string>& allowed) {
    const auto text = table.string(key);
    if (!text) return;
    if (std::find(allowed.begin(), allowed.end(), *text) == allowed.end()) {
        table.complain(key, fmt::format("\"{}\" must be one of {}, not \"{}\"", key, join(allowed, ", "), printable(*text)));
        return;
    }
    value = *text;
}

template <typename Number>
void read_range(TomlTable& table, const std::string& key, Number& value, Number lowest, Number highest) {
    std::optional<Number> number;
    if constexpr (std::is_integral_v<Number>) {
        if (const auto whole = table.integer(key))
            number = static_cast<Number>(std::clamp<std::int64_t>(*whole, std::int64_t{lowest} - 1, std::int64_t{highest} + 1));
    } else {
        number = table.number(key);
    }
    if (!number) return;
    if (*number < lowest || *number > highest) {
        table.complain(key, fmt::format("\"{}\" must lie between {} and {}", key, lowest, highest));
        return;
    }
    value = *number;
}

/// {name} in an intro or outro must be a name that is known.
void check_placeholders(TomlTable& table, const std::string& key, const std::string& text) {
    static const std::vector<std::string> known = {"show", "number", "title", "date", "author"};
    for (std::size_t open = text.find('{'); open != std::string::npos; open = text.find('{', open + 1)) {
        const std::size_t close = text.find('}', open);
        const std::string name = close == std::string::npos ? text.substr(open + 1) : text.substr(open + 1, close - open - 1);
        if (close != std::string::npos && std::find(known.begin(), known.end(), name) != known.end()) continue;
        table.complain(key, fmt::format("\"{}\" has an unknown placeholder {{{}}}; known are {{{}}}", key,
                                        printable(name), join(known, "}, {")));
    }
}

void read_pauses(TomlTable& table, Narration& narration) {
    constexpr int longest = 10000;
    read_range(table, "paragraph", narration.pause_paragraph, 0, longest);
    read_range(table, "sentence", narration.pause_sentence, 0, longest);
    read_range(table, "clause", narration.pause_clause, 0, longest);
    read_range(table, "heading_before", narration.pause_heading_before, 0, longest);
    read_range(table, "heading_after", narration.pause_heading_after, 0, longest);
    read_range(table, "subheading_before", narration.pause_subheading_before, 0, longest);
    read_range(table, "subheading_after", narration.pause_subheading_after, 0, longest);
    read_range(table, "item", narration.pause_item, 0, longest);
    read_range(table, "break", narration.pause_break, 0, longest);
    table.refuse_unknown();
}

}  // namespace

bool stays_inside(TomlTable& table, const std::string& key, const std::string& path) {
    const auto normal = std::filesystem::path(path).lexically_normal();
    if (!path.empty() && !normal.is_absolute() && *normal.begin() != "..") return true;
    table.complain(key, fmt::format("\"{}\": {} must lie inside the show's folder", key, printable(path)));
    return false;
}

void read_narration(TomlTable& table, Show& show) {
    Narration& n = show.narration;
    n.voice = table.string("voice");
    n.quote = table.string("quote");
    n.heading = table.string("heading");
    n.note = table.string("note");
    n.languages = table.string_map("languages").value_or(std::map<std::string, std::string>());
    n.intro = table.string("intro");
    if (n.intro) check_placeholders(table, "intro", *n.intro);
    n.outro = table.string("outro");
    if (n.outro) check_placeholders(table, "outro", *n.outro);
    n.disclosure = table.boolean("disclosure").value_or(n.disclosure);
    n.skip = table.strings("skip").value_or(std::vector<std::string>());
    for (const std::string& lexicon : table.strings("lexicons").value_or(std::vector<std::string>())) {
        if (!stays_inside(table, "lexicons", lexicon)) continue;
        if (!std::filesystem::is_regular_file(show.folder / lexicon)) {
            table.complain("lexicons", fmt::format("lexicon {} is not there", (show.folder / lexicon).string()));
        } else {
            n.lexicons.push_back(lexicon);
        }
    }
    read_range(table, "chapter_depth", n.chapter_depth, 0, 6);
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
    table.refuse_unknown();
}

void read_audio(TomlTable& table, AudioSettings& audio) {
    if (const auto formats = table.strings("formats")) {
        if (*formats != std::vector<std::string>{"mp3"})
            table.complain("formats", "this version writes mp3 only: formats = [\"mp3\"]");
    }
    static const std::vector<int> bitrates = {64, 80, 96, 112, 128, 160, 192, 224, 256, 320};
    if (const auto bitrate = table.integer("bitrate")) {
        if (std::find(bitrates.begin(), bitrates.end(), *bitrate) == bitrates.end()) {
            table.complain("bitrate", "\"bitrate\" must be one of 64, 80, 96, 112, 128, 160, 192, 224, 256, 320 (kb/s)");
        } else {
            audio.bitrate = static_cast<int>(*bitrate);
        }
    }
    read_range(table, "loudness", audio.loudness, -30.0, -10.0);
    read_range(table, "true_peak", audio.true_peak, -9.0, -1.0);
    for (const char* key : {"intro_sound", "outro_sound", "break_sound", "bed"})
        if (table.string(key))
            table.complain(key, fmt::format("\"{}\": this version plays no music; take the key out", key));
    table.refuse_unknown();
}

void read_feed(TomlTable& table, FeedSettings& feed) {
    feed.guid = table.string("guid");
    feed.locked = table.boolean("locked").value_or(feed.locked);
    feed.copyright = table.string("copyright");
    read_choice(table, "type", feed.type, {"episodic", "serial"});
    table.refuse_unknown();
}

}  // namespace aloud
