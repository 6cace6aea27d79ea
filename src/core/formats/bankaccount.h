#pragma once

#include "core/formats/checkfinding.h"

#include <string_view>

namespace quanke::formats {

/// Whether the last digit is right by ISO/IEC 7812 (Luhn). Digits only.
bool hasLuhnDigit(std::string_view digits);

/// Card numbers (12 to 19 digits) whose last digit is wrong are warned about, never refused: accounts that
/// are no cards follow no public rule. Of characters and length the element's pattern speaks.
CheckOutcome checkBankAccount(std::string_view account);

} // namespace quanke::formats
