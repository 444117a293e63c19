// A listener's app that never stops looking: it must never see half a feed or half an audio file.
#pragma once

#include <atomic>
#include <filesystem>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace aloud::testing {

/// Enclosures of a feed's text: address, length in bytes. Throws std::runtime_error if it is no XML.
std::vector<std::pair<std::string, std::uintmax_t>> enclosures(const std::string& feed);

/// Reads the site over and over on a thread of its own, from its construction on.
class SiteReader {
  public:
    SiteReader(std::filesystem::path site, std::string base_url);
    ~SiteReader();
    SiteReader(const SiteReader&) = delete;
    SiteReader& operator=(const SiteReader&) = delete;
    /// Stops; what was wrong, one a line.
    std::string finish();
    int feeds_read() const { return feeds_; }

  private:
    void read_once();
    void check_audio_names();

    std::filesystem::path site_;
    std::string base_url_;
    std::string wrong_;
    bool feed_seen_ = false;
    std::atomic<int> feeds_ = 0;
    std::atomic<bool> stop_ = false;
    std::thread thread_;
};

}  // namespace aloud::testing
