// Apple's podcast categories (Apple, "Podcast categories", as listed in 2026): 19, most with subcategories.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace aloud {

/// True for "Technology" and "News > Tech News", exactly as Apple writes them.
bool is_category(const std::string& text);
/// The one that was probably meant.
std::optional<std::string> nearest_category(const std::string& text);

}  // namespace aloud
