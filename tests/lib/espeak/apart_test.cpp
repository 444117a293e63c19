#include "lib/espeak/apart.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <csignal>

#include "util/error.h"

namespace aloud {
namespace {

using ::testing::HasSubstr;

std::string problem_of(const std::function<void(const SendBytes&)>& work) {
    try {
        run_apart(work);
    } catch (const Error& error) {
        return error.what();
    }
    return {};
}

TEST(RunApart, GivesBackAllThatWasSent) {
    const std::string million(1000000, 'x');
    EXPECT_EQ(run_apart([&](const SendBytes& send) {
                  send("a");
                  send(million);
              }),
              "a" + million);
}

TEST(RunApart, LeavesThisProcessAsItWas) {
    int value = 1;
    run_apart([&](const SendBytes&) { value = 2; });
    EXPECT_EQ(value, 1);
}

TEST(RunApart, ThrowsWhatTheWorkThrew) {
    EXPECT_EQ(problem_of([](const SendBytes&) { throw Error("no such voice"); }), "no such voice");
}

TEST(RunApart, ReportsACrash) {
    EXPECT_THAT(problem_of([](const SendBytes&) { std::raise(SIGKILL); }), HasSubstr("crashed (signal 9)"));
}

}  // namespace
}  // namespace aloud
