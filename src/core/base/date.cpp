#include "core/base/date.h"

#include <array>
#include <charconv>
#include <cstdio>

namespace quanke {

using namespace std::chrono;

namespace {

constexpr auto offsetOfChina = hours{8};

std::optional<int> digits(std::string_view text, std::size_t from, std::size_t count)
{
    if (from + count > text.size()) {
        return std::nullopt;
    }
    int value = 0;
    for (char character : text.substr(from, count)) {
        if (character < '0' || character > '9') {
            return std::nullopt;
        }
        value = value * 10 + (character - '0');
    }
    return value;
}

} // namespace

std::optional<Date> parseDate(std::string_view text)
{
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') {
        return std::nullopt;
    }
    const auto years = digits(text, 0, 4);
    const auto months = digits(text, 5, 2);
    const auto days = digits(text, 8, 2);
    if (!years || !months || !days) {
        return std::nullopt;
    }
    const Date date{year{*years}, month{unsigned(*months)}, day{unsigned(*days)}};
    return date.ok() ? std::optional(date) : std::nullopt;
}

std::string toText(Date date)
{
    std::string text = "0000-00-00"; // years have four digits here; printf takes ten times as long
    const auto put = [&text](std::size_t last, unsigned number) {
        for (; number > 0; number /= 10) {
            text[last--] = char('0' + number % 10);
        }
    };
    put(3, unsigned(int(date.year())) % 10'000);
    put(6, unsigned(date.month()) % 100);
    put(9, unsigned(date.day()) % 100);
    return text;
}

Date addDays(Date date, int count)
{
    return Date{sys_days{date} + days{count}};
}

int daysBetween(Date from, Date to)
{
    return int((sys_days{to} - sys_days{from}).count());
}

std::optional<Instant> parseInstant(std::string_view text)
{
    if (text.size() < 20 || text[10] != 'T' || text[13] != ':' || text[16] != ':' || text.back() != 'Z') {
        return std::nullopt;
    }
    const auto date = parseDate(text.substr(0, 10));
    const auto hour = digits(text, 11, 2);
    const auto minute = digits(text, 14, 2);
    const auto second = digits(text, 17, 2);
    const bool hasMilliseconds = text.size() == 24 && text[19] == '.';
    const auto millisecond = hasMilliseconds ? digits(text, 20, 3) : std::optional(0);
    if (!date || !hour || !minute || !second || !millisecond || (text.size() != 20 && !hasMilliseconds)
        || *hour > 23 || *minute > 59 || *second > 59) {
        return std::nullopt;
    }
    return Instant{sys_days{*date}} + hours{*hour} + minutes{*minute} + seconds{*second}
    + milliseconds{*millisecond};
}

std::string toText(Instant instant)
{
    const auto day = floor<days>(instant);
    const hh_mm_ss time{instant - day};
    std::array<char, 32> buffer{};
    const int length =
        std::snprintf(buffer.data(), buffer.size(), "T%02d:%02d:%02d.%03dZ", int(time.hours().count()),
            int(time.minutes().count()), int(time.seconds().count()), int(time.subseconds().count()));
    return toText(Date{day}) + std::string(buffer.data(), std::size_t(length));
}

Date dayInChina(Instant instant)
{
    return Date{floor<days>(instant + offsetOfChina)};
}

int minuteOfDayInChina(Instant instant)
{
    const auto local = instant + offsetOfChina;
    return int(floor<minutes>(local - floor<days>(local)).count());
}

} // namespace quanke
