// Every key of show.toml, once: what read_show accepts, what it suggests, and what `aloud new` writes.
#pragma once

#include <span>
#include <string_view>

#include "lib/toml/table.h"

namespace aloud {

enum class KeyUse {
    needed,   ///< a new show.toml sets it, to an example
    preset,   ///< a new show.toml has it as a comment, with its default
    example,  ///< a new show.toml has it as a comment, with an example: unset by default
    part,     ///< stands inside another key's inline table
    later,    ///< named in the design; this version cannot obey it, and says so when it is set
};

struct Key {
    std::string_view table;  ///< "" for the top of the file, "narration", "narration.pauses"
    std::string_view name;
    KeyUse use;
    std::string_view value;    ///< as TOML
    std::string_view meaning;  ///< for people; one line
};

/// Grouped by table, in the order in which a new show.toml has them.
std::span<const Key> show_keys();

/// A complaint for each key of `table`, called `name` in show.toml, that is not known or cannot be obeyed yet; with the
/// key or the table that was probably meant.
void check_keys(TomlTable& table, std::string_view name);

}  // namespace aloud
