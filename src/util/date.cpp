#include "util/date.h"

#include <fmt/format.h>

#include <array>
#include <charconv>

#include "util/text.h"

namespace aloud {
namespace {

using std::chrono::day;
using std::chrono::month;
using std::chrono::sys_days;
using std::chrono::year;
using std::chrono::year_month_day;

constexpr std::array<std::string_view, 12> months = {"January",   "February", "March",    "April",
                                                     "May",       "June",     "July",     "August",
                                                     "September", "October",  "November", "December"};
constexpr std::array<std::string_view, 7> weekdays = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};

/// Takes pieces off the front of a text; every step says whether it was there.
class Scanner {
  public:
    explicit Scanner(std::string_view text) : rest_(text) {}

    bool literal(char c) {
        if (rest_.empty() || rest_.front() != c) return false;
        rest_.remove_prefix(1);
        return true;
    }
    /// Between `fewest` and `most` digits, and none after them.
    bool digits(std::size_t fewest, std::size_t most, int& value) {
        std::size_t count = 0;
        while (count < rest_.size() && rest_[count] >= '0' && rest_[count] <= '9') ++count;
        if (count < fewest || count > most) return false;
        std::from_chars(rest_.data(), rest_.data() + count, value);
        rest_.remove_prefix(count);
        return true;
    }
    void spaces() { rest_.remove_prefix(std::min(rest_.find_first_not_of(" \t"), rest_.size())); }
    /// A month's English name or its first three letters, with an optional full stop.
    bool month_name(int& value) {
        std::size_t count = 0;
        while (count < rest_.size() && ((rest_[count] | 0x20) >= 'a' && (rest_[count] | 0x20) <= 'z')) ++count;
        const std::string word = to_lower(rest_.substr(0, count));
        for (std::size_t m = 0; m < months.size(); ++m) {
            const std::string full = to_lower(months[m]);
            if (word != full && word != full.substr(0, 3) && !(word == "sept" && m == 8)) continue;
            value = static_cast<int>(m) + 1;
            rest_.remove_prefix(count);
            literal('.');
            return true;
        }
        return false;
    }
    std::string_view rest() const { return rest_; }
    void skip(std::size_t count) { rest_.remove_prefix(count); }

  private:
    std::string_view rest_;
};

std::optional<std::chrono::sys_days> real_day(int y, int m, int d) {
    const year_month_day date(year(y), month(static_cast<unsigned>(m)), day(static_cast<unsigned>(d)));
    if (!date.ok() || y < 1 || y > 9999) return std::nullopt;
    return sys_days(date);
}

/// "10:00", "10:00:00", "10:00:00.123" and a zone: nothing, Z, GMT, UTC, +0800, +08:00, -0000. True if whole text was
/// it.
bool time_and_zone(Scanner& scan, std::optional<int>& seconds, std::optional<int>& zone_minutes) {
    scan.spaces();
    if (scan.rest().empty()) return true;
    int hour = 0, minute = 0, second = 0;
    if (!scan.digits(1, 2, hour) || !scan.literal(':') || !scan.digits(2, 2, minute)) return false;
    if (scan.literal(':') && !scan.digits(2, 2, second)) return false;
    int fraction = 0;
    if (scan.literal('.') && !scan.digits(1, 9, fraction)) return false;
    if (hour > 23 || minute > 59 || second > 60) return false;
    seconds = hour * 3600 + minute * 60 + std::min(second, 59);
    scan.spaces();
    const std::string_view zone = scan.rest();
    if (zone.empty()) return true;
    if (zone == "Z" || zone == "z" || zone == "UTC" || zone == "GMT" || zone == "UT") {
        zone_minutes = 0;
        return true;
    }
    const bool negative = zone.front() == '-';
    if (!negative && zone.front() != '+') return false;
    scan.skip(1);
    int zone_hour = 0, zone_minute = 0;
    if (scan.digits(4, 4, zone_hour)) {
        zone_minute = zone_hour % 100;
        zone_hour /= 100;
    } else if (!scan.digits(2, 2, zone_hour) || (scan.literal(':') && !scan.digits(2, 2, zone_minute))) {
        return false;
    }
    if (!scan.rest().empty() || zone_hour > 14 || zone_minute > 59) return false;
    zone_minutes = (negative ? -1 : 1) * (zone_hour * 60 + zone_minute);
    return true;
}

bool calendar_day(Scanner& scan, int& y, int& m, int& d) {
    Scanner iso = scan;
    if (iso.digits(4, 4, y) && (iso.literal('-') || iso.literal('/')) && iso.digits(1, 2, m) &&
        (iso.literal('-') || iso.literal('/')) && iso.digits(1, 2, d)) {
        scan = iso;
        if (!scan.literal('T') && !scan.literal('t')) scan.literal(',');
        return true;
    }
    Scanner rfc = scan;
    if (rfc.rest().size() > 4 && rfc.rest()[3] == ',') rfc.skip(4);  // weekday; the true one is computed
    rfc.spaces();
    if (rfc.digits(1, 2, d)) {
        rfc.spaces();
        if (!rfc.month_name(m)) return false;
        rfc.literal(',');
        rfc.spaces();
        if (!rfc.digits(4, 4, y)) return false;
        scan = rfc;
        return true;
    }
    Scanner american = scan;
    if (!american.month_name(m)) return false;
    american.spaces();
    if (!american.digits(1, 2, d)) return false;
    american.literal(',');
    american.spaces();
    if (!american.digits(4, 4, y)) return false;
    scan = american;
    return true;
}

}  // namespace

std::optional<Date> parse_date(std::string_view text) {
    Scanner scan(trim(text));
    int y = 0, m = 0, d = 0;
    if (!calendar_day(scan, y, m, d)) return std::nullopt;
    const auto days = real_day(y, m, d);
    std::optional<int> seconds, zone;
    if (!days || !time_and_zone(scan, seconds, zone)) return std::nullopt;
    Date date{*days, std::chrono::minutes(zone.value_or(0)), seconds.has_value()};
    date.time += std::chrono::seconds(seconds.value_or(0));
    date.time -= date.offset;
    return date;
}

std::optional<Date> date_in_name(std::string_view file_name) {
    for (std::size_t at = 0; at + 10 <= file_name.size(); ++at) {
        const bool digit_before = at > 0 && file_name[at - 1] >= '0' && file_name[at - 1] <= '9';
        const std::string_view part = file_name.substr(at, 10);
        const bool digit_after = at + 10 < file_name.size() && file_name[at + 10] >= '0' && file_name[at + 10] <= '9';
        if (digit_before || digit_after || part[4] != '-' || part[7] != '-') continue;
        if (auto date = parse_date(part)) return date;
    }
    return std::nullopt;
}

std::string rfc2822(std::chrono::sys_seconds time) {
    const auto days = std::chrono::floor<std::chrono::days>(time);
    const year_month_day date(days);
    const std::chrono::hh_mm_ss clock(time - days);
    const std::chrono::weekday weekday(days);
    return fmt::format("{}, {:02} {} {:04} {:02}:{:02}:{:02} +0000", weekdays[weekday.c_encoding()],
                       static_cast<unsigned>(date.day()), months[static_cast<unsigned>(date.month()) - 1].substr(0, 3),
                       static_cast<int>(date.year()), clock.hours().count(), clock.minutes().count(),
                       clock.seconds().count());
}

std::string rfc3339(std::chrono::sys_seconds time) {
    const auto days = std::chrono::floor<std::chrono::days>(time);
    const year_month_day date(days);
    const std::chrono::hh_mm_ss clock(time - days);
    return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z", static_cast<int>(date.year()),
                       static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()), clock.hours().count(),
                       clock.minutes().count(), clock.seconds().count());
}

std::string long_date(const Date& date) {
    const year_month_day local(std::chrono::floor<std::chrono::days>(date.time + date.offset));
    return fmt::format("{} {}, {}", months[static_cast<unsigned>(local.month()) - 1],
                       static_cast<unsigned>(local.day()), static_cast<int>(local.year()));
}

}  // namespace aloud
