#pragma once

#include "core/formats/checkfinding.h"

#include <optional>
#include <string_view>

namespace quanke::formats {

/// The check character of a unified social credit code (GB 32100-2015, GB/T 17710 MOD 31) over its first 17;
/// nothing when one of them is not of the alphabet (digits and capitals without I O S V Z).
std::optional<char> creditCodeCheckCharacter(std::string_view first17);

/// The check character of an organisation code (GB 11714) over its eight characters: a digit or X.
char organisationCheckCharacter(std::string_view first8);

/// 统一社会信用代码, 18 characters in capitals: length, characters, the code's own check, then that of the
/// organisation code in positions 9 to 17. Codes of the early Fujian trial (…35…M000…) fail the first though
/// genuine: they only warn, as long as the second holds.
CheckOutcome checkCreditCode(std::string_view code);

} // namespace quanke::formats
