#pragma once

#include "core/formats/checkfinding.h"

#include <string>
#include <string_view>

namespace quanke::formats {

/// A person's name: either Chinese characters (every Han character Unicode has, also beyond the BMP), 2 to
/// 50, with the separator U+00B7 between its parts, never at an end or doubled; or Latin letters with blanks
/// and .,'- , 2 to 81. Characters are counted as a person counts them, by code point.
CheckOutcome checkPersonName(std::string_view name);

/// The separators people type (. • ・ ‧ ∙) as U+00B7 where they stand in a Chinese name, and such a name's
/// blanks away.
std::string plainPersonName(std::string_view typed);

} // namespace quanke::formats
