#include "seal/sm4.h"

#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <array>
#include <cassert>
#include <cstdint>
#include <new>

namespace quanke::seal {

namespace {

constexpr std::size_t cipherKeyLength = 16;

/// Only memory can be short here: there is no going on without it.
void must(bool done)
{
    if (!done) {
        throw std::bad_alloc();
    }
}

const unsigned char *bytesIn(std::string_view text)
{
    return reinterpret_cast<const unsigned char *>(text.data());
}

} // namespace

SecretBytes hmacSm3(const SecretBytes &key, std::string_view text)
{
    SecretBytes tag(Sm4::tagLength);
    unsigned int length = 0;
    must(HMAC(EVP_sm3(), key.data(), int(key.size()), bytesIn(text), text.size(), tag.data(), &length)
        != nullptr);
    assert(length == Sm4::tagLength);
    return tag;
}

struct Sm4::Content {
    struct Free {
        void operator()(EVP_CIPHER_CTX *context) const { EVP_CIPHER_CTX_free(context); }
    };
    std::unique_ptr<EVP_CIPHER_CTX, Free> cipher{EVP_CIPHER_CTX_new()};
    SecretBytes authentication;
};

Sm4::Sm4(const SecretBytes &key, std::string_view counter)
    : m_content(std::make_unique<Content>())
{
    assert(counter.size() == counterLength);
    const SecretBytes encryption = hmacSm3(key, "quanke sm4-ctr");
    static_assert(cipherKeyLength <= tagLength);
    must(m_content->cipher
        && EVP_EncryptInit_ex(
               m_content->cipher.get(), EVP_sm4_ctr(), nullptr, encryption.data(), bytesIn(counter))
            == 1);
    m_content->authentication = hmacSm3(key, "quanke hmac-sm3");
}

Sm4::~Sm4() = default;

void Sm4::apply(std::string_view bytes, unsigned char *into)
{
    int length = 0;
    must(EVP_EncryptUpdate(m_content->cipher.get(), into, &length, bytesIn(bytes), int(bytes.size())) == 1);
    assert(length == int(bytes.size()));
}

std::string Sm4::tag(std::initializer_list<std::string_view> parts) const
{
    const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(), &EVP_MD_CTX_free);
    const auto &key = m_content->authentication;
    const std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> hmac(
        EVP_PKEY_new_raw_private_key(EVP_PKEY_HMAC, nullptr, key.data(), key.size()), &EVP_PKEY_free);
    must(context && hmac && EVP_DigestSignInit(context.get(), nullptr, EVP_sm3(), nullptr, hmac.get()) == 1);
    for (const auto part : parts) {
        std::array<unsigned char, 8> length{};
        for (std::size_t i = 0; i < length.size(); ++i) {
            length[i] = static_cast<unsigned char>(std::uint64_t(part.size()) >> (8 * i));
        }
        must(EVP_DigestSignUpdate(context.get(), length.data(), length.size()) == 1
            && EVP_DigestSignUpdate(context.get(), part.data(), part.size()) == 1);
    }
    std::string tag(tagLength, '\0');
    std::size_t length = tag.size();
    must(EVP_DigestSignFinal(context.get(), reinterpret_cast<unsigned char *>(tag.data()), &length) == 1);
    return tag;
}

} // namespace quanke::seal
