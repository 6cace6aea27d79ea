#include "handover/password.h"

#include "seal/random.h"

#include <algorithm>

namespace quanke::handover {

namespace {

bool isFiller(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '-';
}

} // namespace

std::string makePassword()
{
    constexpr std::size_t group = 4;
    std::string password;
    for (const char sign : seal::randomCode(3 * group)) {
        if (password.size() % (group + 1) == group) {
            password += ' ';
        }
        password += sign >= 'A' && sign <= 'Z' ? char(sign - 'A' + 'a') : sign;
    }
    return password;
}

seal::SecretBytes spoken(std::string_view typed)
{
    seal::SecretBytes bytes(typed.size() - std::size_t(std::ranges::count_if(typed, isFiller)));
    std::ranges::copy_if(typed, bytes.data(), [](char byte) { return !isFiller(byte); });
    return bytes;
}

bool isLongEnough(std::string_view typed)
{
    const auto begins = [](char byte) { return !isFiller(byte) && (byte & 0xC0) != 0x80; };
    return std::size_t(std::ranges::count_if(typed, begins)) >= shortestPassword;
}

} // namespace quanke::handover
