#pragma once

#include "seal/secretbytes.h"

#include <string>
#include <string_view>

namespace quanke::handover {

/// So many characters a password has at least, blanks and dashes not counted.
constexpr std::size_t shortestPassword = 8;

/// One to be read out on the telephone: three groups of four small letters and digits, none of which is taken for
/// another (59 bits).
std::string makePassword();

/// As it counts: without the blanks and dashes that people read and type it with.
seal::SecretBytes spoken(std::string_view typed);

/// Whether it has enough characters (of UTF-8).
bool isLongEnough(std::string_view typed);

} // namespace quanke::handover
