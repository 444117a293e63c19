// Dates without locale or time-zone database: an issue's date carries its own offset, UTC by default.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace aloud {

/// A point in time and the offset in which its author wrote it.
struct Date {
    std::chrono::sys_seconds time;
    std::chrono::minutes offset{0};
    bool has_time_of_day = false;  ///< false: the author named a day only; it stands for 00:00

    bool operator==(const Date&) const = default;
};

/// Reads ISO 8601 / RFC 3339 ("2025-09-08", "2023-06-13 04:28:00 -0000", "2025-09-08T10:00:00+08:00", "…Z"),
/// RFC 2822 ("Wed, 19 Aug 2026 10:00:00 +0000") and "19 August 2026" / "August 19, 2026"; nothing when it is none of
/// these or no real day.
std::optional<Date> parse_date(std::string_view text);

/// The first YYYY-MM-DD anywhere in a file name, if it is a real day.
std::optional<Date> date_in_name(std::string_view file_name);

/// RFC 2822 in UTC with a numeric zone and the true weekday: "Wed, 19 Aug 2026 10:00:00 +0000".
std::string rfc2822(std::chrono::sys_seconds time);

/// RFC 3339 in UTC: "2026-08-19T10:00:00Z".
std::string rfc3339(std::chrono::sys_seconds time);

/// As spoken and shown in English, in the author's own offset: "August 19, 2026".
std::string long_date(const Date& date);

}  // namespace aloud
