#include "core/casework/calendar.h"

#include "core/catalogue/condition.h"

#include <algorithm>

namespace quanke::casework {

using namespace std::chrono;

namespace {

Failure malformedYear(const std::string &path)
{
    return {"calendar.malformed", {{"path", path}}, {}};
}

/// Whether the file is a year's ("2026.json", "calendar/2026.json"): callers may pass more than the calendar.
bool isCalendarFile(std::string_view path)
{
    const auto name = path.substr(path.find_last_of('/') + 1);
    return name.size() == 9 && name.ends_with(".json")
        && std::ranges::all_of(name.substr(0, 4), [](char digit) { return digit >= '0' && digit <= '9'; });
}

bool isWeekend(sys_days day)
{
    const weekday name{day};
    return name == Saturday || name == Sunday;
}

/// One year's file, read.
struct CalendarYear {
    int year = 0;
    bool announced = false;
    std::string version;
    std::map<sys_days, bool> exceptions{};
};

/// False when a day is no day, stands twice, or lies further off than the year before or after.
bool readDays(const Json &list, bool working, CalendarYear &into)
{
    if (!list.is_array()) {
        return false;
    }
    return std::ranges::all_of(list, [&](const Json &text) {
        const auto date = text.is_string() ? parseDate(text.get_ref<const std::string &>()) : std::nullopt;
        return date && std::abs(int(date->year()) - into.year) <= 1
            && into.exceptions.emplace(sys_days{*date}, working).second;
    });
}

Result<CalendarYear> readYear(const std::string &path, const std::string &text)
{
    const auto json = parseJson(text);
    if (!json || !json->is_object()) {
        return malformedYear(path);
    }
    const Json year = json->value("year", Json());
    const Json announced = json->value("announced", Json());
    const Json version = json->value("version", Json());
    if (!year.is_number_integer() || !announced.is_boolean() || !version.is_string()) {
        return malformedYear(path);
    }
    CalendarYear read{
        .year = year.get<int>(), .announced = announced.get<bool>(), .version = version.get<std::string>()};
    if (!readDays(json->value("off", Json()), false, read)
        || !readDays(json->value("work", Json()), true, read)) {
        return malformedYear(path);
    }
    return read;
}

/// The day so many months on; where the month has no such day, its last (民法典 §202).
Date addMonths(Date start, int count)
{
    const Date there = start + months{count};
    return there.ok() ? there : Date{there.year() / there.month() / last};
}

} // namespace

Result<Calendar> Calendar::load(const std::map<std::string, std::string> &files)
{
    Calendar calendar;
    for (const auto &[path, text] : files) {
        if (!isCalendarFile(path)) {
            continue;
        }
        auto year = readYear(path, text);
        if (!year) {
            return year.failure();
        }
        calendar.m_exceptions.merge(year->exceptions);
        if (year->announced) {
            calendar.m_announcedYears.insert(year->year);
            if (year->year == *calendar.m_announcedYears.rbegin()) {
                calendar.m_version = year->version;
            }
        }
    }
    return calendar;
}

bool Calendar::isWorkingDay(Date day) const
{
    const auto exception = m_exceptions.find(sys_days{day});
    return exception == m_exceptions.end() ? !isWeekend(sys_days{day}) : exception->second;
}

bool Calendar::isAnnounced(Date day) const
{
    return m_announcedYears.contains(int(day.year()));
}

Calendar::Due Calendar::addWorkingDays(Date start, int count) const
{
    Due due{start, false};
    while (count > 0) {
        due.day = addDays(due.day, 1);
        due.provisional |= !isAnnounced(due.day);
        count -= isWorkingDay(due.day) ? 1 : 0;
    }
    return due;
}

Calendar::Due Calendar::dueDate(Date start, const catalogue::Limit &limit) const
{
    const int count = limit.value.value_or(0);
    if (count == 0 || limit.unit == catalogue::LimitUnit::WorkingDay) {
        return addWorkingDays(start, count);
    }
    Due due{start, false};
    switch (limit.unit) {
    case catalogue::LimitUnit::Day:
        due.day = addDays(start, count);
        break;
    case catalogue::LimitUnit::Month:
        due.day = addMonths(start, count);
        break;
    default:
        due.day = addMonths(start, 12 * count);
        break;
    }
    due.provisional = !isAnnounced(due.day);
    while (!isWorkingDay(due.day)) {
        due.day = addDays(due.day, 1);
        due.provisional |= !isAnnounced(due.day);
    }
    return due;
}

Limits limitsUnder(const catalogue::Matter &matter, const std::map<std::string, std::string> &answers)
{
    catalogue::KnownValues known;
    for (const auto &[situation, answer] : answers) {
        known.emplace("situation/" + situation, answer);
    }
    for (const catalogue::Variant &variant : matter.variants) {
        if (catalogue::evaluate(variant.condition, known) == catalogue::Truth::Yes) {
            return {variant.caseType, variant.statutory, variant.committed};
        }
    }
    return {matter.caseType, matter.statutory, matter.committed};
}

} // namespace quanke::casework
