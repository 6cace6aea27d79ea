#include "seal/hallsuite.h"

#include "seal/sm2.h"

namespace quanke::seal {

HallSuite::HallSuite(std::string_view chosen)
    : m_isShangmi(chosen == shangmiName)
{
}

const Suite &HallSuite::chosen() const
{
    return m_isShangmi ? static_cast<const Suite &>(m_shangmi) : m_sodium;
}

/// Of bytes that no suite knows the first one says so.
const Suite &HallSuite::suiteOf(std::string_view sealed) const
{
    const bool isOfShangmi =
        !sealed.empty() && static_cast<unsigned char>(sealed.front()) == m_shangmi.number();
    return isOfShangmi ? static_cast<const Suite &>(m_shangmi) : m_sodium;
}

const Suite &HallSuite::suiteOfKey(std::string_view publicKey) const
{
    return publicKey.size() == sm2::pointLength ? static_cast<const Suite &>(m_shangmi) : m_sodium;
}

SecretBytes HallSuite::makeKey() const
{
    return chosen().makeKey();
}

std::string HallSuite::makeSalt() const
{
    return chosen().makeSalt();
}

Result<SecretBytes> HallSuite::keyFromPassword(
    std::string_view password, std::string_view salt, const PasswordCost &cost) const
{
    return chosen().keyFromPassword(password, salt, cost);
}

std::string HallSuite::encrypt(
    const SecretBytes &key, std::string_view plain, std::string_view associated) const
{
    return chosen().encrypt(key, plain, associated);
}

Result<std::string> HallSuite::decrypt(
    const SecretBytes &key, std::string_view sealed, std::string_view associated) const
{
    return suiteOf(sealed).decrypt(key, sealed, associated);
}

std::string HallSuite::wrap(const SecretBytes &by, const SecretBytes &key, std::string_view associated) const
{
    return chosen().wrap(by, key, associated);
}

Result<SecretBytes> HallSuite::unwrap(
    const SecretBytes &by, std::string_view wrapped, std::string_view associated) const
{
    return suiteOf(wrapped).unwrap(by, wrapped, associated);
}

std::string HallSuite::blindIndex(const SecretBytes &key, std::string_view text) const
{
    return chosen().blindIndex(key, text);
}

Result<Done> HallSuite::encryptStream(
    const SecretBytes &key, std::string_view associated, const Source &source, const Sink &sink) const
{
    return chosen().encryptStream(key, associated, source, sink);
}

Result<Done> HallSuite::decryptStream(
    const SecretBytes &key, std::string_view associated, const Source &source, const Sink &sink) const
{
    std::string front;
    if (auto read = fill(front, 1, source); !read) {
        return read;
    }
    const Source whole = [&source, left = std::string_view(front)](
                             char *into, std::size_t most) mutable -> Result<std::size_t> {
        if (left.empty() || most == 0) {
            return source(into, most);
        }
        *into = left.front();
        left.remove_prefix(1);
        return std::size_t(1);
    };
    return suiteOf(front).decryptStream(key, associated, whole, sink);
}

KeyPair HallSuite::makeSealingPair() const
{
    return chosen().makeSealingPair();
}

Result<std::string> HallSuite::sealTo(std::string_view publicKey, std::string_view plain) const
{
    return suiteOfKey(publicKey).sealTo(publicKey, plain);
}

Result<std::string> HallSuite::openSealed(const KeyPair &pair, std::string_view sealed) const
{
    const auto &suite = suiteOf(sealed);
    return &suite == &suiteOfKey(pair.publicKey) ? suite.openSealed(pair, sealed)
                                                 : Failure{"seal.wrong-key", {}, {}};
}

KeyPair HallSuite::makeSigningPair() const
{
    return chosen().makeSigningPair();
}

std::string HallSuite::sign(const SecretBytes &secretKey, std::string_view message) const
{
    return chosen().sign(secretKey, message);
}

bool HallSuite::verify(std::string_view publicKey, std::string_view message, std::string_view signature) const
{
    return suiteOfKey(publicKey).verify(publicKey, message, signature);
}

std::shared_ptr<const Suite> makeHallSuite(std::string_view name)
{
    const bool isKnown = name == sodiumName || name == shangmiName;
    return isKnown ? std::make_shared<HallSuite>(name) : nullptr;
}

bool isSignedBy(std::string_view publicKey, std::string_view message, std::string_view signature)
{
    return HallSuite(sodiumName).verify(publicKey, message, signature);
}

} // namespace quanke::seal
