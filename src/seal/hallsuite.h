#pragma once

#include "seal/shangmisuite.h"
#include "seal/sodiumsuite.h"

namespace quanke::seal {

/// All suites as one (makeHallSuite): what it makes is the chosen one's; what is opened goes by the number in front of it,
/// what is done with a public key by the key.
class HallSuite : public Suite {
public:
    explicit HallSuite(std::string_view chosen);

    unsigned char number() const override { return chosen().number(); }
    std::string_view name() const override { return chosen().name(); }

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

private:
    const Suite &chosen() const;
    const Suite &suiteOf(std::string_view sealed) const;
    const Suite &suiteOfKey(std::string_view publicKey) const;

    SodiumSuite m_sodium;
    ShangmiSuite m_shangmi;
    bool m_isShangmi;
};

} // namespace quanke::seal
