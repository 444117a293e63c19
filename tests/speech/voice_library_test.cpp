#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "speech/voice.h"
#include "tests/support/temp_folder.h"
#include "util/text.h"

namespace aloud {
namespace {

using ::testing::HasSubstr;
using testing::TempFolder;

/// The complaints about voices/mine.toml with this text, one a line.
std::string complaints_about(const std::string& text) {
    const TempFolder folder;
    folder.write("voices/mine.toml", text);
    Complaints complaints;
    VoiceLibrary(folder.path()).find("mine", {"show.toml", 3, 9}, complaints);
    return replace_all(join(complaints.errors(), "\n"), folder.path().string() + "/", "");
}

TEST(Voices, OfTheProjectComeBeforeThoseThatAreShipped) {
    const TempFolder folder;
    folder.write("voices/host.toml", "engine = \"espeak\"\nvoice = \"en-gb\"\n");
    folder.write("voices/mine.toml", "service = \"openai\"\nvoice = \"alloy\"\nspeed = 2\n");
    const VoiceLibrary library(folder.path());
    Complaints complaints;
    EXPECT_EQ(library.find("host", {}, complaints)->voice, "en-gb");
    const auto mine = library.find("mine", {}, complaints);
    ASSERT_TRUE(mine);
    EXPECT_EQ(mine->service->id, "openai");
    EXPECT_EQ(mine->speed, 2.0);
    EXPECT_THAT(library.names(), ::testing::IsSupersetOf({"host", "mei", "mine"}));
    EXPECT_TRUE(complaints.errors().empty());
}

TEST(Voices, ThatAreMissingAreToldWhereTheyAreNamed) {
    const TempFolder folder;
    Complaints complaints;
    const VoiceLibrary library(folder.path());
    EXPECT_FALSE(library.find("hst", {"show.toml", 3, 9}, complaints));
    EXPECT_FALSE(library.find("../../etc/passwd", {"show.toml", 4, 9}, complaints));
    ASSERT_EQ(complaints.errors().size(), 2u);
    EXPECT_EQ(complaints.errors().front(), "show.toml:3:9: voice \"hst\" is not in voices/; did you mean \"host\"?");
}

TEST(Voices, MistakesHaveTheirPlace) {
    EXPECT_THAT(complaints_about("engin = \"espeak\"\nvoice = \"en\"\n"),
                HasSubstr("voices/mine.toml:1:1: unknown key \"engin\"; did you mean \"engine\"?"));
    EXPECT_THAT(complaints_about("engine = \"espeak\"\n"), HasSubstr("\"voice\" is missing"));
    EXPECT_THAT(complaints_about("engine = \"espeak\"\nvoice = \"en\"\nspeed = 9\n"),
                HasSubstr("voices/mine.toml:3:1: \"speed\" must lie between 0.25 and 4"));
    EXPECT_THAT(complaints_about("service = \"opneai\"\nvoice = \"x\"\n"),
                HasSubstr("voices/mine.toml:1:1: service \"opneai\" is not in voices/services; did you mean"));
    EXPECT_THAT(complaints_about("service = \"openai\"\nvoice = \"x\"\nbase_url = \"localhost:8880\"\n"),
                HasSubstr("voices/mine.toml:3:1: \"base_url\" must begin with https:// or http://"));
}

TEST(Voices, SendNoKeyInTheOpenAndNoneThatTheServiceDoesNotTake) {
    const std::string voice = "service = \"openai\"\nvoice = \"x\"\nkeys = { key = \"K\" }\nbase_url = ";
    EXPECT_THAT(complaints_about(voice + "\"http://example.com\"\n"), HasSubstr("a key is sent over https only"));
    EXPECT_EQ(complaints_about(voice + "\"http://127.0.0.1:8880\"\n"), "");
    EXPECT_THAT(complaints_about("service = \"openai\"\nvoice = \"x\"\nkeys = { token = \"K\" }\n"),
                HasSubstr("voices/mine.toml:3:1: the service \"openai\" takes no key called \"token\""));
}

}  // namespace
}  // namespace aloud
