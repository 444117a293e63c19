// The neural voice as users have it: installed, in part or not at all.
#include <gtest/gtest.h>

#include "show/register.h"
#include "tests/e2e/letter.h"
#include "tests/support/neural.h"

namespace aloud {
namespace {

using testing::Finished;
using testing::Letter;
using testing::run;
using testing::slurp;
using testing::TempFolder;

const std::filesystem::path build_folder = std::filesystem::path(ALOUD_PROGRAM).parent_path();

/// `cmake --install` into a folder of the test's own.
class Installed {
  public:
    Installed() {
        const Finished done =
            run({.arguments = {"cmake", "--install", build_folder.string(), "--prefix", folder_.path().string()}});
        EXPECT_EQ(done.code, 0) << done.err;
        for (const auto& entry : std::filesystem::recursive_directory_iterator(folder_.path()))
            if (entry.path().filename() == "libaloud_neural.so") libraries_ = entry.path().parent_path();
    }
    std::filesystem::path libraries() const { return libraries_; }
    std::filesystem::path wav() const { return folder_ / "out.wav"; }
    Finished say(const std::string& voice) const {
        return run(
            {.arguments = {(folder_ / "bin/aloud").string(), "say", voice, "Good morning.", "-o", wav().string()},
             .folder = folder_.path()});
    }

  private:
    TempFolder folder_;
    std::filesystem::path libraries_;
};

/// The default voice's model is described, and nowhere to be found.
void take_the_model_away(const Letter& letter) {
    std::filesystem::create_directories(letter.root() / "voices/models");
    std::ofstream(letter.root() / "voices/heart.toml") << "engine = \"neural\"\nmodel = \"gone\"\n";
    std::ofstream(letter.root() / "voices/models/gone.toml")
        << "kind = \"hibari\"\nlanguage = \"en\"\nrate = 24000\nlicence = \"CC0\"\npackage = \"none\"\ncommand = "
           "\"./bootstrap build\"\n[files]\n"
        << "\"hibari.onnx\" = \"" << std::string(64, 'a') << "\"\n\"vocab.json\" = \"" << std::string(64, 'b')
        << "\"\n";
}

TEST(Neural, InstalledProgramSpeaksWithWhatLiesBesideIt) {
    SKIP_WITHOUT_HEART();
    const Installed installed;
    const Finished said = installed.say("heart");
    EXPECT_EQ(said.code, 0) << said.err;
    EXPECT_NE(said.out.find("24000 Hz"), std::string::npos) << said.out;
    EXPECT_GT(std::filesystem::file_size(installed.wav()), 30000u);
}

TEST(Neural, SaysWhichPartIsMissing) {
    SKIP_WITHOUT_HEART();
    const Installed installed;
    for (const auto& entry : std::filesystem::directory_iterator(installed.libraries()))
        if (entry.path().string().find("cpu_plugin") != std::string::npos) std::filesystem::remove(entry.path());
    const Finished without_plugin = installed.say("heart");
    EXPECT_EQ(without_plugin.code, 1);
    EXPECT_NE(without_plugin.err.find("is its CPU plugin beside it?"), std::string::npos) << without_plugin.err;

    std::ofstream(installed.libraries() / "libaloud_neural.so") << "no library";
    const Finished damaged = installed.say("heart");
    EXPECT_EQ(damaged.code, 1);
    EXPECT_NE(damaged.err.find("cannot load the neural module"), std::string::npos) << damaged.err;

    std::filesystem::remove(installed.libraries() / "libaloud_neural.so");
    const Finished absent = installed.say("heart");
    EXPECT_EQ(absent.code, 2);
    EXPECT_NE(absent.err.find("./bootstrap build"), std::string::npos) << absent.err;
    EXPECT_EQ(installed.say("robin").code, 0) << "all else works";
}

TEST(Neural, GivesTheSameEpisodesWithAnyNumberOfJobs) {
    SKIP_WITHOUT_HEART();
    const Letter one, other;
    for (const Letter* letter : {&one, &other}) {
        std::filesystem::remove(letter->root() / "voices/heart.toml");
        letter->three_issues();
    }
    one.build_json({"--jobs", "1"});
    other.build_json({"--jobs", "8"});
    EXPECT_EQ(one.site_files(), other.site_files());
    EXPECT_NE(slurp(one.site() / "episodes/2026-01-05-one/episode.json").find("\"heart\""), std::string::npos);
}

TEST(Neural, LoadsNothingForACommandThatSpeaksNothing) {
    SKIP_WITHOUT_HEART();
    const Letter letter;
    std::filesystem::remove(letter.root() / "voices/heart.toml");
    letter.three_issues();
    const auto libraries = [&](std::vector<std::string> arguments) {
        arguments.insert(arguments.begin(), ALOUD_PROGRAM);
        return run({.arguments = arguments, .folder = letter.root(), .environment = {{"LD_DEBUG", "files"}}}).err;
    };
    const std::string show = letter.show().string();
    EXPECT_NE(libraries({"build", show, "2026-01-05-one"}).find("libopenvino"), std::string::npos);
    EXPECT_NE(libraries({"build", show}).find("libopenvino"), std::string::npos);
    for (const std::vector<std::string>& silent :
         {std::vector<std::string>{"build", show}, {"--version"}, {"voices"}, {"script", show, "2026-01-05-one"}})
        EXPECT_EQ(libraries(silent).find("openvino"), std::string::npos) << silent.front();
}

TEST(Neural, LeavesTheWordToEspeakWithAWarningWhereItIsMissing) {
    const Letter letter;
    letter.three_issues();
    take_the_model_away(letter);
    const Finished built = letter.build();
    EXPECT_EQ(built.code, 0) << built.err;
    EXPECT_NE(built.err.find("the default voice \"heart\" cannot speak"), std::string::npos) << built.err;
    EXPECT_NE(built.err.find("./bootstrap build"), std::string::npos) << built.err;
    EXPECT_NE(slurp(letter.site() / "episodes/2026-01-05-one/episode.json").find("\"robin\""), std::string::npos);
    // A show that names the voice gets no other in its place.
    letter.file("show.toml", slurp(letter.show() / "show.toml") + "[narration]\nvoice = \"heart\"\n");
    const Finished named = letter.build();
    EXPECT_EQ(named.code, 2);
    EXPECT_NE(named.err.find("./bootstrap build"), std::string::npos) << named.err;
}

TEST(Neural, IsMissedByAPublishedEpisodeRatherThanReplaced) {
    const Letter letter;
    letter.three_issues();
    letter.build_json();
    Register published;
    Published entry;
    entry.source = "issues/2026-02-05-two.md";
    entry.slug = "2026-02-05-two";
    entry.guid = "a-guid";
    entry.first_published = "2026-04-01T12:00:00Z";
    entry.record = Json::parse(slurp(letter.site() / "episodes/2026-02-05-two/episode.json"));
    entry.issue_hash = entry.record.at("issue_hash").get<std::string>();
    entry.audio_url = "https://cdn.example.com/two.mp3";
    published.episodes.push_back(entry);
    letter.file("published.json", register_json(published));
    take_the_model_away(letter);
    letter.issue("2026-02-05-two.md", "---\ntitle: The second\nnumber: 2\n---\n\nIt was corrected.\n");
    const auto audio = letter.audio("2026-02-05-two");
    const Finished built = letter.build();
    EXPECT_EQ(built.code, 1);
    EXPECT_NE(built.err.find("2026-02-05-two: it is published"), std::string::npos) << built.err;
    EXPECT_TRUE(std::filesystem::exists(audio));
    EXPECT_NE(slurp(letter.site() / "feed.xml").find("https://cdn.example.com/two.mp3"), std::string::npos)
        << "the feed keeps it as it is";
}

}  // namespace
}  // namespace aloud
