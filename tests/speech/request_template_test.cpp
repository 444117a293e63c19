#include "speech/request_template.h"

#include <gtest/gtest.h>

namespace aloud {
namespace {

const Values values = {{"text", "Hi {voice}"}, {"voice", "onyx"}, {"speed", 1.5}, {"on", true}};

TEST(Template, KeepsTheTypeOfAValueThatIsOnlyAPlaceholder) {
    EXPECT_EQ(fill_body(Json{{"a", "{speed}"}, {"b", "{on}"}, {"c", "x {speed}"}, {"d", 7}}, values),
              (Json{{"a", 1.5}, {"b", true}, {"c", "x 1.5"}, {"d", 7}}));
}

TEST(Template, LeavesOutFieldsThatAreUnset) {
    EXPECT_EQ(fill_body(Json{{"a", "{nothing}"}, {"b", {{"c", "{nothing}"}}}, {"d", "x{nothing}y"}}, values),
              (Json{{"b", Json::object()}, {"d", "xy"}}));
}

TEST(Template, DoesNotFillWhatAValueBrings) {
    EXPECT_EQ(fill_body(Json{{"input", "{text}"}}, values), (Json{{"input", "Hi {voice}"}}));
    EXPECT_EQ(fill_text("<{text}>", values), "<Hi {voice}>");
}

TEST(Template, FillsListsAndPaths) {
    EXPECT_EQ(fill_body(Json{"{voice}", Json{{"x", "{voice}"}}}, values), (Json{"onyx", Json{{"x", "onyx"}}}));
    EXPECT_EQ(fill_text("/v1/{voice}/speech", values), "/v1/onyx/speech");
    EXPECT_EQ(fill_text("an { open brace", values), "an { open brace");
}

TEST(Template, KnowsItsPlaceholders) {
    Service service;
    service.path = "/v1/{voice}";
    service.headers = {{"Authorization", "Bearer {key}"}};
    service.body = Json{{"input", "{text}"}, {"more", {"{speed}", 1}}};
    EXPECT_EQ(placeholders(service), (std::set<std::string>{"key", "speed", "text", "voice"}));
}

}  // namespace
}  // namespace aloud
