#include "core/formats/newpassword.h"

#include <algorithm>

namespace quanke::formats {

namespace {

constexpr std::size_t shortestPassword = 10;
constexpr std::size_t longestPassword = 200;
constexpr int fewestKinds = 3;

int kindsIn(std::string_view password)
{
    const auto has = [password](auto isOfKind) { return int(std::ranges::any_of(password, isOfKind)); };
    const auto isSmall = [](char one) { return one >= 'a' && one <= 'z'; };
    const auto isLarge = [](char one) { return one >= 'A' && one <= 'Z'; };
    const auto isDigit = [](char one) { return one >= '0' && one <= '9'; };
    const auto isOther = [&](char one) { return !isSmall(one) && !isLarge(one) && !isDigit(one); };
    return has(isSmall) + has(isLarge) + has(isDigit) + has(isOther);
}

} // namespace

bool isStrongPassword(std::string_view password)
{
    return password.size() >= shortestPassword && password.size() <= longestPassword
        && kindsIn(password) >= fewestKinds;
}

} // namespace quanke::formats
