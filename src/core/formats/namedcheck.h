#pragma once

#include "core/base/date.h"
#include "core/catalogue/catalogue.h"
#include "core/formats/checkfinding.h"

#include <optional>
#include <string>
#include <string_view>

namespace quanke::formats {

/// The checks behind `format` in our definitions.
enum class NamedCheck {
    CitizenId, ///< cn-id: by the kind of document, GB 11643 unless it says otherwise
    CreditCode, ///< uscc: GB 32100
    Mobile, ///< cn-mobile
    Phone, ///< cn-phone: mobile, landline, 400, hotline
    PersonName, ///< cn-name
    Date, ///< date: GB/T 7408 YYYY-MM-DD
    LocalDateTime, ///< local-date-time, date-time: YYYY-MM-DDTHH:MM
    Division, ///< cn-division: GB/T 2260, 6 or 12 digits
    Email, ///< email
    Postcode, ///< cn-postcode
    BankAccount ///< bank-account, luhn: a card's check digit (ISO/IEC 7812), only warned about
};

/// Nothing for a format we have no check for: it is an annotation then.
std::optional<NamedCheck> namedCheck(std::string_view format);

/// What a check has to know besides the value.
struct CheckContext {
    std::string_view documentType = "111"; ///< GA/T 2000.156, of cn-id; "HMT" for 港澳台居民居住证
    Date today;
    const catalogue::ById<LocalText> *divisions =
        nullptr; ///< see isKnownDivision; null: the province codes alone
};

/// Nothing when the value is fine. Numbers are read as `normalise` would write them, so that a lower-case x
/// or +86 is no finding; names and dates must stand as they are kept.
std::optional<CheckFinding> runNamedCheck(
    NamedCheck check, std::string_view value, const CheckContext &context);
/// Also nothing for a format we have no check for.
std::optional<CheckFinding> runNamedCheck(
    std::string_view format, std::string_view value, const CheckContext &context);

/// What a clerk typed as it is kept: half-width, no blanks around it, an id's X upper-case, a number without
/// +86, a name's separator U+00B7, 2026年1月5日 as 2026-01-05, 长期 as 9999-12-31. Any other text is only
/// trimmed.
std::string normalise(std::string_view format, std::string_view text);

} // namespace quanke::formats
