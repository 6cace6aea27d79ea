#include "core/formats/creditcode.h"

#include "core/formats/typedtext.h"

#include <array>

namespace quanke::formats {

namespace {

constexpr std::string_view alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

/// Given out in Fujian before the check was settled; seen in real licences.
bool isOfTheFujianTrial(std::string_view code)
{
    return code.substr(2, 2) == "35" && code.substr(8, 4) == "M000";
}

} // namespace

std::optional<char> creditCodeCheckCharacter(std::string_view first17)
{
    constexpr std::array<std::size_t, 17> weights{
        1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};
    std::size_t sum = 0;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        const auto value = alphabet.find(first17[i]);
        if (value == std::string_view::npos) {
            return std::nullopt;
        }
        sum += value * weights[i];
    }
    return alphabet[(31 - sum % 31) % 31];
}

char organisationCheckCharacter(std::string_view first8)
{
    constexpr std::array<int, 8> weights{3, 7, 9, 10, 5, 8, 4, 2};
    int sum = 0;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        sum += (isDigit(first8[i]) ? first8[i] - '0' : first8[i] - 'A' + 10) * weights[i];
    }
    return "0X987654321"[sum % 11];
}

CheckOutcome checkCreditCode(std::string_view code)
{
    if (auto wrong = checkLength("uscc", code.size(), 18)) {
        return wrong;
    }
    const auto expected = creditCodeCheckCharacter(code.substr(0, 17));
    if (!expected || alphabet.find(code[17]) == std::string_view::npos) {
        return CheckFinding{"uscc.characters"};
    }
    const char organisation = organisationCheckCharacter(code.substr(8, 8));
    const bool organisationHolds = organisation == code[16];
    if (*expected != code[17]) {
        return organisationHolds && isOfTheFujianTrial(code)
            ? CheckFinding{"uscc.legacy", Json::object(), Severity::Warning}
            : CheckFinding{"uscc.check-digit", {{"expected", std::string(1, *expected)}}};
    }
    if (!organisationHolds) {
        return CheckFinding{"uscc.organisation-check", {{"expected", std::string(1, organisation)}}};
    }
    return std::nullopt;
}

} // namespace quanke::formats
