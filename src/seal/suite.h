#pragma once

#include "core/base/result.h"
#include "seal/password.h"
#include "seal/secretbytes.h"
#include "seal/stream.h"

#include <memory>
#include <string>
#include <string_view>

namespace quanke::seal {

/// A pair for sealed boxes or for signatures. The public half may be published.
struct KeyPair {
    std::string publicKey;
    SecretBytes secretKey;
};

/// What a hall calls its suite: in the gateway's options, on the wire, in stores.
inline constexpr std::string_view sodiumName = "sodium";
inline constexpr std::string_view shangmiName = "shangmi";

inline constexpr std::string_view blindIndexLabel = "quanke blind index";
inline constexpr std::size_t blindIndexLength = 16;

/// One choice of algorithms for everything that is sealed or signed. Sealed bytes begin with the suite's
/// number, so that a later suite can tell what is not its own.
///
/// `associated` is authenticated but not kept: opening needs the same text again. It says where the bytes
/// belong
/// ("draft", case, column), so that they cannot be moved to another row.
///
/// Failures of everything that opens: seal.wrong-key (wrong key, other associated text or altered bytes: they
/// cannot be told apart), seal.malformed (too short), seal.wrong-suite.
class Suite {
public:
    virtual ~Suite() = default;

    virtual unsigned char number() const = 0;
    virtual std::string_view name() const = 0;

    /// A fresh key of this suite's length (32 bytes).
    virtual SecretBytes makeKey() const = 0;
    virtual std::string makeSalt() const = 0;
    /// The key a password stands for. Slow on purpose. Fails: seal.no-memory, seal.malformed (salt).
    virtual Result<SecretBytes> keyFromPassword(
        std::string_view password, std::string_view salt, const PasswordCost &cost) const = 0;

    virtual std::string encrypt(
        const SecretBytes &key, std::string_view plain, std::string_view associated) const = 0;
    virtual Result<std::string> decrypt(
        const SecretBytes &key, std::string_view sealed, std::string_view associated) const = 0;

    /// A key locked away by another key.
    virtual std::string wrap(
        const SecretBytes &by, const SecretBytes &key, std::string_view associated) const = 0;
    virtual Result<SecretBytes> unwrap(
        const SecretBytes &by, std::string_view wrapped, std::string_view associated) const = 0;

    /// By which an exact text is found again under the same key without being kept: the suite's number and 16 bytes that tell
    /// nobody without the key whose they are.
    virtual std::string blindIndex(const SecretBytes &key, std::string_view text) const = 0;

    /// For documents, piece by piece: cut short, lengthened or reordered pieces are noticed. Passes on what
    /// source and sink fail with.
    virtual Result<Done> encryptStream(const SecretBytes &key, std::string_view associated,
        const Source &source, const Sink &sink) const = 0;
    virtual Result<Done> decryptStream(const SecretBytes &key, std::string_view associated,
        const Source &source, const Sink &sink) const = 0;

    /// Sealed boxes: anybody can close one for the owner of a pair, only the owner opens it.
    virtual KeyPair makeSealingPair() const = 0;
    virtual Result<std::string> sealTo(std::string_view publicKey, std::string_view plain) const = 0;
    virtual Result<std::string> openSealed(const KeyPair &pair, std::string_view sealed) const = 0;

    virtual KeyPair makeSigningPair() const = 0;
    /// The signature alone, bare bytes.
    virtual std::string sign(const SecretBytes &secretKey, std::string_view message) const = 0;
    virtual bool verify(
        std::string_view publicKey, std::string_view message, std::string_view signature) const = 0;
};

/// XChaCha20-Poly1305, Argon2id, X25519 sealed boxes, Ed25519; all of libsodium.
std::shared_ptr<const Suite> makeSodiumSuite();
/// SM4-CTR with HMAC-SM3, Argon2id, SM2; of OpenSSL but for the password.
std::shared_ptr<const Suite> makeShangmiSuite();

/// For a hall that has chosen the suite of that name: closes with it, and opens whatever any suite has closed, since the
/// hall may have chosen another before. Boxes are closed by the suite that their public key is of. Null for no such name.
std::shared_ptr<const Suite> makeHallSuite(std::string_view name);

/// A public key tells by its form which suite it is of.
bool isSignedBy(std::string_view publicKey, std::string_view message, std::string_view signature);

} // namespace quanke::seal
