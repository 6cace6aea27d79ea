#pragma once

#include "core/base/date.h"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace quanke {

/// A UUID of version 7 (RFC 9562) as text: sorted by the moment it was made. The caller brings moment and
/// random bytes, since core has neither clock nor chance of its own.
std::string makeUuid7(Instant now, const std::array<std::uint8_t, 10> &random);

/// Lower-case 8-4-4-4-12 form of any version.
bool isUuid(std::string_view text);

} // namespace quanke
