// How deep a TOML document nests, found before anything recursive looks at it.
#pragma once

#include <optional>
#include <string_view>

#include "util/error.h"

namespace aloud {

/// Line and column of the first place where one statement (a [table] line, or a key with its value) has tables and
/// lists more than `limit` deep. toml++ limits brackets only: a dotted key of any length makes as many tables inside
/// each other, which it destroys by recursion. A document is at most two statements deep: a header and a key below it.
std::optional<SourcePlace> nests_deeper_than(std::string_view text, int limit);

}  // namespace aloud
