#include "seal/sodiumsuite.h"

#include "seal/random.h"
#include "seal/sodium.h"

#include <cassert>

namespace quanke::seal {

namespace {

constexpr std::size_t keyLength = crypto_aead_xchacha20poly1305_ietf_KEYBYTES;
constexpr std::size_t nonceLength = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t tagLength = crypto_aead_xchacha20poly1305_ietf_ABYTES;

unsigned char *writable(std::string &text, std::size_t from = 0)
{
    return reinterpret_cast<unsigned char *>(text.data()) + from;
}

SecretBytes hmacSha256(const SecretBytes &key, std::string_view text)
{
    SecretBytes tag(crypto_auth_hmacsha256_BYTES);
    crypto_auth_hmacsha256_state state;
    crypto_auth_hmacsha256_init(&state, key.data(), key.size());
    crypto_auth_hmacsha256_update(&state, bytesOf(text), text.size());
    crypto_auth_hmacsha256_final(&state, tag.data());
    sodium_memzero(&state, sizeof state);
    return tag;
}

/// Decrypts into memory of the caller's, sealed.size() - overhead bytes long.
Result<Done> decryptInto(unsigned char *plain, unsigned char number, const SecretBytes &key,
    std::string_view sealed, std::string_view associated)
{
    if (sealed.size() < 1 + nonceLength + tagLength) {
        return Failure{"seal.malformed", {}, {}};
    }
    if (static_cast<unsigned char>(sealed[0]) != number) {
        return Failure{"seal.wrong-suite", {{"number", static_cast<unsigned char>(sealed[0])}}, {}};
    }
    const auto nonce = sealed.substr(1, nonceLength);
    const auto body = sealed.substr(1 + nonceLength);
    if (key.size() != keyLength
        || crypto_aead_xchacha20poly1305_ietf_decrypt(plain, nullptr, nullptr, bytesOf(body), body.size(),
               bytesOf(associated), associated.size(), bytesOf(nonce), key.data())
            != 0) {
        return Failure{"seal.wrong-key", {}, {}};
    }
    return Done{};
}

std::size_t plainLength(std::string_view sealed)
{
    constexpr std::size_t overhead = 1 + nonceLength + tagLength;
    return sealed.size() < overhead ? 0 : sealed.size() - overhead;
}

} // namespace

SodiumSuite::SodiumSuite()
{
    readySodium();
}

SecretBytes SodiumSuite::makeKey() const
{
    return SecretBytes::random(keyLength);
}

std::string SodiumSuite::makeSalt() const
{
    return randomBytes(crypto_pwhash_SALTBYTES);
}

Result<SecretBytes> SodiumSuite::keyFromPassword(
    std::string_view password, std::string_view salt, const PasswordCost &cost) const
{
    if (salt.size() != crypto_pwhash_SALTBYTES) {
        return Failure{"seal.malformed", {}, {}};
    }
    SecretBytes key(keyLength);
    if (crypto_pwhash(key.data(), key.size(), password.data(), password.size(), bytesOf(salt), cost.passes,
            cost.memory, crypto_pwhash_ALG_ARGON2ID13)
        != 0) {
        return Failure{"seal.no-memory", {}, {}};
    }
    return key;
}

std::string SodiumSuite::encrypt(
    const SecretBytes &key, std::string_view plain, std::string_view associated) const
{
    assert(key.size() == keyLength);
    std::string sealed(1 + nonceLength + plain.size() + tagLength, '\0');
    sealed[0] = char(number());
    randombytes_buf(writable(sealed, 1), nonceLength);
    crypto_aead_xchacha20poly1305_ietf_encrypt(writable(sealed, 1 + nonceLength), nullptr, bytesOf(plain),
        plain.size(), bytesOf(associated), associated.size(), nullptr, writable(sealed, 1), key.data());
    return sealed;
}

Result<std::string> SodiumSuite::decrypt(
    const SecretBytes &key, std::string_view sealed, std::string_view associated) const
{
    std::string plain(plainLength(sealed), '\0');
    const auto opened = decryptInto(writable(plain), number(), key, sealed, associated);
    if (!opened) {
        return opened.failure();
    }
    return plain;
}

std::string SodiumSuite::blindIndex(const SecretBytes &key, std::string_view text) const
{
    const SecretBytes own = hmacSha256(key, blindIndexLabel); // for nothing but this
    return char(number()) + std::string(hmacSha256(own, text).view().substr(0, blindIndexLength));
}

std::string SodiumSuite::wrap(
    const SecretBytes &by, const SecretBytes &key, std::string_view associated) const
{
    return encrypt(by, key.view(), associated);
}

Result<SecretBytes> SodiumSuite::unwrap(
    const SecretBytes &by, std::string_view wrapped, std::string_view associated) const
{
    SecretBytes key(plainLength(wrapped));
    const auto opened = decryptInto(key.data(), number(), by, wrapped, associated);
    if (!opened) {
        return opened.failure();
    }
    return key;
}

KeyPair SodiumSuite::makeSealingPair() const
{
    KeyPair pair{std::string(crypto_box_PUBLICKEYBYTES, '\0'), SecretBytes(crypto_box_SECRETKEYBYTES)};
    crypto_box_keypair(writable(pair.publicKey), pair.secretKey.data());
    return pair;
}

Result<std::string> SodiumSuite::sealTo(std::string_view publicKey, std::string_view plain) const
{
    if (publicKey.size() != crypto_box_PUBLICKEYBYTES) {
        return Failure{"seal.malformed", {}, {}};
    }
    std::string sealed(1 + crypto_box_SEALBYTES + plain.size(), '\0');
    sealed[0] = char(number());
    if (crypto_box_seal(writable(sealed, 1), bytesOf(plain), plain.size(), bytesOf(publicKey)) != 0) {
        return Failure{"seal.malformed", {}, {}};
    }
    return sealed;
}

Result<std::string> SodiumSuite::openSealed(const KeyPair &pair, std::string_view sealed) const
{
    if (sealed.size() < 1 + crypto_box_SEALBYTES) {
        return Failure{"seal.malformed", {}, {}};
    }
    if (static_cast<unsigned char>(sealed[0]) != number()) {
        return Failure{"seal.wrong-suite", {{"number", static_cast<unsigned char>(sealed[0])}}, {}};
    }
    const auto box = sealed.substr(1);
    std::string plain(box.size() - crypto_box_SEALBYTES, '\0');
    if (crypto_box_seal_open(
            writable(plain), bytesOf(box), box.size(), bytesOf(pair.publicKey), pair.secretKey.data())
        != 0) {
        return Failure{"seal.wrong-key", {}, {}};
    }
    return plain;
}

KeyPair SodiumSuite::makeSigningPair() const
{
    KeyPair pair{std::string(crypto_sign_PUBLICKEYBYTES, '\0'), SecretBytes(crypto_sign_SECRETKEYBYTES)};
    crypto_sign_keypair(writable(pair.publicKey), pair.secretKey.data());
    return pair;
}

std::string SodiumSuite::sign(const SecretBytes &secretKey, std::string_view message) const
{
    assert(secretKey.size() == crypto_sign_SECRETKEYBYTES);
    std::string signature(crypto_sign_BYTES, '\0');
    crypto_sign_detached(writable(signature), nullptr, bytesOf(message), message.size(), secretKey.data());
    return signature;
}

bool SodiumSuite::verify(
    std::string_view publicKey, std::string_view message, std::string_view signature) const
{
    return publicKey.size() == crypto_sign_PUBLICKEYBYTES && signature.size() == crypto_sign_BYTES
        && crypto_sign_verify_detached(
               bytesOf(signature), bytesOf(message), message.size(), bytesOf(publicKey))
        == 0;
}

std::shared_ptr<const Suite> makeSodiumSuite()
{
    return std::make_shared<SodiumSuite>();
}

} // namespace quanke::seal
