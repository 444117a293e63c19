// Makes a new show: show.toml with every setting explained, a first issue, a cover.
#pragma once

#include <chrono>
#include <filesystem>

namespace aloud {

/// `folder` is made, or is an empty one; its name becomes the show's title, in words. The first issue bears the date
/// `today`. Throws InputError, naming what is in the way, when the folder holds anything; Error when a write fails.
void new_show(const std::filesystem::path& folder, std::chrono::sys_days today);

}  // namespace aloud
