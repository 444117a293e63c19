// The cover of a new show: a picture to start with, drawn by code.
#pragma once

#include <string>
#include <string_view>

namespace aloud {

/// A letter whose middle line is a sound wave, 3000 x 3000 pixels, as a JPEG; `name` decides its colours, so that two
/// shows are told apart. The same name gives the same bytes. Throws Error.
std::string draw_cover(std::string_view name);

}  // namespace aloud
