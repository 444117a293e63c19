#include "show/keys.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "util/text.h"

namespace aloud {
namespace {

using enum KeyUse;

constexpr Key keys[] = {
    {"", "title", needed, R"("My Letter")", "the show's name"},
    {"", "link", needed, R"("https://example.com/")", "the letter's own site"},
    {"", "language", needed, R"("en")", "ISO 639: en, en-us, zh-cn …"},
    {"", "author", needed, R"("Your Name")", "who writes it"},
    {"", "description", needed, R"("What this letter is about.")", "at most 4,000 bytes"},
    {"", "owner", needed, R"({ name = "Your Name", email = "you@example.com" })",
     "public; directories send their codes to it"},
    {"", "categories", needed, R"(["Technology"])", R"(Apple's; "News > Tech News" for a part of one)"},
    {"", "explicit", needed, "false", "true: not for children"},
    {"", "cover", needed, R"("cover.jpg")", "square JPEG or PNG, 1400 to 3000 pixels a side"},
    {"", "base_url", needed, R"("https://example.com/audio/")", "where the output folder will be reachable"},

    {"owner", "name", part, "", "who answers for the show"},
    {"owner", "email", part, "", "where platforms send their claim code"},

    {"issues", "files", preset, R"("issues/*.md")", "Markdown or HTML; or a list of such patterns"},
    {"issues", "utc_offset", preset, R"("+00:00")", "of dates that name no offset: +08:00, -05:00"},

    {"narration", "voice", example, R"("robin")", "`aloud voices` lists them"},
    {"narration", "quote", example, R"("robin")", "of block quotes; unset: the same voice"},
    {"narration", "heading", example, R"("robin")", "of headings"},
    {"narration", "note", example, R"("robin")", "of the narrator's own remarks"},
    {"narration", "languages", example, R"({ zh = "mei" })", "voices of other languages"},
    {"narration", "intro", example, R"("{title}.")", "also {show} {number} {date} {author}"},
    {"narration", "outro", example, R"("You have been listening to {show}.")", R"(unset: like this; "" for none)"},
    {"narration", "disclosure", preset, "true", "the default outro says that the voice is synthetic"},
    {"narration", "skip", preset, "[]", "regular expressions: paragraphs and sections to leave out"},
    {"narration", "lexicons", preset, "[]", "files that say how words sound"},
    {"narration", "chapter_depth", preset, "2", "headings up to this level begin a chapter; 0 to 6"},
    {"narration", "struck", preset, R"("omit")", "struck-out text: omit, read"},
    {"narration", "urls", preset, R"("short")", "bare addresses: short, skip, full"},
    {"narration", "images", preset, R"("alt")", "alt, skip"},
    {"narration", "quotes", preset, R"("announce")", "block quotes without a voice of their own: announce, plain"},
    {"narration", "tables", preset, R"("auto")", "auto (up to 6 columns and 12 rows), skip, read"},
    {"narration", "code", preset, R"("note")", "code blocks: note, skip, read"},
    {"narration", "footnotes", preset, R"("omit")", "omit, inline, end"},
    {"narration", "emoji", preset, R"("omit")", "omit, names"},
    {"narration", "normalize", example, R"("full")", "numbers into words: full, light, off; unset: the voice's own"},

    {"narration.pauses", "paragraph", preset, "700", "after a paragraph"},
    {"narration.pauses", "sentence", preset, "350", "between sentences that are spoken apart"},
    {"narration.pauses", "clause", preset, "150", "where one sentence had to be divided"},
    {"narration.pauses", "heading_before", preset, "1200", "headings 1 and 2"},
    {"narration.pauses", "heading_after", preset, "700", ""},
    {"narration.pauses", "subheading_before", preset, "900", "headings 3 to 6"},
    {"narration.pauses", "subheading_after", preset, "600", ""},
    {"narration.pauses", "item", preset, "350", "between the items of a list"},
    {"narration.pauses", "break", preset, "1600", "a thematic break"},

    {"audio", "formats", preset, R"(["mp3"])", ""},
    {"audio", "bitrate", preset, "96", "kb/s, mono"},
    {"audio", "loudness", preset, "-16.0", "LUFS, of the finished file"},
    {"audio", "true_peak", preset, "-1.5", "dBTP"},
    {"audio", "intro_sound", later, "", ""},
    {"audio", "outro_sound", later, "", ""},
    {"audio", "break_sound", later, "", ""},
    {"audio", "bed", later, "", ""},

    {"feed", "guid", example, R"("917393e3-1b1e-5cef-ace4-edaa54e1f810")",
     "podcast:guid, of a podcast that exists already"},
    {"feed", "locked", preset, "true", "other hosts may not import the show"},
    {"feed", "copyright", example, R"("© Your Name")", ""},
    {"feed", "type", preset, R"("episodic")", "episodic, serial"},
    {"feed", "adopt", later, "", ""},
    {"feed", "prefix", later, "", ""},

    {"output", "folder", example, R"("../../site/my-letter")",
     "relative to this file; unset: site/NAME of the project"},

    {"publish", "to", example, R"("../../public")", "or s3://bucket/prefix, sftp://…, rclone:REMOTE:PATH"},
    {"publish", "hub", example, R"("https://pubsubhubbub.appspot.com/")", "WebSub"},

    {"budget", "max_cost", example, "5.00", "USD for one build"},
};

struct Known {
    std::vector<std::string> names;
    std::vector<std::string> later;
};

Known known_in(std::string_view table) {
    Known known;
    for (const Key& key : keys) {
        if (key.table == table) {
            known.names.emplace_back(key.name);
            if (key.use == later) known.later.emplace_back(key.name);
            continue;
        }
        // A table inside this one: "pauses" of "narration.pauses", "narration" at the top.
        const std::string inside = table.empty() ? std::string() : std::string(table) + ".";
        if (!key.table.starts_with(inside)) continue;
        const std::string_view rest = key.table.substr(inside.size());
        known.names.emplace_back(rest.substr(0, rest.find('.')));
    }
    return known;
}

bool holds(const std::vector<std::string>& all, std::string_view one) {
    return std::find(all.begin(), all.end(), one) != all.end();
}

std::string in_table(std::string_view table) {
    return table.empty() ? "at the top of the file, above all tables" : fmt::format("in [{}]", table);
}

/// What to do about an unknown key; empty when nothing is near.
std::string advice(const std::string& name, std::string_view table, const std::vector<std::string>& here) {
    std::vector<std::string> all;
    for (const Key& key : keys) {
        if (key.use == part) continue;
        if (key.name == name) return fmt::format("; it belongs {}", in_table(key.table));
        all.emplace_back(key.name);
    }
    if (const auto meant = nearest(name, here)) return fmt::format("; did you mean \"{}\"?", *meant);
    const auto elsewhere = nearest(name, all);
    if (!elsewhere || table == "owner") return {};
    const auto* key =
        std::find_if(std::begin(keys), std::end(keys), [&](const Key& k) { return k.name == *elsewhere; });
    return fmt::format("; did you mean \"{}\" {}?", *elsewhere, in_table(key->table));
}

}  // namespace

std::span<const Key> show_keys() {
    return keys;
}

void check_keys(TomlTable& table, std::string_view name) {
    const Known known = known_in(name);
    for (const std::string& key : table.keys()) {
        if (holds(known.later, key)) {
            table.complain(key, fmt::format("\"{}\": this version of Aloud cannot do that yet; take the key out", key));
        } else if (!holds(known.names, key)) {
            table.complain(key, fmt::format("unknown key \"{}\"{}{}", printable(key),
                                            name.empty() ? std::string() : fmt::format(" in [{}]", name),
                                            advice(key, name, known.names)));
        }
    }
}

}  // namespace aloud
