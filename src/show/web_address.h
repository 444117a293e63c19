// What counts as a web address in a show's files.
#pragma once

#include <string_view>

namespace aloud {

/// True for an absolute http or https address in ASCII with a host, fit for a feed (RFC 3986: no blank, no quotation
/// mark, no angle bracket; others percent-encoded).
bool is_web_address(std::string_view text);

}  // namespace aloud
