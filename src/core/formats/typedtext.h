#pragma once

#include <string>
#include <string_view>

namespace quanke::formats {

/// Full-width letters, digits and signs as half-width, the ideographic space as a blank, blanks at both ends away.
std::string halfWidth(std::string_view text);

/// The text without the characters in `unwanted`.
std::string without(std::string_view text, std::string_view unwanted);
/// ASCII letters as capitals.
std::string upperCase(std::string_view text);

bool isDigit(char character);
bool isCapital(char character);
bool areDigits(std::string_view text);

} // namespace quanke::formats
