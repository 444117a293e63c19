// A piece of work in a process of its own.
#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace aloud {

/// Sends bytes back to the caller of run_apart(); only for use in the child.
using SendBytes = std::function<void(std::string_view)>;

/// Runs `work` in a child process that begins as this one is now and ends with it; gives back all that it sent. What
/// `work` changes in memory is gone with the child. An exception in `work` is thrown here again, as Error with its
/// message; a crash is an Error too. Must not be called while another thread of the caller's own holds a lock that
/// `work` needs.
std::string run_apart(const std::function<void(const SendBytes&)>& work);

}  // namespace aloud
