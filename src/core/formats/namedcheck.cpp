#include "core/formats/namedcheck.h"

#include "core/formats/bankaccount.h"
#include "core/formats/creditcode.h"
#include "core/formats/division.h"
#include "core/formats/identitydocument.h"
#include "core/formats/personname.h"
#include "core/formats/telephone.h"
#include "core/formats/typedtext.h"
#include "core/formats/writtendate.h"

#include <algorithm>
#include <array>
#include <utility>

namespace quanke::formats {

namespace {

constexpr std::array<std::pair<std::string_view, NamedCheck>, 13> formats{{
    {"cn-id", NamedCheck::CitizenId},
    {"uscc", NamedCheck::CreditCode},
    {"cn-mobile", NamedCheck::Mobile},
    {"cn-phone", NamedCheck::Phone},
    {"cn-name", NamedCheck::PersonName},
    {"date", NamedCheck::Date},
    {"local-date-time", NamedCheck::LocalDateTime},
    {"date-time", NamedCheck::LocalDateTime},
    {"cn-division", NamedCheck::Division},
    {"email", NamedCheck::Email},
    {"cn-postcode", NamedCheck::Postcode},
    {"bank-account", NamedCheck::BankAccount},
    {"luhn", NamedCheck::BankAccount},
}};

bool isBlankOrControl(char character)
{
    return static_cast<unsigned char>(character) <= ' ' || character == 0x7f;
}

/// One @, something before it, a domain with a dot behind it, no blanks; more than that only the post knows.
CheckOutcome checkEmail(std::string_view text)
{
    const auto at = text.find('@');
    const auto domain = at == std::string_view::npos ? std::string_view() : text.substr(at + 1);
    const auto dot = domain.rfind('.');
    const bool fits = at != 0 && at != std::string_view::npos && domain.find('@') == std::string_view::npos
        && dot != std::string_view::npos && dot != 0 && dot + 2 < domain.size() && text.size() <= 254
        && std::ranges::none_of(text, isBlankOrControl);
    return fits ? CheckOutcome() : CheckOutcome(CheckFinding{"email.format"});
}

CheckOutcome checkDivision(std::string_view code, const CheckContext &context)
{
    if ((code.size() != 6 && code.size() != 12) || !areDigits(code)) {
        return CheckFinding{"cn-division.format"};
    }
    return isKnownDivision(code, context.divisions) ? CheckOutcome()
                                                    : CheckOutcome(CheckFinding{"cn-division.unknown"});
}

CheckOutcome checkPostcode(std::string_view code)
{
    const bool fits = code.size() == 6 && areDigits(code);
    return fits ? CheckOutcome() : CheckOutcome(CheckFinding{"cn-postcode.format"});
}

/// The check itself, of a value as it is kept.
CheckOutcome runPlain(NamedCheck check, std::string_view value, const CheckContext &context)
{
    switch (check) {
    case NamedCheck::CitizenId:
        return checkIdentityDocument(context.documentType, value, context.today, context.divisions);
    case NamedCheck::CreditCode:
        return checkCreditCode(value);
    case NamedCheck::Mobile:
        return checkMobile(value);
    case NamedCheck::Phone:
        return checkTelephone(value);
    case NamedCheck::PersonName:
        return checkPersonName(value);
    case NamedCheck::Date:
        return checkDate(value);
    case NamedCheck::LocalDateTime:
        return checkLocalDateTime(value);
    case NamedCheck::Division:
        return checkDivision(value, context);
    case NamedCheck::Email:
        return checkEmail(value);
    case NamedCheck::Postcode:
        return checkPostcode(value);
    case NamedCheck::BankAccount:
        return checkBankAccount(without(value, " "));
    }
    return std::nullopt;
}

std::string normalise(NamedCheck check, std::string_view text)
{
    switch (check) {
    case NamedCheck::CitizenId:
    case NamedCheck::CreditCode:
        return upperCase(without(halfWidth(text), " "));
    case NamedCheck::Mobile:
    case NamedCheck::Phone:
        return plainTelephone(text);
    case NamedCheck::PersonName:
        return plainPersonName(text);
    case NamedCheck::Date:
        return plainDate(text);
    case NamedCheck::LocalDateTime:
        return plainLocalDateTime(text);
    case NamedCheck::Division:
    case NamedCheck::Postcode:
    case NamedCheck::BankAccount:
    case NamedCheck::Email:
        return without(halfWidth(text), " ");
    }
    return std::string(text);
}

/// Whether a value is checked as it stands: names must be entered right, since what is printed is what was
/// typed.
bool isKeptAsTyped(NamedCheck check)
{
    return check == NamedCheck::PersonName || check == NamedCheck::Date || check == NamedCheck::LocalDateTime;
}

} // namespace

std::optional<NamedCheck> namedCheck(std::string_view format)
{
    const auto found = std::ranges::find(formats, format, &std::pair<std::string_view, NamedCheck>::first);
    return found == formats.end() ? std::nullopt : std::optional(found->second);
}

std::optional<CheckFinding> runNamedCheck(
    NamedCheck check, std::string_view value, const CheckContext &context)
{
    if (auto finding = runPlain(check, value, context); !finding || isKeptAsTyped(check)) {
        return finding;
    }
    return runPlain(check, normalise(check, value), context);
}

std::optional<CheckFinding> runNamedCheck(
    std::string_view format, std::string_view value, const CheckContext &context)
{
    const auto check = namedCheck(format);
    return check ? runNamedCheck(*check, value, context) : std::nullopt;
}

std::string normalise(std::string_view format, std::string_view text)
{
    if (const auto check = namedCheck(format)) {
        return normalise(*check, text);
    }
    const auto first = text.find_first_not_of(" \t\r\n");
    return first == std::string_view::npos
        ? std::string()
        : std::string(text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1));
}

} // namespace quanke::formats
