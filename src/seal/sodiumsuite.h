#pragma once

#include "seal/suite.h"

namespace quanke::seal {

/// Suite number 1.
///   encrypt  number ‖ nonce (24) ‖ XChaCha20-Poly1305 (IETF) ciphertext and tag; associated text as given
///   stream   number ‖ secretstream header (24) ‖ pieces of 64 KiB and their 17 bytes; the last is tagged
///   final sealTo   number ‖ X25519 sealed box
class SodiumSuite : public Suite {
public:
    SodiumSuite();

    unsigned char number() const override { return 1; }
    std::string_view name() const override { return sodiumName; }

    SecretBytes makeKey() const override;
    std::string makeSalt() const override;
    Result<SecretBytes> keyFromPassword(
        std::string_view password, std::string_view salt, const PasswordCost &cost) const override;

    std::string encrypt(
        const SecretBytes &key, std::string_view plain, std::string_view associated) const override;
    Result<std::string> decrypt(
        const SecretBytes &key, std::string_view sealed, std::string_view associated) const override;
    std::string wrap(
        const SecretBytes &by, const SecretBytes &key, std::string_view associated) const override;
    Result<SecretBytes> unwrap(
        const SecretBytes &by, std::string_view wrapped, std::string_view associated) const override;
    std::string blindIndex(const SecretBytes &key, std::string_view text) const override;
    Result<Done> encryptStream(const SecretBytes &key, std::string_view associated, const Source &source,
        const Sink &sink) const override;
    Result<Done> decryptStream(const SecretBytes &key, std::string_view associated, const Source &source,
        const Sink &sink) const override;

    KeyPair makeSealingPair() const override;
    Result<std::string> sealTo(std::string_view publicKey, std::string_view plain) const override;
    Result<std::string> openSealed(const KeyPair &pair, std::string_view sealed) const override;
    KeyPair makeSigningPair() const override;
    std::string sign(const SecretBytes &secretKey, std::string_view message) const override;
    bool verify(
        std::string_view publicKey, std::string_view message, std::string_view signature) const override;
};

} // namespace quanke::seal
