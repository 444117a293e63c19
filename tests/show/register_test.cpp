#include "show/register.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/temp_folder.h"
#include "util/text.h"

namespace aloud::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

Published entry(const std::string& slug) {
    Published one;
    one.slug = slug;
    one.source = "issues/" + slug + ".md";
    one.guid = "guid of " + slug;
    one.first_published = "2026-04-01T12:00:00Z";
    one.issue_hash = std::string(64, 'a');
    one.audio_url = "https://example.com/" + slug + ".mp3";
    one.record = {{"title", "The “first”"}, {"z", 1}, {"a", Json::array({1, 2})}};
    return one;
}

Register two_entries() {
    Register published;
    published.show_guid = "917393e3-1b1e-5cef-ace4-edaa54e1f810";
    published.episodes = {entry("one"), entry("two")};
    return published;
}

std::vector<std::string> errors_of(const std::string& text) {
    const TempFolder folder;
    folder.write("published.json", text);
    Complaints complaints;
    read_register(folder.path(), complaints);
    std::vector<std::string> errors = complaints.errors();
    for (std::string& error : errors) error = replace_all(error, folder.path().string() + "/", "");
    return errors;
}

std::vector<std::string> errors_when(const std::string& from, const std::string& to) {
    const std::string sound = register_json(two_entries());
    EXPECT_NE(sound.find(from), std::string::npos) << from;
    return errors_of(std::string(sound).replace(sound.find(from), from.size(), to));
}

TEST(Register, IsEmptyWithoutAFile) {
    const TempFolder folder;
    Complaints complaints;
    const Register published = read_register(folder.path(), complaints);
    EXPECT_THAT(published.episodes, IsEmpty());
    EXPECT_EQ(published.show_guid, std::nullopt);
    EXPECT_EQ(published.file, folder / "published.json");
    EXPECT_THAT(complaints.errors(), IsEmpty());
}

TEST(Register, ReadsWhatItWrote) {
    const TempFolder folder;
    const std::string text = register_json(two_entries());
    folder.write("published.json", text);
    Complaints complaints;
    const Register read = read_register(folder.path(), complaints);
    EXPECT_THAT(complaints.errors(), IsEmpty());
    EXPECT_EQ(read.show_guid, "917393e3-1b1e-5cef-ace4-edaa54e1f810");
    ASSERT_EQ(read.episodes.size(), 2u);
    const Published expected = entry("two");
    const Published* two = read.find("two");
    ASSERT_NE(two, nullptr);
    EXPECT_EQ(two->source, expected.source);
    EXPECT_EQ(two->guid, expected.guid);
    EXPECT_EQ(two->first_published, expected.first_published);
    EXPECT_EQ(two->issue_hash, expected.issue_hash);
    EXPECT_EQ(two->audio_url, expected.audio_url);
    EXPECT_EQ(two->record.dump(), expected.record.dump()) << "the order of its members too";
    EXPECT_EQ(read.find_source("issues/two.md"), two);
    EXPECT_EQ(read.find("three"), nullptr);
    EXPECT_EQ(read.find_source("issues/three.md"), nullptr);
    EXPECT_EQ(register_json(read), text) << "the same bytes again";
}

TEST(Register, MayBeWithoutAGuidOfTheShow) {
    Register published;
    EXPECT_EQ(register_json(published), "{\n  \"version\": 1,\n  \"show_guid\": null,\n  \"episodes\": []\n}\n");
    EXPECT_THAT(errors_of(register_json(published)), IsEmpty());
}

TEST(Register, SaysWhereItIsNoJson) {
    EXPECT_THAT(errors_of("{\n  \"é\": 1,\n  oops\n}\n"),
                ElementsAre(HasSubstr("published.json:3:3: this is no JSON")));
    EXPECT_THAT(errors_of("{\"é\" oops}"), ElementsAre(HasSubstr("published.json:1:6: ")));
    EXPECT_THAT(errors_of(""), ElementsAre(HasSubstr("published.json:1:1: ")));
    EXPECT_THAT(errors_of("\n"), ElementsAre(HasSubstr("published.json:2:1: ")));
    EXPECT_THAT(errors_of("{\n<<<<<<< HEAD\n"), ElementsAre(HasSubstr("published.json:2:1: "))) << "a merge gone wrong";
}

TEST(Register, RefusesWhatIsMissingUnknownOrOfAnotherType) {
    EXPECT_THAT(errors_when("\"guid\": \"guid of two\",", ""),
                ElementsAre("published.json: episode 2 of the list: \"guid\" is missing"));
    EXPECT_THAT(errors_when("\"guid\": \"guid of two\"", "\"guid\": 3"),
                ElementsAre(HasSubstr("\"guid\" must be a string")));
    EXPECT_THAT(errors_when("\"guid of one\"", "\"\""), ElementsAre(HasSubstr("\"guid\" is empty")));
    EXPECT_THAT(errors_when("\"slug\": \"one\",", "\"slug\": \"one\", \"more\": 1,"),
                ElementsAre(HasSubstr("episode 1 of the list: unknown member \"more\"")));
    EXPECT_THAT(errors_when("\"show_guid\"", "\"guid\""), ElementsAre("published.json: \"show_guid\" is missing"));
    EXPECT_THAT(errors_when("\"version\": 1", "\"version\": 2"),
                ElementsAre("published.json: \"version\" is 2; this version of Aloud reads 1"));
    EXPECT_THAT(errors_when("\"version\": 1", "\"version\": 1, \"x\": 1"),
                ElementsAre(HasSubstr("unknown member \"x\"")));
    EXPECT_THAT(errors_when("\"record\": {", "\"record\": 1, \"rest\": {").size(), 1u);
    EXPECT_THAT(errors_of("[]"), ElementsAre(HasSubstr("an object")));
    EXPECT_THAT(errors_of(R"({"version": 1, "show_guid": null, "episodes": {}})"),
                ElementsAre(HasSubstr("must be a list")));
    EXPECT_THAT(errors_of(R"({"version": 1, "show_guid": null, "episodes": [1, 2]})").size(), 2u);
}

TEST(Register, RefusesValuesThatCouldLeadElsewhere) {
    for (const char* slug : {"../one", "a/b", "-one", "One", ".", "a\\u001bb"})
        EXPECT_THAT(errors_when("\"slug\": \"one\"", "\"slug\": \"" + std::string(slug) + '"'),
                    ElementsAre(HasSubstr("\"slug\" must be made of a-z")))
            << slug;
    for (const char* source : {"/etc/passwd", "../one.md", "a/../../one.md"})
        EXPECT_THAT(errors_when("issues/one.md", source), ElementsAre(HasSubstr("inside the show's folder"))) << source;
    EXPECT_THAT(errors_when("https://example.com/one.mp3", "javascript:alert(1)"),
                ElementsAre(HasSubstr("web address")));
    EXPECT_THAT(errors_when("2026-04-01T12:00:00Z", "yesterday"),
                ElementsAre(HasSubstr("\"first_published\" must be a date")));
    EXPECT_THAT(errors_when(std::string(64, 'a'), "abc"), ElementsAre(HasSubstr("SHA-256")));
}

TEST(Register, RefusesDoubles) {
    EXPECT_THAT(errors_when("\"slug\": \"two\"", "\"slug\": \"one\""),
                ElementsAre("published.json: episode 2 of the list: the slug \"one\" stands in an earlier one too"));
    EXPECT_THAT(
        errors_when("guid of two", "guid of one"),
        ElementsAre("published.json: episode 2 of the list: the guid \"guid of one\" stands in an earlier one too"));
}

TEST(Register, SurvivesDeepJson) {
    EXPECT_THAT(errors_of(std::string(200000, '[')), ElementsAre(HasSubstr("deep")));
    const std::string deep = std::string(10000, '[') + std::string(10000, ']');
    EXPECT_THAT(errors_when("\"z\": 1", "\"z\": " + deep), ElementsAre(HasSubstr("deep")));
}

TEST(Register, ReportsANumberThatNothingHolds) {
    EXPECT_THAT(errors_when("\"z\": 1", "\"z\": 1e999"), ElementsAre(HasSubstr("a number that is too large")));
}

TEST(Register, ReportsAFileThatCannotBeRead) {
    const TempFolder folder;
    std::filesystem::create_directory(folder / "published.json");
    Complaints complaints;
    read_register(folder.path(), complaints);
    EXPECT_THAT(complaints.errors(), ElementsAre(HasSubstr("published.json")));
}

}  // namespace
}  // namespace aloud::testing
