#pragma once

#include <algorithm>
#include <string>
#include <string_view>

namespace quanke::formats {

/// Full-width letters, digits and signs as half-width, the ideographic space as a blank, blanks at both ends away.
std::string halfWidth(std::string_view text);

/// The text without the characters in `unwanted`.
std::string without(std::string_view text, std::string_view unwanted);
/// ASCII letters as capitals.
std::string upperCase(std::string_view text);

constexpr bool isDigit(char character)
{
    return character >= '0' && character <= '9';
}

constexpr bool isCapital(char character)
{
    return character >= 'A' && character <= 'Z';
}

constexpr bool areDigits(std::string_view text)
{
    return std::ranges::all_of(text, isDigit);
}

} // namespace quanke::formats
