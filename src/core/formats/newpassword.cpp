#include "core/formats/newpassword.h"

#include <zxcvbn.h>

#include <algorithm>
#include <string>
#include <vector>

namespace quanke::formats {

namespace {

constexpr std::size_t shortestPassword = 10;
constexpr std::size_t longestPassword = 200;
constexpr int fewestKinds = 3;
constexpr double fewestBits = 33; ///< ten thousand million tries
constexpr std::size_t mostJudged = 100; ///< bytes: what judging takes grows with more than their square

/// Whose words the dictionaries lack: ours (ASVS 6.1.2), and what China types most.
constexpr auto everydayWords = {"quanke", "woaini", "woaiwojia", "zhongguo", "nihao", "1314", "5201314"};

int kindsIn(std::string_view password)
{
    const auto has = [password](auto isOfKind) { return int(std::ranges::any_of(password, isOfKind)); };
    const auto isSmall = [](char one) { return one >= 'a' && one <= 'z'; };
    const auto isLarge = [](char one) { return one >= 'A' && one <= 'Z'; };
    const auto isDigit = [](char one) { return one >= '0' && one <= '9'; };
    const auto isOther = [&](char one) { return !isSmall(one) && !isLarge(one) && !isDigit(one); };
    return has(isSmall) + has(isLarge) + has(isDigit) + has(isOther);
}

/// How much there is to guess, in bits.
double strengthOf(std::string_view password, std::string_view operatorName)
{
    const std::string judged(password.substr(0, mostJudged));
    const std::string name(operatorName);
    std::vector<const char *> words(everydayWords);
    if (!name.empty()) {
        words.push_back(name.c_str());
    }
    words.push_back(nullptr); // their end
    return ZxcvbnMatch(judged.c_str(), words.data(), nullptr);
}

} // namespace

bool isStrongPassword(std::string_view password, std::string_view operatorName)
{
    return password.size() >= shortestPassword && password.size() <= longestPassword
        && kindsIn(password) >= fewestKinds && strengthOf(password, operatorName) >= fewestBits;
}

} // namespace quanke::formats
