#include "core/formats/telephone.h"

#include "core/formats/typedtext.h"

#include <algorithm>
#include <array>

namespace quanke::formats {

namespace {

constexpr std::array<std::string_view, 5> hotlines{"12315", "12333", "12345", "12366", "12393"};

bool isMobile(std::string_view number)
{
    return number.size() == 11 && areDigits(number) && number[0] == '1' && number[1] >= '3';
}

/// How many characters the area code takes, 0 when there is none.
std::size_t areaCodeLength(std::string_view number)
{
    if (number.size() < 4 || number[0] != '0' || !areDigits(number.substr(0, 3))) {
        return 0;
    }
    if (number.starts_with("010") || number[1] == '2') {
        return 3;
    }
    return number[1] >= '3' && isDigit(number[3]) ? 4 : 0;
}

bool isLandline(std::string_view number)
{
    const std::size_t area = areaCodeLength(number);
    if (area == 0) {
        return false;
    }
    number.remove_prefix(area);
    if (number.starts_with('-')) {
        number.remove_prefix(1);
    }
    const auto hyphen = number.find('-');
    const auto extension = hyphen == std::string_view::npos ? std::string_view() : number.substr(hyphen + 1);
    const bool extensionFits = hyphen == std::string_view::npos
        || (!extension.empty() && extension.size() <= 6 && areDigits(extension));
    const auto local = number.substr(0, hyphen);
    return (local.size() == 7 || local.size() == 8) && areDigits(local) && extensionFits;
}

/// How long China's own is at the front; 0 for none.
std::size_t countryPrefix(std::string_view number)
{
    for (const std::string_view prefix : {"+86-", "+86", "0086-", "0086", "86-"}) {
        if (number.starts_with(prefix)) {
            return prefix.size();
        }
    }
    return 0;
}

} // namespace

TelephoneKind telephoneKind(std::string_view number)
{
    if (isMobile(number)) {
        return TelephoneKind::Mobile;
    }
    if (isLandline(number)) {
        return TelephoneKind::Landline;
    }
    if (number.size() == 10 && number.starts_with("400") && areDigits(number)) {
        return TelephoneKind::ServiceNumber;
    }
    return std::ranges::binary_search(hotlines, number) ? TelephoneKind::Hotline : TelephoneKind::None;
}

std::string plainTelephone(std::string_view typed)
{
    std::string number = without(halfWidth(typed), " ()");
    while (const auto length = countryPrefix(number)) { // typed before what was pasted with one
        number.erase(0, length);
    }
    const std::string digits = without(number, "-");
    return isMobile(digits) || digits.starts_with("400") ? digits : number;
}

CheckOutcome checkMobile(std::string_view number)
{
    if (!areDigits(number)) {
        return CheckFinding{"cn-mobile.characters"};
    }
    if (auto wrong = checkLength("cn-mobile", number.size(), 11)) {
        return wrong;
    }
    return isMobile(number) ? CheckOutcome() : CheckOutcome(CheckFinding{"cn-mobile.prefix"});
}

CheckOutcome checkTelephone(std::string_view number)
{
    return telephoneKind(number) == TelephoneKind::None ? CheckOutcome(CheckFinding{"cn-phone.format"})
                                                        : CheckOutcome();
}

} // namespace quanke::formats
