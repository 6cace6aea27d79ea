#pragma once

#include "certificates/openssl.h"

#include <vector>

/// Making keys and certificates (X.509, EC P-256, SHA-256). Fails with certificates.openssl where OpenSSL does.
namespace quanke::certificates {

enum class Purpose { Authority, Gateway, Desk };

struct Wanted {
    Purpose purpose = Purpose::Desk;
    std::string name; ///< the common name
    std::vector<std::string> addresses; ///< names and IP addresses that a gateway answers at
    Instant from;
    std::chrono::days lasts;
};

struct Signer {
    X509 &certificate;
    EVP_PKEY &key;
};

Result<Key> makeKey();
/// By itself where nobody signs.
Result<Certificate> issue(const Wanted &wanted, EVP_PKEY &key, const Signer *signer);

struct Revoked {
    std::string serial; ///< hexadecimal
    Instant at;
};
/// Each list has a higher number than the one before.
Result<RevocationList> listRevoked(
    const std::vector<Revoked> &revoked, std::uint64_t number, const Signer &signer, Instant now);

/// What a certificate can hold as an address: a name of DNS or an IP address.
bool isAddress(const std::string &text);

} // namespace quanke::certificates
