// Builds that are killed at many moments, and builds that run at once.
#include <gtest/gtest.h>
#include <signal.h>

#include <atomic>
#include <functional>
#include <mutex>
#include <thread>

#include "speech/make_take.h"
#include "speech/voice.h"
#include "tests/e2e/letter.h"
#include "tests/e2e/site_reader.h"
#include "tests/support/loopback.h"

namespace aloud {
namespace {

using testing::Answer;
using testing::AskedFor;
using testing::Child;
using testing::difference;
using testing::Finished;
using testing::Letter;
using testing::SiteReader;
using testing::slurp;
using testing::SpeechServer;
using testing::tone;

constexpr const char* base_url = "https://example.com/audio/";

/// A letter whose voice is a service that watches: it writes down each text that it is asked for although the store
/// held its take already, and may kill who asks.
class WatchedLetter {
  public:
    WatchedLetter()
        : letter_(base_url), server_([this](const AskedFor& request, std::size_t number) {
              const std::string text = request.json().at("input");
              if (watching_ && is_kept(text)) {
                  const std::lock_guard lock(mutex_);
                  again_ += text + "\n";
              }
              if (number == kill_at_) ::kill(victim(), SIGKILL);
              return Answer{200, tone(text)};
          }) {
        letter_.three_issues();
        letter_.speak_by(server_.url());
    }

    const Letter& letter() const { return letter_; }
    std::string asked_again() const {
        const std::lock_guard lock(mutex_);
        return again_;
    }
    std::size_t requests() const { return server_.requests().size(); }
    std::map<std::string, int> texts() const {
        std::map<std::string, int> times;
        for (const AskedFor& request : server_.requests()) ++times[request.json().at("input")];
        return times;
    }

    /// The files in which the site differs from one that was built in peace.
    std::string difference_from_peace() {
        watching_ = false;
        Letter peaceful(base_url);
        peaceful.three_issues();
        peaceful.speak_by(server_.url());
        peaceful.build_json();
        watching_ = true;
        return difference(letter_.site_files(), peaceful.site_files());
    }

    /// Builds; killed at the request of this number. True if it was.
    bool build_and_kill_at(std::size_t request) {
        victim_ = 0;
        kill_at_ = request;
        Child child(letter_.command({"build", letter_.show().string()}));
        victim_ = child.id();
        const bool killed = child.wait().code == 128 + SIGKILL;
        kill_at_ = SIZE_MAX;
        return killed;
    }

    /// Builds; killed as soon as `moment` is seen. True if it was.
    bool build_and_kill_when(const std::function<bool()>& moment) const {
        Child child(letter_.command({"build", letter_.show().string()}));
        while (child.runs())
            if (moment()) child.kill();
        return child.wait().code == 128 + SIGKILL;
    }

  private:
    /// Opened anew: the engine that the program would ask with names the take.
    bool is_kept(const std::string& text) const {
        Complaints complaints;
        const auto voice = VoiceLibrary(letter_.root()).find("loop", {}, complaints);
        return voice &&
               Store(letter_.root() / ".aloud").contains("takes", take_key(*make_engine(*voice), {text, "en"}));
    }
    pid_t victim() const {
        while (victim_ == 0) std::this_thread::yield();
        return victim_;
    }

    Letter letter_;
    mutable std::mutex mutex_;
    std::string again_;
    std::atomic<bool> watching_ = true;
    std::atomic<std::size_t> kill_at_ = SIZE_MAX;
    std::atomic<pid_t> victim_ = 0;
    SpeechServer server_;
};

std::string temporaries(const Letter& letter) {
    std::string names;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(letter.root()))
        if (entry.path().extension() == ".tmp") names += entry.path().string() + "\n";
    return names;
}

std::size_t files_in(const std::filesystem::path& folder, const std::string& ending = {}) {
    std::size_t count = 0;
    std::error_code error;
    for (auto at = std::filesystem::recursive_directory_iterator(folder, error);
         at != std::filesystem::recursive_directory_iterator(); at.increment(error)) {
        if (error) break;
        count += at->path().filename().string().ends_with(ending) && !at->is_directory(error) ? 1u : 0u;
    }
    return count;
}

TEST(KilledBuild, LosesNoTakeThatWasComplete) {
    WatchedLetter watched;
    SiteReader reader(watched.letter().site(), base_url);
    int kills = 0;
    // Each build comes a little further than the one before it: so far that the last ends.
    while (watched.build_and_kill_at(watched.requests() + static_cast<std::size_t>(kills))) ++kills;
    EXPECT_GE(kills, 3);
    EXPECT_EQ(watched.asked_again(), "");
    EXPECT_EQ(watched.difference_from_peace(), "");
    EXPECT_EQ(temporaries(watched.letter()), "");
    EXPECT_EQ(reader.finish(), "");
    EXPECT_EQ(watched.letter().build().out.substr(0, 13), "nothing to do");
}

/// Kills builds at the moments that it is given, while a reader watches the site.
class KilledBuilds : public ::testing::Test {
  protected:
    void kill_when(const std::function<bool()>& moment) { kills += watched.build_and_kill_when(moment) ? 1 : 0; }
    void finish() {
        letter.build_json();
        EXPECT_EQ(temporaries(letter), "");
        EXPECT_EQ(watched.asked_again(), "");
        EXPECT_EQ(reader.finish(), "");
        EXPECT_EQ(letter.build().out.substr(0, 13), "nothing to do");
    }

    WatchedLetter watched;
    const Letter& letter = watched.letter();
    const std::filesystem::path site = letter.site(), store = letter.root() / ".aloud";
    SiteReader reader{site, base_url};
    int kills = 0;
};

TEST_F(KilledBuilds, WhileTakesAreMadeAndSoundIsEncodedAreFinishedByTheNext) {
    kill_when([&] { return files_in(store / "takes", ".tmp") > 0; });
    kill_when([&] { return files_in(store / "takes") >= 4; });
    kill_when([&] { return files_in(store / "work") > 0; });
    kill_when([&] { return files_in(store / "work") > 1; });
    EXPECT_GE(kills, 3);
    finish();
    EXPECT_EQ(watched.difference_from_peace(), "");
}

TEST_F(KilledBuilds, WhileFilesOfEpisodesAreWrittenAreFinishedByTheNext) {
    for (const char* name : {".mp3", "chapters.json", "transcript.vtt", "index.html", "episode.json"}) {
        const std::size_t before = files_in(site / "episodes", name);
        kill_when([&] { return files_in(site / "episodes", name) > before; });
    }
    EXPECT_GE(kills, 2);
    finish();
    EXPECT_EQ(watched.difference_from_peace(), "");
}

TEST_F(KilledBuilds, WhileTheFeedIsWrittenAreFinishedByTheNext) {
    kill_when([&] { return files_in(store / "builds", ".json") >= 1; });
    kill_when([&] { return files_in(store / "builds", ".json") >= 3; });
    kill_when([&] { return files_in(site, ".jpg") >= 1; });
    kill_when([&] { return files_in(site, ".jpg") >= 2; });
    kill_when([&] { return std::filesystem::exists(site / "index.html"); });
    kill_when([&] { return std::filesystem::exists(site / "feed.xml"); });
    EXPECT_GE(kills, 2);
    finish();
    EXPECT_EQ(watched.difference_from_peace(), "");
}

TEST_F(KilledBuilds, WhileAnEpisodeIsReplacedShowTheOldOneOrTheNew) {
    letter.build_json();
    const std::string old_feed = slurp(site / "feed.xml");
    const auto old_audio = letter.audio("2026-02-05-two"), folder = site / "episodes/2026-02-05-two";
    letter.issue("2026-02-05-two.md", "---\ntitle: The second\nnumber: 2\n---\n\nThe river runs south.\n");
    kill_when([&] { return files_in(folder, ".tmp") > 0; });
    kill_when([&] { return files_in(folder, ".mp3") > 1; });
    kill_when([&] { return slurp(site / "feed.xml") != old_feed; });
    kill_when([&] { return !std::filesystem::exists(old_audio); });
    EXPECT_GE(kills, 1);
    finish();
    EXPECT_FALSE(std::filesystem::exists(old_audio));
    EXPECT_NE(slurp(site / "feed.xml"), old_feed);
    EXPECT_GT(reader.feeds_read(), 10);
}

TEST(TwoBuildsAtOnce, AreBothRightAndMakeNoTakeTwice) {
    WatchedLetter watched;
    const Letter& letter = watched.letter();
    SiteReader reader(letter.site(), base_url);
    {
        Child one(letter.command({"build", letter.show().string(), "--jobs", "2"}));
        Child other(letter.command({"build", letter.show().string(), "--jobs", "3"}));
        const Finished first = one.wait(), second = other.wait();
        EXPECT_EQ(first.code, 0) << first.err;
        EXPECT_EQ(second.code, 0) << second.err;
    }
    for (const auto& [text, times] : watched.texts()) EXPECT_EQ(times, 1) << text;
    EXPECT_EQ(watched.difference_from_peace(), "");
    EXPECT_EQ(temporaries(letter), "");
    EXPECT_EQ(reader.finish(), "");
    EXPECT_EQ(letter.build().out.substr(0, 13), "nothing to do");
}

TEST(TwoBuildsAtOnce, GoOnWhenOneIsKilled) {
    WatchedLetter watched;
    const Letter& letter = watched.letter();
    {
        Child one(letter.command({"build", letter.show().string()}));
        Child other(letter.command({"build", letter.show().string()}));
        while (watched.requests() < 3) std::this_thread::yield();
        one.kill();
        const Finished second = other.wait();
        EXPECT_EQ(second.code, 0) << second.err;
    }
    EXPECT_EQ(watched.asked_again(), "");
    letter.build();
    EXPECT_EQ(watched.difference_from_peace(), "");
}

}  // namespace
}  // namespace aloud
