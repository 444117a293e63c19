// Reads the tables of show.toml; each function takes one, checks its keys and fills what it is about.
#pragma once

#include "lib/toml/table.h"
#include "show/show.h"

namespace aloud {

/// What stands above the tables: title to base_url. Keys are checked by the caller.
void read_channel(TomlTable& table, Show& show, Complaints& complaints);
void read_issues(TomlTable& table, Show& show);
void read_narration(TomlTable& table, Show& show);
void read_audio(TomlTable& table, AudioSettings& audio);
void read_feed(TomlTable& table, FeedSettings& feed);
void read_output(TomlTable& table, Show& show);

/// ISO 639 with an optional script or region: en, yue, en-us, zh-hant, es-419.
bool is_language_code(const std::string& text);

}  // namespace aloud
