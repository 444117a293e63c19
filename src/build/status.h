// What a user sees while a build runs. On a terminal: one status line, rewritten in place, failures above it. In a
// pipe: one plain line an event. Goes to standard error; results go to standard output.
#pragma once

#include <chrono>
#include <cstdio>
#include <mutex>
#include <string>
#include <string_view>

namespace aloud {

class Status {
  public:
    enum class Detail { quiet, normal, verbose };

    Status(std::FILE* stream, Detail detail);
    ~Status();
    Status(const Status&) = delete;
    Status& operator=(const Status&) = delete;

    void plan_takes(std::size_t count);
    /// `seconds` of speech came, at this cost; made: false when it came from the store.
    void take_done(bool made, double seconds, double cost_usd);
    /// The stage that an episode is in: "speaking", "mastering", "encoding".
    void stage(const std::string& episode, const std::string& name);
    /// A line that stays: what was made, what failed. Untrusted text in it is made printable here.
    void line(const std::string& text);
    void note(const std::string& text);     ///< only when verbose
    void warning(const std::string& text);  ///< even when quiet
    void error(const std::string& text);    ///< likewise
    /// Wipes the status line.
    void finish();

  private:
    void put(const std::string& text, std::string_view label = {});
    void draw();
    void wipe();

    std::mutex mutex_;
    std::FILE* stream_;
    Detail detail_;
    bool terminal_;
    bool colour_;
    bool drawn_ = false;
    std::size_t takes_total_ = 0, takes_done_ = 0;
    double speech_seconds_ = 0, cost_usd_ = 0;
    std::string stage_;
    std::chrono::steady_clock::time_point begin_, last_draw_;
};

}  // namespace aloud
