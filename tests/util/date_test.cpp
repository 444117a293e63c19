#include "util/date.h"

#include <gtest/gtest.h>

namespace aloud {
namespace {

std::string utc(std::string_view text) {
    const auto date = parse_date(text);
    return date ? rfc3339(date->time) : "none";
}

TEST(ParseDate, ReadsTheFormsThatNewslettersUse) {
    EXPECT_EQ(utc("2025-09-08"), "2025-09-08T00:00:00Z");
    EXPECT_EQ(utc("2023-06-13 04:28:00 -0000"), "2023-06-13T04:28:00Z");
    EXPECT_EQ(utc("2025-09-08T10:00:00+08:00"), "2025-09-08T02:00:00Z");
    EXPECT_EQ(utc("2025-09-08T10:00:00.000Z"), "2025-09-08T10:00:00Z");
    EXPECT_EQ(utc("Wed, 19 Aug 2026 10:00:00 +0000"), "2026-08-19T10:00:00Z");
    EXPECT_EQ(utc("19 August 2026"), "2026-08-19T00:00:00Z");
    EXPECT_EQ(utc("Sept. 3, 2026"), "2026-09-03T00:00:00Z");
    EXPECT_EQ(utc("2026-8-3 9:05"), "2026-08-03T09:05:00Z");
}

TEST(ParseDate, RefusesWhatIsNoDate) {
    for (const char* text : {"", "soon", "2025-02-30", "2025-13-01", "20250908", "2025-09-08x", "31 June 2026",
                             "2025-09-08 25:00", "2025-09-08T10:00:00+99:00", "8/9/2025"})
        EXPECT_EQ(utc(text), "none") << text;
}

TEST(ParseDate, KnowsWhetherATimeOfDayWasGiven) {
    EXPECT_FALSE(parse_date("2025-09-08")->has_time_of_day);
    EXPECT_TRUE(parse_date("2025-09-08 00:00")->has_time_of_day);
}

TEST(DateInName, FindsADateAnywhere) {
    EXPECT_EQ(rfc3339(date_in_name("en-2026-06-19-newsletter.md")->time), "2026-06-19T00:00:00Z");
    EXPECT_FALSE(date_in_name("1192026-06-19.md"));
    EXPECT_FALSE(date_in_name("2026-99-19.md"));
    EXPECT_FALSE(date_in_name("short"));
}

TEST(Rfc2822, ComputesTheTrueWeekday) {
    EXPECT_EQ(rfc2822(parse_date("2026-08-19T10:00:00Z")->time), "Wed, 19 Aug 2026 10:00:00 +0000");
    EXPECT_EQ(rfc2822(parse_date("2024-02-29")->time), "Thu, 29 Feb 2024 00:00:00 +0000");
}

TEST(LongDate, SaysTheDayInTheAuthorsOwnZone) {
    EXPECT_EQ(long_date(*parse_date("2026-01-01T01:00:00+08:00")), "January 1, 2026");
}

}  // namespace
}  // namespace aloud
