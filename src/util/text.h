// Small text helpers on UTF-8 bytes; whatever needs to know about characters is in lib/icu.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace aloud {

/// Without ASCII white space at both ends.
std::string_view trim(std::string_view text);
/// Runs of ASCII white space and no-break spaces become one space; trimmed.
std::string collapse_spaces(std::string_view text);
std::vector<std::string> split(std::string_view text, char separator);
std::string join(const std::vector<std::string>& parts, std::string_view separator);
/// ASCII letters only.
std::string to_lower(std::string_view text);
std::string replace_all(std::string text, std::string_view from, std::string_view to);

/// Byte offset of the first byte that is not valid UTF-8 (RFC 3629: no surrogates, no overlong forms), or nothing.
std::optional<std::size_t> invalid_utf8(std::string_view text);
/// Number of code points in valid UTF-8.
std::size_t count_characters(std::string_view text);
/// At most `bytes` bytes, cut on a character boundary.
std::string_view cut_to_bytes(std::string_view text, std::size_t bytes);
/// Safe to print to a terminal: control characters (C0 but newline and tab, DEL, C1) are shown as \xNN.
std::string printable(std::string_view text);
/// Five XML characters escaped, characters that XML 1.0 forbids dropped; fit for HTML text and quoted attributes too.
std::string escape_xml(std::string_view text);
/// Levenshtein distance in bytes; small words only.
std::size_t edit_distance(std::string_view a, std::string_view b);
/// The candidate that was probably meant, if one is within two edits (one for words under five letters).
std::optional<std::string> nearest(std::string_view word, const std::vector<std::string>& candidates);
/// ASCII a-z, 0-9 and hyphens, never empty: what a file name or URL part may be made of.
std::string slugify(std::string_view text);

/// True if the first (last) character is Chinese, Japanese or one of their marks: text that is written without spaces.
bool starts_wide(std::string_view text);
bool ends_wide(std::string_view text);

}  // namespace aloud
