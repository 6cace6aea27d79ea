#pragma once

#include "seal/suite.h"

namespace quanke::seal {

/// Suite number 2, for halls that must use the national algorithms: SM4 (GB/T 32907), SM3 (GB/T 32905), SM2 (GB/T 32918,
/// signatures with the default identity of GB/T 35276); all of OpenSSL. Encrypt, then authenticate, with two keys that are
/// derived from the one (HMAC-SM3 of a label).
///   encrypt  number ‖ counter (16) ‖ SM4-CTR ciphertext ‖ HMAC-SM3 (32) over the place and all before it
///   stream   number ‖ counter (16) ‖ pieces of 64 KiB, each with an HMAC-SM3 over the place, the header, its own number,
///            whether it is the last, and its ciphertext; the counter runs on
///   sealTo   number ‖ length (2, big-endian) ‖ SM2 ciphertext of a fresh key (DER) ‖ what `encrypt` makes under it
/// Public keys are uncompressed points (65 bytes), secret ones scalars (32) with their point behind. Signatures are DER.
class ShangmiSuite : public Suite {
public:
    unsigned char number() const override { return 2; }
    std::string_view name() const override { return shangmiName; }

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
