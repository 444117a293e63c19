// A new show, ready to build.
#pragma once

#include <chrono>
#include <filesystem>
#include <string>

namespace aloud {

/// show.toml with every key and its default as a comment, issues/DATE-hello.md, cover.jpg. Throws InputError when the
/// folder holds something already.
void new_show(const std::filesystem::path& folder, std::chrono::sys_days today);

/// The text of the new show.toml.
std::string new_show_toml(const std::string& title);

}  // namespace aloud
