// Real podcast programs subscribe to what a build made, and download every episode byte for byte.
#include <gtest/gtest.h>

#include <thread>

#include "tests/e2e/letter.h"
#include "tests/support/loopback.h"

namespace aloud {
namespace {

using testing::Child;
using testing::FileServer;
using testing::Finished;
using testing::Letter;
using testing::slurp;
using testing::TempFolder;

constexpr const char* slugs[] = {"2026-01-05-one", "2026-02-05-two", "2026-03-05-three"};

/// A site on a server of this machine, and a home folder for the program that visits it.
class Podcatcher : public ::testing::Test {
  protected:
    void SetUp() override {
        letter.three_issues();
        letter.build_json();
        std::filesystem::copy(letter.site(), web / "letter", std::filesystem::copy_options::recursive);
    }

    testing::Run visitor(const std::vector<std::string>& arguments) const {
        testing::Run what;
        what.arguments = arguments;
        what.folder = home.path();
        what.environment = {{"HOME", home.path().string()},
                            {"XDG_CONFIG_HOME", (home / "xdg-config").string()},
                            {"XDG_DATA_HOME", (home / "data").string()},
                            {"XDG_CACHE_HOME", (home / "cache").string()},
                            {"GPODDER_HOME", (home / "gpodder").string()},
                            {"GPODDER_DOWNLOAD_DIR", (home / "downloads").string()},
                            {"LC_ALL", "C.UTF-8"},
                            {"TERM", "xterm"}};
        return what;
    }

    /// The downloaded file of an episode: the programs name it after the address.
    std::string downloaded(const std::string& slug) const {
        std::error_code error;
        for (const auto& entry : std::filesystem::recursive_directory_iterator(home / "downloads", error))
            if (entry.path().filename() == letter.audio(slug).filename()) return slurp(entry.path());
        return {};
    }

    void expect_all_downloaded() const {
        for (const char* slug : slugs) {
            const std::string bytes = downloaded(slug);
            EXPECT_FALSE(bytes.empty()) << slug;
            EXPECT_TRUE(bytes == slurp(letter.audio(slug))) << slug << " differs";
        }
    }

    TempFolder web, home;
    FileServer server{web.path()};
    Letter letter{server.url() + "/letter/"};
    std::string feed = server.url() + "/letter/feed.xml";
};

TEST_F(Podcatcher, GpodderSubscribesAndDownloads) {
    ASSERT_TRUE(testing::on_path("gpo")) << "./bootstrap test installs gpodder";
    for (const std::vector<std::string>& arguments :
         {std::vector<std::string>{"gpo", "subscribe", feed}, {"gpo", "update"}, {"gpo", "download"}}) {
        const Finished done = testing::run(visitor(arguments));
        EXPECT_EQ(done.code, 0) << done.out << done.err;
    }
    const Finished list = testing::run(visitor({"gpo", "list"}));
    EXPECT_NE((list.out + list.err).find("The Test Letter"), std::string::npos) << list.out << list.err;
    expect_all_downloaded();
}

TEST_F(Podcatcher, NewsboatSubscribesAndPodboatDownloads) {
    ASSERT_TRUE(testing::on_path("newsboat") && testing::on_path("podboat")) << "./bootstrap test installs newsboat";
    home.write(".newsboat/urls", feed + "\n");
    home.write(".newsboat/config",
               "download-path \"" + (home / "downloads").string() + "/\"\npodcast-auto-enqueue yes\nmax-downloads 3\n");
    std::filesystem::create_directory(home / "downloads");
    const Finished done = testing::run(visitor({"newsboat", "-x", "reload"}));
    ASSERT_EQ(done.code, 0) << done.out << done.err;
    // podboat is a screen that waits for keys: it is ended when the files are whole.
    testing::Run screen = visitor({"podboat", "-a"});
    screen.terminal = true;
    Child podboat(screen);
    const auto whole = [&](const char* slug) { return downloaded(slug).size() == slurp(letter.audio(slug)).size(); };
    while (podboat.runs() && !std::all_of(std::begin(slugs), std::end(slugs), whole)) std::this_thread::yield();
    podboat.kill();
    expect_all_downloaded();
}

}  // namespace
}  // namespace aloud
