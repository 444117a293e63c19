// What a service does wrong, and what a user is told about it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>

#include "speech/service_engine.h"
#include "tests/speech/service.h"
#include "tests/support/loopback.h"
#include "util/date.h"

namespace aloud {
namespace {

using namespace std::chrono_literals;
using testing::Answer;
using testing::AskedFor;
using testing::CountingClock;
using ::testing::ElementsAre;
using testing::failure_of;
using ::testing::HasSubstr;
using ::testing::Not;
using testing::openai_at;
using testing::secret;
using testing::SpeechServer;
using testing::tone;
using testing::voice_of;

const TakeRequest hello{"Hello there.", "en"};

std::string error_body(const std::string& message, const std::string& code = {}) {
    return Json{{"error",
                 {{"message", message},
                  {"type", "invalid_request_error"},
                  {"param", nullptr},
                  {"code", code.empty() ? Json() : Json(code)}}}}
        .dump();
}

Answer failed(int status, const std::string& body, const std::map<std::string, std::string>& headers = {}) {
    Answer answer{status, body, "application/json"};
    answer.headers = headers;
    return answer;
}

/// One take asked for, with these answers first.
struct Asking {
    SpeechServer server;
    CountingClock time;
    ServiceEngine engine;
    std::string failure;

    explicit Asking(std::vector<Answer> answers)
        : server(std::move(answers)), engine(voice_of(openai_at(server.url())), {}, time.clock()) {
        failure = failure_of([&] { EXPECT_FALSE(engine.speak(hello).take.samples.empty()); });
    }
    explicit Asking(const Answer& always)
        : server([always](const AskedFor&, std::size_t) { return always; }),
          engine(voice_of(openai_at(server.url())), {}, time.clock()) {
        failure = failure_of([&] { engine.speak(hello); });
    }
    std::size_t requests() const { return server.requests().size(); }
};

TEST(TooManyRequests, AreTriedAgainAfterTheSecondsThatTheServiceNames) {
    const Asking asking(std::vector{failed(429, error_body("Rate limit reached"), {{"Retry-After", "7"}})});
    EXPECT_EQ(asking.failure, "");
    EXPECT_EQ(asking.requests(), 2u);
    EXPECT_THAT(asking.time.waits, ElementsAre(7000ms));
}

TEST(TooManyRequests, AreTriedAgainAtTheDateThatTheServiceNames) {
    const Asking asking(
        std::vector{failed(429, error_body("Rate limit reached"), {{"Retry-After", "Thu, 01 Jan 2026 00:00:09 GMT"}})});
    EXPECT_EQ(asking.failure, "");
    EXPECT_THAT(asking.time.waits, ElementsAre(9000ms));
}

TEST(TooManyRequests, AreTriedAgainAfterTheMillisecondsThatTheServiceNames) {
    const Asking asking(std::vector{
        failed(429, error_body("Rate limit reached"), {{"retry-after-ms", "1500"}, {"Retry-After", "60"}})});
    EXPECT_EQ(asking.failure, "");
    EXPECT_THAT(asking.time.waits, ElementsAre(1500ms));
}

TEST(TooManyRequests, WaitLongerEachTimeWithoutAHintAndEndAfterSixTries) {
    const Asking asking(failed(429, error_body("Rate limit reached")));
    EXPECT_EQ(asking.failure, "service \"openai\": HTTP 429: Rate limit reached (given up after 6 tries)");
    EXPECT_EQ(asking.requests(), 6u);
    EXPECT_THAT(asking.time.waits, ElementsAre(250ms, 500ms, 1000ms, 2000ms, 4000ms));
}

TEST(TooManyRequests, OfASpentQuotaAreNotTriedAgain) {
    const Asking asking(failed(429, error_body("You exceeded your current quota", "insufficient_quota")));
    EXPECT_EQ(asking.failure, "service \"openai\": HTTP 429: You exceeded your current quota");
    EXPECT_EQ(asking.requests(), 1u);
    EXPECT_TRUE(asking.time.waits.empty());
}

TEST(ServerError, IsTriedAgain) {
    const Asking asking(std::vector{failed(500, "<html><h1>Oops</h1></html>"), failed(503, error_body("Overloaded"))});
    EXPECT_EQ(asking.failure, "");
    EXPECT_EQ(asking.requests(), 3u);
}

TEST(ServerError, ThatStaysIsToldInTheServicesWords) {
    EXPECT_THAT(Asking(failed(500, error_body("The engine is on fire"))).failure,
                HasSubstr("HTTP 500: The engine is on fire (given up after 6 tries)"));
    EXPECT_THAT(Asking(failed(502, "<html><body>nginx</body></html>")).failure, HasSubstr("HTTP 502: a web page"));
    EXPECT_THAT(Asking(failed(503, "busy\x1b[31m\r\n now")).failure, HasSubstr("HTTP 503: busy\\x1b[31m now"));
}

TEST(WrongKey, IsToldOnceWithoutTheKey) {
    const Asking asking(
        failed(401, error_body(std::string("Incorrect API key provided: ") + secret + ". Find yours at …")));
    EXPECT_THAT(asking.failure, HasSubstr("service \"openai\": HTTP 401: Incorrect API key provided: "));
    EXPECT_THAT(asking.failure, Not(HasSubstr(secret)));
    EXPECT_EQ(asking.requests(), 1u);
    const std::string filler(290, 'x');  // a message is cut, a key in it must not be left in half
    EXPECT_THAT(Asking(failed(401, error_body(filler + secret))).failure, Not(HasSubstr("sk-test")));
    EXPECT_THAT(Asking(failed(403, std::string("Bearer ") + secret)).failure, Not(HasSubstr("sk-test")));
    EXPECT_THAT(Asking(Answer{200, std::string("your key: ") + secret, "text/plain"}).failure,
                Not(HasSubstr("sk-test")));
}

TEST(RefusedRequest, IsNotTriedAgain) {
    for (const int status : {400, 402, 403, 404, 413, 415, 422}) {
        const Asking asking(failed(status, error_body("No.")));
        EXPECT_EQ(asking.failure, "service \"openai\": HTTP " + std::to_string(status) + ": No.");
        EXPECT_EQ(asking.requests(), 1u);
    }
}

TEST(FalseSuccess, OfAWebPageIsRefused) {
    const Asking asking(Answer{200, "<!DOCTYPE html>\n<html><title>Sign in</title></html>", "text/html"});
    EXPECT_THAT(asking.failure, HasSubstr("HTTP 200 with a web page where sound was due (is the address right?): "
                                          "<!DOCTYPE html> <html><title>Sign in"));
    EXPECT_EQ(asking.requests(), 1u);
}

TEST(FalseSuccess, OfJsonIsRefusedWhateverItsType) {
    const std::string body = R"({"audioUrl": "https://example.com/a.mp3"})";
    EXPECT_THAT(Asking(Answer{200, body, "application/json"}).failure, HasSubstr("HTTP 200 with JSON"));
    EXPECT_THAT(Asking(Answer{200, body, "audio/pcm"}).failure, HasSubstr("HTTP 200 with JSON"));
}

TEST(FalseSuccess, WithoutABodyIsRefused) {
    EXPECT_THAT(Asking(Answer{200, "", "audio/pcm"}).failure, HasSubstr("the answer is empty (HTTP 200"));
}

TEST(CutOffAnswer, IsTriedAgainAndNeverTaken) {
    for (const auto end : {Answer::End::short_of_length, Answer::End::without_last_chunk}) {
        Answer cut{200, tone("half of it"), "audio/pcm"};
        cut.end = end;
        const Asking asking(std::vector{cut});
        EXPECT_EQ(asking.failure, "");
        EXPECT_EQ(asking.requests(), 2u);
        const Asking always(cut);
        EXPECT_THAT(always.failure, HasSubstr("service \"openai\": "));
        EXPECT_THAT(always.failure, HasSubstr("(given up after 6 tries)"));
        EXPECT_EQ(always.requests(), 6u);
    }
}

TEST(CutOffAnswer, InTheMiddleOfASampleIsRefused) {
    EXPECT_THAT(Asking(Answer{200, tone("x") + "\xFF", "audio/pcm"}).failure, HasSubstr("the answer was cut off"));
}

TEST(UnreachableService, IsTriedAgainAndTold) {
    std::string address;
    {
        const SpeechServer gone;
        address = gone.url();
    }
    CountingClock time;
    ServiceEngine engine(voice_of(openai_at(address)), {}, time.clock());
    const std::string failure = failure_of([&] { engine.speak(hello); });
    EXPECT_THAT(failure, HasSubstr("service \"openai\": Failed to connect to 127.0.0.1"));
    EXPECT_EQ(time.waits.size(), 5u);
}

TEST(Redirect, IsNotFollowedSoThatNoOtherHostSeesTheKey) {
    const SpeechServer elsewhere;
    const Asking asking(failed(307, "", {{"Location", elsewhere.url() + "/v1/audio/speech"}}));
    EXPECT_TRUE(elsewhere.requests().empty());
    EXPECT_EQ(asking.requests(), 1u);
    EXPECT_THAT(asking.failure, HasSubstr("HTTP 307: it has moved to " + elsewhere.url()));
    EXPECT_THAT(asking.failure, HasSubstr("set base_url"));
}

TEST(EndlessAnswer, IsGivenUpAtItsLimitAndNotTriedAgain) {
    const Asking asking(Answer{200, std::string((std::size_t{64} << 20U) + 2, '\1'), "audio/pcm"});
    EXPECT_EQ(asking.failure, "service \"openai\": the answer is larger than 64 MiB");
    EXPECT_EQ(asking.requests(), 1u);
}

TEST(AddressThatIsNone, IsNotTriedAgain) {
    CountingClock time;
    ServiceEngine engine(voice_of(openai_at("http://[not-an-address")), {}, time.clock());
    EXPECT_THAT(failure_of([&] { engine.speak(hello); }), HasSubstr("service \"openai\": "));
    EXPECT_TRUE(time.waits.empty());
}

TEST(CtrlC, EndsAnAskingThatWaits) {
    const SpeechServer server([](const AskedFor&, std::size_t) { return failed(429, "{}"); });
    CountingClock time;
    RetryClock clock = time.clock();
    clock.wait = [](std::chrono::milliseconds) { throw Interrupted(); };
    ServiceEngine engine(voice_of(openai_at(server.url())), {}, clock);
    EXPECT_THROW(engine.speak(hello), Interrupted);
}

}  // namespace
}  // namespace aloud
