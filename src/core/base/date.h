#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace quanke {

/// A day of the civil calendar (GB/T 7408, ISO 8601).
using Date = std::chrono::year_month_day;
/// A moment, UTC, to the millisecond.
using Instant = std::chrono::sys_time<std::chrono::milliseconds>;

/// "2026-02-29" gives nothing: the text must be YYYY-MM-DD and the day must exist.
std::optional<Date> parseDate(std::string_view text);
std::string toText(Date date);
Date addDays(Date date, int count);
/// Days from one to the other, negative when `to` is the earlier.
int daysBetween(Date from, Date to);

/// "2026-11-24T01:42:18.007Z"; reads also without the milliseconds.
std::optional<Instant> parseInstant(std::string_view text);
std::string toText(Instant instant);

/// The day it is in China (UTC+8, no summer time) at that moment.
Date dayInChina(Instant instant);
/// Minutes since midnight in China at that moment.
int minuteOfDayInChina(Instant instant);

} // namespace quanke
