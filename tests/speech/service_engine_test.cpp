// A service asked over real HTTP, by the description that is shipped: the protocol of OpenAI.
#include "speech/service_engine.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/speech/service.h"
#include "tests/support/loopback.h"

namespace aloud {
namespace {

using testing::Answer;
using testing::AskedFor;
using testing::CountingClock;
using testing::failure_of;
using ::testing::HasSubstr;
using ::testing::Not;
using testing::openai_at;
using testing::secret;
using testing::SpeechServer;
using testing::tone;
using testing::voice_of;

const TakeRequest hello{"Hello there.", "en"};

TEST(ServiceRequest, HasThePathKeyAndFieldsOfTheProtocol) {
    const SpeechServer server;
    Voice voice = voice_of(openai_at(server.url()));
    voice.instructions = "Calm.";
    voice.speed = 1.25;
    ServiceEngine(voice).speak(hello);
    ASSERT_EQ(server.requests().size(), 1u);
    const AskedFor asked = server.requests().front();
    EXPECT_EQ(asked.method, "POST");
    EXPECT_EQ(asked.path, "/v1/audio/speech");
    EXPECT_EQ(asked.headers.at("authorization"), std::string("Bearer ") + secret);
    EXPECT_EQ(asked.headers.at("content-type"), "application/json");
    EXPECT_FALSE(asked.headers.contains("expect"));
    EXPECT_EQ(asked.json(), (Json{{"input", "Hello there."},
                                  {"instructions", "Calm."},
                                  {"model", "gpt-4o-mini-tts"},
                                  {"response_format", "pcm"},
                                  {"speed", 1.25},
                                  {"voice", "onyx"}}))
        << "in the order in which the description's reader keeps them";
}

TEST(ServiceRequest, LeavesOutWhatIsUnset) {
    const SpeechServer server;
    ServiceEngine(voice_of(openai_at(server.url()))).speak(hello);
    const Json body = server.requests().front().json();
    EXPECT_FALSE(body.contains("instructions"));
    EXPECT_FALSE(body.contains("speed"));
    EXPECT_EQ(body.size(), 4u) << body;
}

TEST(ServiceRequest, LeavesOutWhatAModelDoesNotTake) {
    const SpeechServer server;
    Voice voice = voice_of(openai_at(server.url()));
    voice.model = "tts-1";
    voice.instructions = "Calm.";
    ServiceEngine(voice).speak(hello);
    EXPECT_FALSE(server.requests().front().json().contains("instructions"));
}

TEST(ServiceRequest, SendsAnyTextWhole) {
    const SpeechServer server;
    const std::string text = "“Quoted” \\ {key} {text} 小红书 \n \x01 end";
    ServiceEngine(voice_of(openai_at(server.url()))).speak({text, "en"});
    EXPECT_EQ(server.requests().front().json().at("input"), text);
    EXPECT_THAT(server.requests().front().body, Not(HasSubstr(secret)));
}

TEST(ServiceRequest, HasNoKeyForAnAddressOfTheVoices) {
    const SpeechServer server;
    Voice voice = voice_of(openai_at("https://api.openai.com"));
    voice.base_url = server.url() + "/";
    ServiceEngine engine(voice);
    engine.speak(hello);
    const AskedFor asked = server.requests().front();
    EXPECT_EQ(asked.path, "/v1/audio/speech") << "no double slash";
    EXPECT_FALSE(asked.headers.contains("authorization"));
    EXPECT_THAT(asked.body, Not(HasSubstr(secret)));
    EXPECT_EQ(engine.price(1000000), 0) << "a server of one's own";
}

TEST(ServiceRequest, HasTheKeyThatTheVoiceNamesForItsAddress) {
    const SpeechServer server;
    ::setenv("ALOUD_OTHER_KEY", "other-key-42", 1);
    Voice voice = voice_of(openai_at("https://api.openai.com"));
    voice.base_url = server.url();
    voice.keys = {{"key", "ALOUD_OTHER_KEY"}};
    ServiceEngine(voice).speak(hello);
    EXPECT_EQ(server.requests().front().headers.at("authorization"), "Bearer other-key-42");
}

TEST(ServiceRequest, IsNotMadeWithoutItsKey) {
    const SpeechServer server;
    Service service = openai_at(server.url());
    service.keys = {{"key", "ALOUD_UNSET_KEY"}};
    ::unsetenv("ALOUD_UNSET_KEY");
    ServiceEngine engine(voice_of(service));
    EXPECT_THROW(engine.speak(hello), InputError);
    EXPECT_EQ(failure_of([&] { engine.speak(hello); }),
              "service \"openai\" needs a key: set the environment variable ALOUD_UNSET_KEY");
    EXPECT_TRUE(server.requests().empty());
}

TEST(ServiceRequest, IsNotMadeWithAKeyOfTwoLines) {
    const SpeechServer server;
    Service service = openai_at(server.url());
    ::setenv("ALOUD_BROKEN_KEY", "abcdefgh\r\nX-Injected: yes", 1);
    service.keys = {{"key", "ALOUD_BROKEN_KEY"}};
    ServiceEngine engine(voice_of(service));
    const std::string message = failure_of([&] { engine.speak(hello); });
    EXPECT_THAT(message, HasSubstr("control character"));
    EXPECT_THAT(message, Not(HasSubstr("abcdefgh")));
    EXPECT_TRUE(server.requests().empty());
}

TEST(ServiceAnswer, IsATakeOfTheSamplesThatCame) {
    const SpeechServer server;
    ServiceEngine engine(voice_of(openai_at(server.url())));
    const Spoken spoken = engine.speak(hello);
    EXPECT_EQ(spoken.take.rate, 24000);
    EXPECT_EQ(spoken.take.samples.size() * 2, tone(hello.text).size());
    EXPECT_EQ(spoken.billed_characters, 12u);
    EXPECT_DOUBLE_EQ(spoken.cost_usd, 12 * 30.0 / 1e6);
    EXPECT_TRUE(engine.paid());
}

TEST(ServiceAnswer, InChunksIsWhole) {
    const SpeechServer server([](const AskedFor&, std::size_t) {
        Answer answer{200, tone("x")};
        answer.end = Answer::End::chunks;
        return answer;
    });
    EXPECT_EQ(ServiceEngine(voice_of(openai_at(server.url()))).speak(hello).take.samples.size() * 2, tone("x").size());
}

TEST(ServiceLimits, ComeFromTheDescriptionAndTheModel) {
    const Service service = openai_at("https://api.openai.com");
    Voice voice = voice_of(service);
    EXPECT_EQ(ServiceEngine(voice).text_limit(), 2000u);
    voice.model = "tts-1";
    EXPECT_EQ(ServiceEngine(voice).text_limit(), 4096u);
    EXPECT_EQ(ServiceEngine(voice).concurrency(), 4);
    EXPECT_FALSE(ServiceEngine(voice).by_sentence());
}

TEST(ServiceLimits, OfRequestsPerMinuteAreKept) {
    const SpeechServer server;
    Service service = openai_at(server.url());
    service.requests_per_minute = 3;
    CountingClock time;
    ServiceEngine engine(voice_of(service), {}, time.clock());
    for (int i = 0; i < 3; ++i) engine.speak(hello);
    EXPECT_TRUE(time.waits.empty());
    engine.speak(hello);
    ASSERT_EQ(time.waits.size(), 1u);
    EXPECT_GE(time.waits.front(), std::chrono::seconds(60));
    engine.speak(hello);
    engine.speak(hello);
    EXPECT_EQ(time.waits.size(), 1u) << "a new minute has begun";
    engine.speak(hello);
    EXPECT_EQ(time.waits.size(), 2u);
}

TEST(ServiceLimits, OfRequestsPerMinuteAreSharedByVoicesAndCountFailures) {
    const SpeechServer server(std::vector<Answer>{{429, "{}", "application/json"}});
    Service service = openai_at(server.url());
    service.requests_per_minute = 2;
    CountingClock time;
    ServiceEngine one(voice_of(service), {}, time.clock()), other(voice_of(service), {}, time.clock());
    one.speak(hello);  // two requests
    ASSERT_EQ(time.waits.size(), 1u) << "after the 429";
    other.speak(hello);
    ASSERT_EQ(time.waits.size(), 2u);
    EXPECT_GE(time.waits.back(), std::chrono::seconds(60));
}

TEST(ServiceKey, SaysWhatDecidesTheSoundAndNoSecret) {
    const Service service = openai_at("https://api.openai.com");
    const auto fields_of = [](const Voice& voice) {
        KeyBuilder key("take", 1);
        ServiceEngine(voice).describe(key);
        return key.fields();
    };
    Voice voice = voice_of(service);
    const auto before = fields_of(voice);
    for (const auto& [tag, value] : before) EXPECT_THAT(value, Not(HasSubstr(secret)));
    voice.instructions = "Calm.";
    EXPECT_NE(fields_of(voice), before);
    voice = voice_of(service);
    voice.voice = "alloy";
    EXPECT_NE(fields_of(voice), before);
    voice = voice_of(service);
    voice.speed = 1.5;
    EXPECT_NE(fields_of(voice), before);
    voice = voice_of(service);
    voice.base_url = "http://127.0.0.1:1";
    EXPECT_NE(fields_of(voice), before);
}

}  // namespace
}  // namespace aloud
