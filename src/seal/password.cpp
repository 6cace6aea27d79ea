#include "seal/password.h"

#include "seal/sodium.h"

#include <array>

namespace quanke::seal {

Result<std::string> hashPassword(std::string_view password, const PasswordCost &cost)
{
    readySodium();
    std::array<char, crypto_pwhash_STRBYTES> text{};
    if (crypto_pwhash_str_alg(text.data(), password.data(), password.size(), cost.passes, cost.memory,
            crypto_pwhash_ALG_ARGON2ID13)
        != 0) {
        return Failure{"seal.no-memory", {}, {}};
    }
    return std::string(text.data());
}

bool verifyPassword(std::string_view hash, std::string_view password)
{
    readySodium();
    if (hash.size() >= crypto_pwhash_STRBYTES) {
        return false;
    }
    return crypto_pwhash_str_verify(std::string(hash).c_str(), password.data(), password.size()) == 0;
}

} // namespace quanke::seal
