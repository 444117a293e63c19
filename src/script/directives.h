// Directives: what an author tells the narrator in HTML comments, so that no other reader sees it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace aloud {

struct Directive {
    enum class Kind { skip, only, end, say, voice, pause, chapter, sound } kind = Kind::skip;
    std::string text;  ///< only, say: what is spoken; voice: name; chapter: title; sound: file
    int milliseconds = 0;
};

/// True for a comment that begins with "aloud:".
bool is_directive(std::string_view comment);

/// `<!-- aloud: skip -->` … `<!-- aloud: end -->`, `only` … `end` or `only TEXT`, `say "…"`, `voice NAME`, `pause 2s`,
/// `chapter "…"`, `sound FILE`. Throws InputError saying what is wrong with it.
Directive parse_directive(std::string_view comment);

}  // namespace aloud
