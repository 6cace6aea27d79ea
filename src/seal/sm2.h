#pragma once

#include "core/base/result.h"
#include "seal/suite.h"

#include <string>
#include <string_view>

/// SM2, the elliptic curve of GB/T 32918: keys as ShangmiSuite describes them.
namespace quanke::seal::sm2 {

inline constexpr std::size_t pointLength = 65;
inline constexpr std::size_t scalarLength = 32;

KeyPair makePair();
/// Fails with seal.malformed where that is no point of the curve.
Result<std::string> encrypt(std::string_view publicKey, const SecretBytes &plain);
/// Fails with seal.wrong-key.
Result<SecretBytes> decrypt(const SecretBytes &secretKey, std::string_view sealed);
std::string sign(const SecretBytes &secretKey, std::string_view message);
bool verify(std::string_view publicKey, std::string_view message, std::string_view signature);

} // namespace quanke::seal::sm2
