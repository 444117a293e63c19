// HTML -> the tree. The one way that Markdown, raw HTML in it and whole HTML issues take.
#pragma once

#include <string_view>

#include "issue/issue.h"
#include "issue/prepare.h"

namespace aloud {

struct HtmlSource {
    std::string_view html;
    const Prepared* prepared = nullptr;  ///< of Markdown; null for an issue that is HTML throughout
    int line_offset = 0;                 ///< the file's line of the HTML's or Markdown's first line, less one
};

/// Blocks (root, quote, list, item, container, footnote) hold only blocks, comments and dropped elements; paragraphs,
/// headings, cells and captions hold only spans.
Tree build_tree(const HtmlSource& source);

}  // namespace aloud
