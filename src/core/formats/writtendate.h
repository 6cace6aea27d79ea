#pragma once

#include "core/formats/checkfinding.h"

#include <string>
#include <string_view>

namespace quanke::formats {

/// YYYY-MM-DD (GB/T 7408), and the day must exist; 9999-12-31 stands for no end.
CheckOutcome checkDate(std::string_view text);
/// YYYY-MM-DDTHH:MM, local time.
CheckOutcome checkLocalDateTime(std::string_view text);

/// 2026年1月5日, 2026/1/5, 2026.1.5 and 20260105 as 2026-01-05, 长期 as 9999-12-31; other text as it is.
std::string plainDate(std::string_view typed);
/// The date as above, a blank or T between, the time as 8:05, 08:05, 8时5分 or 8点5分.
std::string plainLocalDateTime(std::string_view typed);

} // namespace quanke::formats
