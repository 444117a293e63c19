// A show spoken by a service over HTTP, from the command line to the feed.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "tests/e2e/letter.h"
#include "tests/support/loopback.h"

namespace aloud {
namespace {

using testing::Answer;
using testing::AskedFor;
using testing::Finished;
using ::testing::HasSubstr;
using testing::Letter;
using ::testing::Not;
using testing::slurp;
using testing::SpeechServer;
using testing::takes_made;

constexpr const char* secret = "sk-test-0123456789abcdef";

TEST(ServiceVoice, SpeaksAShowAndIsAskedForNothingTwice) {
    const SpeechServer server;
    Letter letter;
    letter.three_issues();
    letter.speak_by(server.url());
    const Json built = letter.build_json();
    const std::size_t asked = server.requests().size();
    EXPECT_EQ(takes_made(built), static_cast<int>(asked));
    EXPECT_GT(built.at("cost_usd").get<double>(), 0);
    std::set<std::string> texts;
    for (const AskedFor& request : server.requests()) {
        EXPECT_EQ(request.path, "/v1/audio/speech");
        EXPECT_EQ(request.headers.at("authorization"), std::string("Bearer ") + secret);
        EXPECT_TRUE(texts.insert(request.json().at("input")).second) << request.body;
    }
    EXPECT_TRUE(texts.contains("The river runs east. The road runs west.")) << "a line is asked for whole";

    EXPECT_THAT(letter.build().out, HasSubstr("nothing to do"));
    const auto before = letter.site_files();
    std::filesystem::remove_all(letter.site());
    std::filesystem::remove_all(letter.root() / ".aloud/builds");
    EXPECT_EQ(takes_made(letter.build_json()), 0);
    EXPECT_EQ(testing::difference(letter.site_files(), before), "");
    EXPECT_EQ(server.requests().size(), asked) << "what was paid for is kept";
}

TEST(ServiceVoice, IsNotAskedInADryRunWhichTellsTheCost) {
    const SpeechServer server;
    Letter letter;
    letter.three_issues();
    letter.speak_by(server.url());
    letter.environment.clear();
    const Json dry = letter.build_json({"--dry-run"});
    EXPECT_GT(dry.at("episodes").at(0).at("characters").at("billed").get<int>(), 0);
    EXPECT_GT(dry.at("cost_usd").get<double>(), 0);
    EXPECT_TRUE(server.requests().empty());
}

TEST(ServiceVoice, KeepsItsKeyInTheEnvironment) {
    const SpeechServer server;
    Letter letter;
    letter.three_issues();
    letter.speak_by(server.url());
    const Finished built = letter.build({"--verbose", "--explain"});
    ASSERT_EQ(built.code, 0) << built.err;
    EXPECT_THAT(built.out + built.err, Not(HasSubstr(secret)));
    for (const auto& entry : std::filesystem::recursive_directory_iterator(letter.root())) {
        if (!entry.is_regular_file()) continue;
        EXPECT_EQ(slurp(entry.path()).find(secret), std::string::npos) << entry.path();
    }
}

TEST(ServiceVoice, WithoutItsKeySaysWhichVariableToSet) {
    const SpeechServer server;
    Letter letter;
    letter.three_issues();
    letter.speak_by(server.url());
    letter.environment["ALOUD_TEST_KEY"] = "";
    const Finished built = letter.build();
    EXPECT_NE(built.code, 0);
    EXPECT_THAT(built.err, HasSubstr("voice \"loop\": service \"openai\" needs a key: set the environment variable "
                                     "ALOUD_TEST_KEY"));
    EXPECT_TRUE(server.requests().empty());
}

TEST(ServiceVoice, ThatRefusesTheKeyFailsWithPlaceVoiceAndReason) {
    const SpeechServer server([](const AskedFor& request, std::size_t) {
        return Answer{
            401, Json{{"error", {{"message", "Incorrect API key: " + request.headers.at("authorization")}}}}.dump(),
            "application/json"};
    });
    Letter letter;
    letter.issue("2026-02-05-two.md", "---\ntitle: The second\n---\n\nThe river runs east.\n");
    letter.speak_by(server.url());
    const Finished built = letter.build({"--verbose"});
    EXPECT_EQ(built.code, 1);
    EXPECT_THAT(built.err, HasSubstr("2026-02-05-two.md"));
    EXPECT_THAT(built.err, HasSubstr("voice \"loop\": service \"openai\": HTTP 401: Incorrect API key: Bearer (key)"));
    EXPECT_THAT(built.out + built.err, Not(HasSubstr(secret)));
    EXPECT_LE(server.requests().size(), 4u) << "no more than were under way at once";
    EXPECT_FALSE(std::filesystem::exists(letter.site() / "episodes/2026-02-05-two"));
}

TEST(ServiceVoice, LosesOnlyWhatFailedAndTheNextBuildAsksForThatAlone) {
    std::atomic<bool> broken = true;
    const SpeechServer server([&](const AskedFor& request, std::size_t) {
        const std::string text = request.json().at("input");
        if (broken && text.find("river") != std::string::npos)
            return Answer{200, "<!DOCTYPE html><title>Sign in</title>", "text/html"};
        return Answer{200, testing::tone(text)};
    });
    Letter letter;
    letter.three_issues();
    letter.speak_by(server.url());
    const Finished first = letter.build();
    EXPECT_EQ(first.code, 1);
    EXPECT_THAT(first.err, HasSubstr("HTTP 200 with a web page where sound was due"));
    EXPECT_TRUE(std::filesystem::exists(letter.site() / "feed.xml")) << "the feed holds what is whole";
    EXPECT_THAT(slurp(letter.site() / "feed.xml"), Not(HasSubstr("2026-02-05-two")));
    broken = false;
    letter.build_json();
    std::map<std::string, int> times;
    for (const AskedFor& request : server.requests()) ++times[request.json().at("input")];
    for (const auto& [text, count] : times) EXPECT_EQ(count, text.find("river") != std::string::npos ? 2 : 1) << text;
    EXPECT_THAT(slurp(letter.site() / "feed.xml"), HasSubstr("2026-02-05-two"));
}

}  // namespace
}  // namespace aloud
