#pragma once

#include "core/formats/checkfinding.h"

#include <string>
#include <string_view>

namespace quanke::formats {

enum class TelephoneKind { None, Mobile, Landline, ServiceNumber, Hotline };

/// What kind of number it is, in the form `plainTelephone` gives: mobile 1[3-9] and nine digits; landline
/// area code (010, 02x, 03xx to 09xx) and 7 or 8 digits, hyphen or not, extension or not; 400 and seven
/// digits; the public hotlines.
TelephoneKind telephoneKind(std::string_view number);

/// A number without +86 or 86-, blanks and brackets; the hyphens of landlines stay, those of mobiles go.
std::string plainTelephone(std::string_view typed);

/// Eleven digits, beginning with 13 to 19.
CheckOutcome checkMobile(std::string_view number);
/// Any kind of number at all.
CheckOutcome checkTelephone(std::string_view number);

} // namespace quanke::formats
