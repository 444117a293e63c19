// Runs a program as a user would, and keeps what it printed.
#pragma once

#include <chrono>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace aloud::testing {

struct Finished {
    int code = 0;  ///< exit code; 128 + signal when one ended it
    std::string out;
    std::string err;
    double seconds = 0;
};

struct Run {
    std::vector<std::string> arguments;  ///< the first is the program
    std::filesystem::path folder = {};
    std::map<std::string, std::string> environment = {};  ///< added to this process's
    std::string input = {};
    std::optional<std::chrono::microseconds> kill_after = {};  ///< SIGKILL then, if it still runs
    int signal = 9;                                            ///< what kill_after sends
};

Finished run(const Run& what);

/// True if the program is on PATH.
bool on_path(const std::string& program);

}  // namespace aloud::testing
