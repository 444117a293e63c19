// Runs a program as a user would, and keeps what it printed.
#pragma once

#include <sys/types.h>

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
    double cpu_seconds = 0;  ///< user and system
    long peak_kib = 0;       ///< resident memory
};

struct Run {
    std::vector<std::string> arguments;  ///< the first is the program
    std::filesystem::path folder = {};
    std::map<std::string, std::string> environment = {};  ///< added to this process's
    std::string input = {};
    std::optional<std::chrono::microseconds> kill_after = {};  ///< SIGKILL then, if it still runs
    int signal = 9;                                            ///< what kill_after sends
    bool terminal = false;  ///< of a Child: it sits at a terminal on which nobody types, and what it shows is lost
};

Finished run(const Run& what);

/// A program that runs while the test goes on. What it prints is kept in memory, so that it never waits for a reader.
class Child {
  public:
    explicit Child(const Run& what);  ///< `kill_after` is not looked at
    ~Child();                         ///< kills it if it still runs
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;

    pid_t id() const { return pid_; }
    bool runs();        ///< also keeps a terminal from filling up
    void kill() const;  ///< SIGKILL
    Finished wait();

  private:
    int collect(int options);

    pid_t pid_ = -1;
    int out_ = -1, err_ = -1, terminal_ = -1;
    bool ended_ = false;
    Finished finished_;
    std::chrono::steady_clock::time_point begin_ = std::chrono::steady_clock::now();
};

/// True if the program is on PATH.
bool on_path(const std::string& program);

}  // namespace aloud::testing
