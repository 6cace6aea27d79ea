#include "seal/shangmisuite.h"

#include "seal/random.h"
#include "seal/sm2.h"
#include "seal/sm4.h"

#include <algorithm>

namespace quanke::seal {

namespace {

constexpr std::size_t headLength = 1 + Sm4::counterLength;
constexpr std::size_t overheadLength = headLength + Sm4::tagLength;

/// What of sealed bytes is encrypted.
std::string_view bodyOf(std::string_view sealed)
{
    return sealed.substr(headLength, sealed.size() - overheadLength);
}

std::size_t plainSize(std::string_view sealed)
{
    return sealed.size() < overheadLength ? 0 : sealed.size() - overheadLength;
}

/// Decrypts into memory of the caller's, `plainSize` bytes long; nothing is written there unless all of it is genuine.
Result<Done> openInto(unsigned char *plain, unsigned char number, const SecretBytes &key,
    std::string_view sealed, std::string_view associated)
{
    if (sealed.size() < overheadLength) {
        return Failure{"seal.malformed", {}, {}};
    }
    if (static_cast<unsigned char>(sealed[0]) != number) {
        return Failure{"seal.wrong-suite", {{"number", static_cast<unsigned char>(sealed[0])}}, {}};
    }
    Sm4 cipher(key, sealed.substr(1, Sm4::counterLength));
    const auto tag = sealed.substr(sealed.size() - Sm4::tagLength);
    const auto rest = sealed.substr(0, sealed.size() - Sm4::tagLength);
    if (key.size() != Sm4::keyLength || !sameBytes(cipher.tag({associated, rest}), tag)) {
        return Failure{"seal.wrong-key", {}, {}};
    }
    cipher.apply(bodyOf(sealed), plain);
    return Done{};
}

} // namespace

SecretBytes ShangmiSuite::makeKey() const
{
    return SecretBytes::random(Sm4::keyLength);
}

std::string ShangmiSuite::makeSalt() const
{
    return makeSodiumSuite()->makeSalt();
}

/// There is no national algorithm that is slow and wants memory.
Result<SecretBytes> ShangmiSuite::keyFromPassword(
    std::string_view password, std::string_view salt, const PasswordCost &cost) const
{
    return makeSodiumSuite()->keyFromPassword(password, salt, cost);
}

std::string ShangmiSuite::encrypt(
    const SecretBytes &key, std::string_view plain, std::string_view associated) const
{
    const auto counter = randomBytes(Sm4::counterLength);
    Sm4 cipher(key, counter);
    std::string sealed(headLength + plain.size(), '\0');
    sealed[0] = char(number());
    std::ranges::copy(counter, sealed.begin() + 1);
    cipher.apply(plain, reinterpret_cast<unsigned char *>(sealed.data()) + headLength);
    sealed += cipher.tag({associated, sealed});
    return sealed;
}

Result<std::string> ShangmiSuite::decrypt(
    const SecretBytes &key, std::string_view sealed, std::string_view associated) const
{
    std::string plain(plainSize(sealed), '\0');
    const auto opened =
        openInto(reinterpret_cast<unsigned char *>(plain.data()), number(), key, sealed, associated);
    return opened ? Result<std::string>(std::move(plain)) : opened.failure();
}

std::string ShangmiSuite::blindIndex(const SecretBytes &key, std::string_view text) const
{
    const SecretBytes own = hmacSm3(key, blindIndexLabel); // for nothing but this
    return char(number()) + std::string(hmacSm3(own, text).view().substr(0, blindIndexLength));
}

std::string ShangmiSuite::wrap(
    const SecretBytes &by, const SecretBytes &key, std::string_view associated) const
{
    return encrypt(by, key.view(), associated);
}

Result<SecretBytes> ShangmiSuite::unwrap(
    const SecretBytes &by, std::string_view wrapped, std::string_view associated) const
{
    SecretBytes key(plainSize(wrapped));
    const auto opened = openInto(key.data(), number(), by, wrapped, associated);
    return opened ? Result<SecretBytes>(std::move(key)) : opened.failure();
}

KeyPair ShangmiSuite::makeSealingPair() const
{
    return sm2::makePair();
}

Result<std::string> ShangmiSuite::sealTo(std::string_view publicKey, std::string_view plain) const
{
    const auto key = makeKey();
    const auto locked = sm2::encrypt(publicKey, key);
    if (!locked) {
        return locked.failure();
    }
    std::string sealed{char(number()), char(locked->size() >> 8), char(locked->size() & 0xff)};
    return sealed + *locked + encrypt(key, plain, *locked);
}

Result<std::string> ShangmiSuite::openSealed(const KeyPair &pair, std::string_view sealed) const
{
    constexpr std::size_t before = 3;
    if (sealed.size() < before) {
        return Failure{"seal.malformed", {}, {}};
    }
    if (static_cast<unsigned char>(sealed[0]) != number()) {
        return Failure{"seal.wrong-suite", {{"number", static_cast<unsigned char>(sealed[0])}}, {}};
    }
    const std::size_t length =
        std::size_t(static_cast<unsigned char>(sealed[1])) << 8 | static_cast<unsigned char>(sealed[2]);
    if (sealed.size() < before + length) {
        return Failure{"seal.malformed", {}, {}};
    }
    const auto locked = sealed.substr(before, length);
    const auto key = sm2::decrypt(pair.secretKey, locked);
    return key ? decrypt(*key, sealed.substr(before + length), locked) : Result<std::string>(key.failure());
}

KeyPair ShangmiSuite::makeSigningPair() const
{
    return sm2::makePair();
}

std::string ShangmiSuite::sign(const SecretBytes &secretKey, std::string_view message) const
{
    return sm2::sign(secretKey, message);
}

bool ShangmiSuite::verify(
    std::string_view publicKey, std::string_view message, std::string_view signature) const
{
    return sm2::verify(publicKey, message, signature);
}

std::shared_ptr<const Suite> makeShangmiSuite()
{
    return std::make_shared<ShangmiSuite>();
}

} // namespace quanke::seal
