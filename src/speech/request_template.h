// A service's request, filled in.
#pragma once

#include <map>
#include <set>
#include <string>

#include "lib/json/json.h"
#include "speech/voice.h"

namespace aloud {

/// Placeholder -> value; a JSON value keeps its type where the template's text is exactly the placeholder.
using Values = std::map<std::string, Json>;

/// Names in braces in the path, headers and body of a description.
std::set<std::string> placeholders(const Service& service);

/// {name} replaced; an unset name becomes nothing.
std::string fill_text(const std::string& text, const Values& values);

/// The body; a field whose text is exactly one unset placeholder is left out.
Json fill_body(const Json& body, const Values& values);

}  // namespace aloud
