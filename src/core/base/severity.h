#pragma once

#include <cstdint>

namespace quanke {

/// An error keeps a case from being pushed, a warning is only shown.
enum class Severity : std::uint8_t { Error, Warning };

} // namespace quanke
