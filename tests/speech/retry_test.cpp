#include "speech/retry.h"

#include <gtest/gtest.h>

#include "util/error.h"

namespace aloud {
namespace {

using namespace std::chrono_literals;

constexpr std::chrono::sys_seconds now{1767225600s};  // Thu, 01 Jan 2026 00:00:00 GMT

std::optional<std::chrono::milliseconds> hint(const std::map<std::string, std::string>& headers) {
    HttpResponse response;
    response.headers = headers;
    return retry_hint(response, now);
}

TEST(RetryHint, IsReadInEachOfItsForms) {
    EXPECT_EQ(hint({{"retry-after", "3"}}), 3000ms);
    EXPECT_EQ(hint({{"retry-after", "0.5"}}), 500ms);
    EXPECT_EQ(hint({{"retry-after-ms", "250"}, {"retry-after", "3"}}), 250ms);
    EXPECT_EQ(hint({{"retry-after", "Thu, 01 Jan 2026 00:00:10 GMT"}}), 10000ms);
    EXPECT_EQ(hint({{"retry-after", "Wed, 31 Dec 2025 23:00:00 GMT"}}), 0ms) << "already past";
}

TEST(RetryHint, IsCapped) {
    EXPECT_EQ(hint({{"retry-after", "86400"}}), 120s);
    EXPECT_EQ(hint({{"retry-after", "1e300"}}), 120s);
    EXPECT_EQ(hint({{"retry-after", "Fri, 01 Jan 2027 00:00:00 GMT"}}), 120s);
}

TEST(RetryHint, ThatMeansNothingIsNone) {
    EXPECT_EQ(hint({}), std::nullopt);
    for (const char* text : {"", "soon", "-1", "nan", "3 seconds", "Thu, 99 Foo 2026"})
        EXPECT_EQ(hint({{"retry-after", text}}), std::nullopt) << text;
}

TEST(Retry, IsWorthwhileForWhatMayPass) {
    HttpResponse response;
    for (const long status : {408L, 409L, 425L, 429L, 500L, 502L, 503L, 504L, 529L}) {
        response.status = status;
        EXPECT_TRUE(is_worth_retrying(response)) << status;
    }
    for (const long status : {301L, 400L, 401L, 403L, 404L, 413L, 415L, 422L, 501L}) {
        response.status = status;
        EXPECT_FALSE(is_worth_retrying(response)) << status;
    }
    response.status = 200;
    response.failure = "transfer closed";
    EXPECT_TRUE(is_worth_retrying(response));
    response.lasting = true;
    EXPECT_FALSE(is_worth_retrying(response));
}

TEST(Backoff, DoublesUpToItsCapWithFullJitter) {
    EXPECT_EQ(backoff(0, 1), 500ms);
    EXPECT_EQ(backoff(3, 1), 4000ms);
    EXPECT_EQ(backoff(3, 0.25), 1000ms);
    EXPECT_EQ(backoff(20, 1), 60s);
    EXPECT_EQ(backoff(5, 0), 0ms);
}

TEST(RealClock, StopsWaitingWhenInterrupted) {
    const RetryClock clock = real_clock([] { return true; });
    EXPECT_THROW(clock.wait(1h), Interrupted);
    const double chance = clock.random();
    EXPECT_TRUE(chance >= 0 && chance <= 1);
}

}  // namespace
}  // namespace aloud
