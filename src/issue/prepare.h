// The Markdown of a body made ready for the parser: what is no Markdown (Liquid tags, attribute lists, formulas) stands
// aside as plain words that nothing can be mistaken for, references without a definition get one, and a table that
// would burst is no table. Lines stay where they are.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "util/error.h"

namespace aloud {

struct SetAside {
    enum class Kind { liquid, attributes, math } kind = Kind::liquid;
    std::string text;
    int line = 0;        ///< in the file
    bool block = false;  ///< has its lines for itself: stands in an HTML comment, which is a block and no paragraph
};

struct Prepared {
    std::string markdown;
    int lines_before = 0;        ///< definitions put in front of the body
    std::string marker;          ///< a word is marker + index + "x"; none of the author's can be
    std::string comment_marker;  ///< after "<!--": marker + line + "x"
    std::vector<SetAside> aside;
};

/// The address of a reference that the issue defines nowhere.
inline constexpr std::string_view undefined_url = "aloud:undefined";

/// `first_line` is the file's line on which the body begins; warnings name the file's lines.
Prepared prepare_markdown(std::string_view body, const std::filesystem::path& file, int first_line,
                          Complaints& complaints);

/// A piece of text between or at markers.
struct Piece {
    std::string text;
    const SetAside* aside = nullptr;
};
/// Divides a text at its markers; the pieces keep their order.
std::vector<Piece> divide(const Prepared& prepared, std::string_view text);
/// The text as the author wrote it, for code.
std::string restore(const Prepared& prepared, std::string_view text);

}  // namespace aloud
