// Chinese inside text of another language.
#pragma once

#include <string>
#include <string_view>

namespace aloud {

/// More Han than Latin letters.
bool is_mostly_han(std::string_view text);

/// For a voice that reads no characters: "Xiaohongshu (小红书)" is said once; other Han becomes pinyin.
std::string say_han_in_latin(std::string_view spoken);

}  // namespace aloud
