#include "lib/toml/nesting.h"

#include <algorithm>
#include <cstddef>
#include <vector>

namespace aloud {
namespace {

/// Where the string that begins at `at` ends. One that is not closed ends with its line, or with the text.
std::size_t end_of_string(std::string_view text, std::size_t at) {
    const char quote = text[at];
    const std::string_view three = quote == '"' ? "\"\"\"" : "'''";
    const bool lines = text.substr(at, 3) == three;
    at += lines ? 3 : 1;
    while (at < text.size()) {
        if (text[at] == '\\' && quote == '"') {
            at += 2;
        } else if (lines && text.substr(at, 3) == three) {
            at += 3;
            // Up to two quotation marks may stand right before the closing three.
            for (int more = 0; more < 2 && at < text.size() && text[at] == quote; ++more) ++at;
            return at;
        } else if (!lines && (text[at] == quote || text[at] == '\n')) {
            return text[at] == quote ? at + 1 : at;
        } else {
            ++at;
        }
    }
    return text.size();
}

SourcePlace place_of(std::string_view text, std::size_t at) {
    SourcePlace place{{}, 1, 1};
    for (const char c : text.substr(0, at)) {
        if (c == '\n') {
            ++place.line;
            place.column = 1;
        } else if ((static_cast<unsigned char>(c) & 0xC0u) != 0x80u) {
            ++place.column;
        }
    }
    return place;
}

}  // namespace

std::optional<SourcePlace> nests_deeper_than(std::string_view text, int limit) {
    int depth = 0;
    int dots = 0;            // since the innermost open bracket or the last comma
    std::vector<int> outer;  // the dots before each open bracket: they hold for all inside it
    for (std::size_t at = 0; at < text.size();) {
        const char c = text[at];
        if (c == '"' || c == '\'') {
            at = end_of_string(text, at);
            continue;
        }
        if (c == '#') {
            at = std::min(text.find('\n', at), text.size());
            continue;
        }
        if (c == '.') {
            ++dots;
            ++depth;
        } else if (c == '[' || c == '{') {
            outer.push_back(dots);
            dots = 0;
            ++depth;
        } else if ((c == ']' || c == '}') && !outer.empty()) {
            depth -= dots + 1;
            dots = outer.back();
            outer.pop_back();
        } else if (c == ',' || (c == '\n' && outer.empty())) {
            depth -= dots;
            dots = 0;
        }
        if (depth > limit) return place_of(text, at);
        ++at;
    }
    return std::nullopt;
}

}  // namespace aloud
