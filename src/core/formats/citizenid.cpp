#include "core/formats/citizenid.h"

#include "core/formats/division.h"
#include "core/formats/typedtext.h"

#include <algorithm>
#include <array>

namespace quanke::formats {

namespace {

constexpr int oldestAge = 120;

std::optional<Date> dateFromDigits(std::string_view of)
{
    const std::array text{of[0], of[1], of[2], of[3], '-', of[4], of[5], '-', of[6], of[7]};
    return parseDate({text.data(), text.size()});
}

bool isOlderThan(int years, Date birth, Date today)
{
    const Date birthday{birth.year() + std::chrono::years{years + 1}, birth.month(), birth.day()};
    return std::chrono::sys_days{birthday} <= std::chrono::sys_days{today};
}

bool hasIdentityCharacters(std::string_view number)
{
    return number[0] != '0' && areDigits(number.substr(0, 17)) && (isDigit(number[17]) || number[17] == 'X');
}

} // namespace

char citizenIdCheckDigit(std::string_view first17)
{
    constexpr std::array<int, 17> weights{7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    int sum = 0;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        sum += (first17[i] - '0') * weights[i];
    }
    return "10X98765432"[sum % 11];
}

CheckOutcome checkIdentityDigits(const std::string &area, std::string_view number, Date today)
{
    if (!hasIdentityCharacters(number)) {
        return CheckFinding{area + ".characters"};
    }
    if (const char expected = citizenIdCheckDigit(number); expected != number[17]) {
        return CheckFinding{area + ".check-digit", {{"expected", std::string(1, expected)}}};
    }
    const auto birth = dateFromDigits(number.substr(6, 8));
    if (!birth) {
        return CheckFinding{area + ".date"};
    }
    if (daysBetween(*birth, today) < 0) {
        return CheckFinding{area + ".future"};
    }
    if (isOlderThan(oldestAge, *birth, today)) {
        return CheckFinding{area + ".age", Json::object(), Severity::Warning};
    }
    return std::nullopt;
}

CheckOutcome checkCitizenId(std::string_view number, Date today, const catalogue::ById<LocalText> *divisions)
{
    if (const auto expected = withEighteenDigits(number)) {
        return CheckFinding{"cn-id.fifteen", {{"expected", *expected}}};
    }
    if (auto wrong = checkLength("cn-id", number.size(), 18)) {
        return wrong;
    }
    if (number[0] == '9' && hasIdentityCharacters(number)) {
        return CheckFinding{"cn-id.kind"};
    }
    if (auto wrong = checkIdentityDigits("cn-id", number, today)) {
        return wrong;
    }
    if (!isKnownDivision(number.substr(0, 6), divisions)) {
        return CheckFinding{"cn-id.region", Json::object(), Severity::Warning};
    }
    return std::nullopt;
}

std::optional<std::string> withEighteenDigits(std::string_view fifteen)
{
    if (fifteen.size() != 15 || !areDigits(fifteen) || fifteen[0] == '0') {
        return std::nullopt;
    }
    const bool before1900 = fifteen.substr(12) >= "996";
    std::string number =
        std::string(fifteen.substr(0, 6)) + (before1900 ? "18" : "19") + std::string(fifteen.substr(6));
    if (!dateFromDigits(std::string_view(number).substr(6, 8))) {
        return std::nullopt;
    }
    number += citizenIdCheckDigit(number);
    return number;
}

std::string searchedIdNumber(std::string_view text)
{
    std::string number;
    for (const char character : text) {
        const bool isSmall = character >= 'a' && character <= 'z';
        if (isSmall || (character >= 'A' && character <= 'Z') || (character >= '0' && character <= '9')) {
            number += isSmall ? char(character - 'a' + 'A') : character;
        } else if (character != ' ') {
            return {};
        }
    }
    const auto digits = std::ranges::count_if(number, [](char one) { return one >= '0' && one <= '9'; });
    const bool isAsLong = number.size() == 9 || number.size() == 15 || number.size() == 18;
    if (!isAsLong || digits * 2 <= std::ptrdiff_t(number.size())) {
        return {};
    }
    return withEighteenDigits(number).value_or(number);
}

std::optional<CitizenIdFacts> factsOf(std::string_view number)
{
    if (number.size() != 18 || !hasIdentityCharacters(number) || citizenIdCheckDigit(number) != number[17]) {
        return std::nullopt;
    }
    const auto birth = dateFromDigits(number.substr(6, 8));
    if (!birth) {
        return std::nullopt;
    }
    return CitizenIdFacts{*birth, (number[16] - '0') % 2 == 1 ? "1" : "2", std::string(number.substr(0, 6))};
}

} // namespace quanke::formats
