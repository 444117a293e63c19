#include "speech/service_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/temp_folder.h"
#include "util/text.h"

namespace aloud {
namespace {

using ::testing::HasSubstr;
using testing::TempFolder;

constexpr const char* minimal = R"(name = "Small"
base_url = "https://example.com"
[request]
path = "/speak"
json = { text = "{text}" }
)";

/// The complaints about a description, one a line.
std::string complaints_about(const std::string& text) {
    const TempFolder folder;
    Complaints complaints;
    const auto service = read_service(folder.write("small.toml", text), complaints);
    EXPECT_EQ(service.has_value(), complaints.errors().empty());
    return replace_all(join(complaints.errors(), "\n"), folder.path().string() + "/", "");
}

TEST(ServiceFile, NeedsLittle) {
    EXPECT_EQ(complaints_about(minimal), "");
}

TEST(ServiceFile, ThatIsShippedIsReadWhole) {
    Complaints complaints;
    const auto service =
        read_service(std::filesystem::path(ALOUD_REPOSITORY) / "voices/services/openai.toml", complaints);
    ASSERT_TRUE(service);
    EXPECT_EQ(service->id, "openai");
    EXPECT_EQ(service->base_url, "https://api.openai.com");
    EXPECT_EQ(service->keys.at("key"), "OPENAI_API_KEY");
    EXPECT_EQ(service->text_limit, 4096u);
    EXPECT_EQ(service->models.at("gpt-4o-mini-tts").text, 2000u);
    EXPECT_EQ(service->models.at("tts-1").without, std::vector<std::string>{"instructions"});
    EXPECT_EQ(service->requests_per_minute, 500);
    EXPECT_EQ(service->permanent, std::vector<std::string>{"insufficient_quota"});
}

TEST(ServiceFile, MistakesAreReportedTogetherWithTheirPlaces) {
    const std::string all = complaints_about(R"(name = 7
base_url = "example.com"
adaptor = "body"
[limits]
text = -1
[request]
path = "/speak"
json = { text = "{txet}" }
)");
    EXPECT_THAT(all, HasSubstr("small.toml:1:1: "));
    EXPECT_THAT(all, HasSubstr("small.toml:2:1: \"base_url\" must begin with https:// or http://"));
    EXPECT_THAT(all, HasSubstr("small.toml:3:1: unknown key \"adaptor\""));
    EXPECT_THAT(all, HasSubstr("did you mean \"adapter\"?"));
    EXPECT_THAT(all, HasSubstr("small.toml:5:1: "));
    EXPECT_THAT(all, HasSubstr("unknown placeholder {txet}"));
}

TEST(ServiceFile, SendsNoKeyInTheOpen) {
    EXPECT_THAT(complaints_about("keys = { key = \"K\" }\n" +
                                 replace_all(minimal, "https://example.com", "http://example.com")),
                HasSubstr("a key is sent over https only"));
    EXPECT_EQ(complaints_about("keys = { key = \"K\" }\n" +
                               replace_all(minimal, "https://example.com", "http://127.0.0.1:8880")),
              "");
}

TEST(Address, IsSafeForKeysOverHttpsAndOnThisMachine) {
    for (const char* safe : {"https://example.com", "http://localhost", "http://localhost:80/v1", "http://127.0.0.1",
                             "http://127.0.0.1:8880/", "http://[::1]:5000/v1"})
        EXPECT_TRUE(is_safe_for_keys(safe)) << safe;
    for (const char* unsafe :
         {"http://example.com", "http://127.0.0.1.example.com", "http://localhost.example.com",
          "http://localhost@example.com", "http://127.0.0.1:80@example.com/", "http://127.example.com",
          "http://[::1]@example.com", "http://[::1].example.com", "ftp://localhost", "localhost", ""})
        EXPECT_FALSE(is_safe_for_keys(unsafe)) << unsafe;
}

}  // namespace
}  // namespace aloud
