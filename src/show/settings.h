// Reads the tables of show.toml; each function takes one.
#pragma once

#include "lib/toml/table.h"
#include "show/show.h"

namespace aloud {

void read_narration(TomlTable& table, Show& show);
void read_audio(TomlTable& table, AudioSettings& audio);
void read_feed(TomlTable& table, FeedSettings& feed);
/// Complains unless `path` stays inside the folder that it is relative to.
bool stays_inside(TomlTable& table, const std::string& key, const std::string& path);

}  // namespace aloud
