#include "core/formats/identitydocument.h"

#include "core/formats/citizenid.h"
#include "core/formats/typedtext.h"

#include <algorithm>

namespace quanke::formats {

namespace {

/// Whether the text follows a mask: 0 a digit, A a capital, * a digit or capital, any other character itself.
bool follows(std::string_view text, std::string_view mask)
{
    return std::ranges::equal(text, mask, [](char character, char wanted) {
        switch (wanted) {
        case '0':
            return isDigit(character);
        case 'A':
            return isCapital(character);
        case '*':
            return isDigit(character) || isCapital(character);
        default:
            return character == wanted;
        }
    });
}

/// 普通护照: Chinese ones are a letter and eight digits (E also with a second letter); foreign ones have
/// their own forms of letters and digits, at most as many as a passport's machine-readable zone and its notes
/// hold.
bool isPassport(std::string_view number)
{
    const bool plain =
        std::ranges::all_of(number, [](char each) { return isDigit(each) || isCapital(each); });
    return plain && number.size() >= 5 && number.size() <= 20;
}

/// 台湾居民来往大陆通行证: eight digits; the old booklet ten digits and a letter.
bool isTaiwanPermit(std::string_view number)
{
    return follows(number, "00000000") || follows(number, "0000000000A");
}

/// 港澳居民来往内地通行证: H or M and eight digits; the old card ten, the last two counting its issues.
bool isHongKongMacaoPermit(std::string_view number)
{
    return follows(number, "H00000000") || follows(number, "M00000000") || follows(number, "H0000000000")
        || follows(number, "M0000000000");
}

CheckOutcome unless(bool right, const char *messageKey)
{
    return right ? CheckOutcome() : CheckOutcome(CheckFinding{messageKey});
}

} // namespace

CheckOutcome checkIdentityDocument(
    std::string_view kind, std::string_view number, Date today, const catalogue::ById<LocalText> *divisions)
{
    if (kind == "111" || kind == "112") {
        return checkCitizenId(number, today, divisions);
    }
    if (kind == "HMT") {
        return checkResidencePermit(number, today);
    }
    if (kind == "553") {
        return checkPermanentResidence(number, today);
    }
    if (kind == "414") {
        return unless(isPassport(number), "passport.format");
    }
    if (kind == "511") {
        return unless(isTaiwanPermit(number), "taiwan-permit.format");
    }
    if (kind == "513") {
        return unless(follows(number, "C*0000000"), "exit-permit.format");
    }
    if (kind == "516") {
        return unless(isHongKongMacaoPermit(number), "hong-kong-macao-permit.format");
    }
    if (kind == "117") {
        return unless(follows(number, "A000000000"), "birth-certificate.format");
    }
    return std::nullopt;
}

CheckOutcome checkResidencePermit(std::string_view number, Date today)
{
    if (auto wrong = checkLength("hmt", number.size(), 18)) {
        return wrong;
    }
    const bool ofTheseRegions =
        number.starts_with("810000") || number.starts_with("820000") || number.starts_with("830000");
    if (!ofTheseRegions) {
        return CheckFinding{"hmt.region"};
    }
    return checkIdentityDigits("hmt", number, today);
}

CheckOutcome checkPermanentResidence(std::string_view number, Date today)
{
    if (number.size() == 15) {
        return unless(follows(number, "AAA000000000000"), "frp.format");
    }
    if (number.size() != 18) {
        return CheckFinding{"frp.length"};
    }
    if (number[0] != '9') {
        return CheckFinding{"frp.format"};
    }
    return checkIdentityDigits("frp", number, today);
}

} // namespace quanke::formats
