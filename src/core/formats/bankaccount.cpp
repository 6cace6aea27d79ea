#include "core/formats/bankaccount.h"

#include "core/formats/typedtext.h"

namespace quanke::formats {

bool hasLuhnDigit(std::string_view digits)
{
    int sum = 0;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        const int digit = digits[digits.size() - 1 - i] - '0';
        const int doubled = digit * 2;
        sum += i % 2 == 0 ? digit : doubled > 9 ? doubled - 9 : doubled;
    }
    return sum % 10 == 0;
}

CheckOutcome checkBankAccount(std::string_view account)
{
    const bool isCard = account.size() >= 12 && account.size() <= 19 && areDigits(account);
    if (!isCard || hasLuhnDigit(account)) {
        return std::nullopt;
    }
    return CheckFinding{"luhn.check", Json::object(), Severity::Warning};
}

} // namespace quanke::formats
