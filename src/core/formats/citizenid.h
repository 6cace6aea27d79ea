#pragma once

#include "core/base/date.h"
#include "core/catalogue/catalogue.h"
#include "core/formats/checkfinding.h"

#include <optional>
#include <string>
#include <string_view>

namespace quanke::formats {

/// The check digit of an 18-digit identity number (GB 11643-1999, ISO 7064 MOD 11-2) over its first 17
/// digits: a digit or X. The digits must be digits.
char citizenIdCheckDigit(std::string_view first17);

/// Citizen identity number, 18 characters, in capitals. In the order a clerk can act on: length (a right
/// 15-digit number of the old form is told its new one), characters, kind (9 opens the foreigners' numbers),
/// check digit, date, future; age over 120 and an unknown region only warn.
CheckOutcome checkCitizenId(std::string_view number, Date today, const catalogue::ById<LocalText> *divisions);

/// 15-digit number of GB 11643-1989 as 18 digits: the century put in (996 to 999 were for people born before
/// 1900), the check digit appended. Nothing unless it is 15 digits with a date that exists.
std::optional<std::string> withEighteenDigits(std::string_view fifteen);

/// The one form in which an identity number of any kind is kept for searching: capitals, no spaces, 18 digits for 15. Empty for
/// what is none by its look: 9, 15 or 18 letters and digits, digits most of them.
std::string searchedIdNumber(std::string_view text);

/// What a right 18-digit number says about its holder; nothing when its check digit or date is wrong.
struct CitizenIdFacts {
    Date birth;
    std::string sex; ///< GB/T 2261.1: "1" male, "2" female
    std::string division; ///< of the first registration, 6 digits
};
std::optional<CitizenIdFacts> factsOf(std::string_view number);

/// The parts that identity numbers of all kinds share, told under their own keys ("hmt.check-digit").
/// Characters, check digit, date of birth, future, age, in this order.
CheckOutcome checkIdentityDigits(const std::string &area, std::string_view number, Date today);

} // namespace quanke::formats
