#pragma once

#include "core/base/date.h"

#include <chrono>

namespace quanke::test {

/// The day that tests take for today.
inline constexpr Date today{std::chrono::year(2026), std::chrono::November, std::chrono::day(21)};

} // namespace quanke::test
