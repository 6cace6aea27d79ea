#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace quanke::seal {

/// What one guess at a password costs (Argon2id). The default is RFC 9106's second choice: 64 MiB, three
/// passes.
struct PasswordCost {
    unsigned long long passes = 3;
    std::size_t memory = 64 * 1024 * 1024;
};

/// As little as libsodium lets through: for tests alone.
inline constexpr PasswordCost cheapestCost{1, 8192};

/// The Argon2id string ("$argon2id$v=19$m=…") that is stored instead of the password; it carries its salt and
/// cost. Fails with seal.no-memory.
Result<std::string> hashPassword(std::string_view password, const PasswordCost &cost = {});

/// False for a wrong password and for a string that is none of ours. Takes as long as the string's cost says.
bool verifyPassword(std::string_view hash, std::string_view password);

} // namespace quanke::seal
