#pragma once

#include <string_view>

namespace quanke::formats {

/// Whether it will do as a new password of that operator: ten characters at least, of three kinds (small and large letters,
/// digits, others), 200 bytes at most, and not to be guessed from what is in everyday use: frequent passwords, words, names,
/// keys side by side, dates, the operator's own name (ASVS 6.2.4, 6.2.11).
bool isStrongPassword(std::string_view password, std::string_view operatorName);

} // namespace quanke::formats
