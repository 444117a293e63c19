// cmark-gfm: Markdown to HTML, once, with everything kept that the reading of an issue needs.
#pragma once

#include <string>
#include <string_view>

namespace aloud {

/// GitHub's Markdown with tables, strikethrough, autolinks, task lists and footnotes; raw HTML is passed through, and
/// blocks carry data-sourcepos="line:column-line:column". Throws Error when memory ends.
std::string markdown_to_html(std::string_view markdown);

}  // namespace aloud
