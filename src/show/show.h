// show.toml, strictly read: the settings of one podcast.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "util/error.h"

namespace aloud {

/// Settings of script.md's "settings" column and of the pauses; [narration] in show.toml.
struct Narration {
    std::optional<std::string> voice;  ///< unset: the default voice
    std::optional<std::string> quote;  ///< voices of roles; unset: the body's voice
    std::optional<std::string> heading;
    std::optional<std::string> note;
    std::map<std::string, std::string> languages;  ///< language code -> voice name
    std::optional<std::string> intro;  ///< {show} {number} {title} {date} {author}; unset: the title is said
    std::optional<std::string> outro;  ///< unset: default outro; "" none
    bool disclosure = true;            ///< the remark that the voice is synthetic, in the default outro
    std::vector<std::string> skip;     ///< ICU regular expressions
    std::vector<std::string> lexicons;
    int chapter_depth = 2;            ///< headings up to this level begin a chapter
    std::string struck = "omit";      ///< omit, read
    std::string urls = "short";       ///< short ("link to example dot com"), skip, full
    std::string images = "alt";       ///< alt, skip
    std::string quotes = "announce";  ///< announce, plain
    std::string tables = "auto";      ///< auto (6 columns, 12 rows), skip, read
    std::string code = "note";        ///< note, skip, read
    std::string footnotes = "omit";   ///< omit, inline, end
    std::string emoji = "omit";       ///< omit, names
    std::string normalize;            ///< full, light, off; empty: the voice's own
    // Pauses in milliseconds, [narration.pauses]
    int pause_paragraph = 700;
    int pause_sentence = 350;
    int pause_clause = 150;
    int pause_heading_before = 1200;  ///< headings 1 and 2
    int pause_heading_after = 700;
    int pause_subheading_before = 900;  ///< headings 3 to 6
    int pause_subheading_after = 600;
    int pause_item = 350;
    int pause_break = 1600;

    std::map<std::string, SourcePlace> places;  ///< of the keys that are set and name something that may be missing
    /// Where show.toml sets this key; the file alone when it does not.
    SourcePlace place(const std::string& key, const std::filesystem::path& file) const {
        const auto found = places.find(key);
        return found != places.end() ? found->second : SourcePlace{file, 0, 0};
    }
};

struct AudioSettings {
    std::vector<std::string> formats = {"mp3"};
    int bitrate = 96;         ///< kb/s
    double loudness = -16.0;  ///< LUFS, of the file as it is
    double true_peak = -1.5;  ///< dBTP
};

struct FeedSettings {
    std::optional<std::string> guid;  ///< podcast:guid; unset: UUIDv5 of the feed's address
    bool locked = true;
    std::optional<std::string> copyright;
    std::string type = "episodic";  ///< episodic, serial
};

struct Show {
    std::filesystem::path file;  ///< show.toml
    std::filesystem::path folder;
    std::filesystem::path root;  ///< project root: nearest folder above with feeds/ or voices/, else folder
    std::string name;            ///< the folder's name

    std::string title, link, language = "en", author, description;
    std::string owner_name, owner_email;
    std::vector<std::string> categories;  ///< "Technology", "News > Tech News"
    bool explicit_content = false;
    std::filesystem::path cover;  ///< absolute; exists
    std::string base_url;         ///< ends with '/'
    std::vector<std::string> issue_files = {"issues/*.md"};
    std::string utc_offset = "+00:00";
    Narration narration;
    AudioSettings audio;
    FeedSettings feed;
    std::filesystem::path output;  ///< absolute; default root/site/NAME
    std::optional<double> max_cost;

    std::string feed_url() const { return base_url + "feed.xml"; }
};

/// Reads and checks show.toml; every mistake goes to `complaints` with path:line:column (unknown key with the key that
/// was probably meant, wrong type, missing file, category that Apple does not know). Throws InputError only when the
/// file cannot be read or is no TOML.
Show read_show(const std::filesystem::path& file, Complaints& complaints);

/// SHOW of the command line: a folder with a show.toml, that file, or nothing (the current folder, else the only show
/// under feeds/). Throws InputError saying what was looked for.
std::filesystem::path find_show(const std::optional<std::string>& argument, const std::filesystem::path& current);

}  // namespace aloud
