// Show notes: what stands beside an episode in an app.
#pragma once

#include <string>

#include "script/script.h"

namespace aloud {

/// Only web and mail addresses go into a page or a feed.
bool is_safe_link(const std::string& url);

/// Summary, links and the footnotes that are not spoken, as HTML with the tags that survive everywhere (p, ul, ol, li,
/// a), at most 4,000 bytes (Apple, PSP-1): links and notes that do not fit are left out, a tag is never cut.
std::string description_html(const Script& script, const std::string& summary);

}  // namespace aloud
