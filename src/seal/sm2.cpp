#include "seal/sm2.h"

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>

#include <cassert>
#include <cstring>
#include <memory>
#include <new>

namespace quanke::seal::sm2 {

namespace {

struct Free {
    void operator()(BIGNUM *number) const { BN_clear_free(number); }
    void operator()(EVP_MD_CTX *context) const { EVP_MD_CTX_free(context); }
    void operator()(EVP_PKEY *key) const { EVP_PKEY_free(key); }
    void operator()(EVP_PKEY_CTX *context) const { EVP_PKEY_CTX_free(context); }
    void operator()(OSSL_PARAM *parameters) const { OSSL_PARAM_free(parameters); }
    void operator()(OSSL_PARAM_BLD *builder) const { OSSL_PARAM_BLD_free(builder); }
};
template <class T>
using Owned = std::unique_ptr<T, Free>;

/// Of GB/T 35276 where the two sides have agreed on no other.
constexpr std::string_view identity = "1234567812345678";

void mustHold(bool done)
{
    if (!done) {
        throw std::bad_alloc();
    }
}

const unsigned char *bytesAt(std::string_view text)
{
    return reinterpret_cast<const unsigned char *>(text.data());
}

Owned<EVP_PKEY> keyFrom(int selection, OSSL_PARAM_BLD *builder)
{
    const Owned<OSSL_PARAM> parameters(OSSL_PARAM_BLD_to_param(builder));
    const Owned<EVP_PKEY_CTX> context(EVP_PKEY_CTX_new_from_name(nullptr, "SM2", nullptr));
    mustHold(parameters && context && EVP_PKEY_fromdata_init(context.get()) == 1);
    EVP_PKEY *key = nullptr;
    static_cast<void>(EVP_PKEY_fromdata(context.get(), &key, selection, parameters.get()));
    return Owned<EVP_PKEY>(key); // none where the point is not on the curve
}

Owned<OSSL_PARAM_BLD> builderWith(std::string_view point)
{
    Owned<OSSL_PARAM_BLD> builder(OSSL_PARAM_BLD_new());
    mustHold(builder
        && OSSL_PARAM_BLD_push_utf8_string(builder.get(), OSSL_PKEY_PARAM_GROUP_NAME, "SM2", 0) == 1
        && OSSL_PARAM_BLD_push_octet_string(
               builder.get(), OSSL_PKEY_PARAM_PUB_KEY, point.data(), point.size())
            == 1);
    return builder;
}

Owned<EVP_PKEY> publicHalf(std::string_view point)
{
    return point.size() == pointLength ? keyFrom(EVP_PKEY_PUBLIC_KEY, builderWith(point).get()) : nullptr;
}

Owned<EVP_PKEY> bothHalves(const SecretBytes &secretKey)
{
    if (secretKey.size() != scalarLength + pointLength) {
        return nullptr;
    }
    const Owned<BIGNUM> scalar(BN_secure_new());
    mustHold(scalar && BN_bin2bn(secretKey.data(), scalarLength, scalar.get()) != nullptr);
    const auto builder = builderWith(secretKey.view().substr(scalarLength));
    mustHold(OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_PRIV_KEY, scalar.get()) == 1);
    return keyFrom(EVP_PKEY_KEYPAIR, builder.get());
}

/// For signing and checking; ready for its first bytes once it has begun.
struct Signing {
    explicit Signing(EVP_PKEY *key)
        : own(EVP_PKEY_CTX_new_from_pkey(nullptr, key, nullptr))
        , context(EVP_MD_CTX_new())
    {
        mustHold(own && context && EVP_PKEY_CTX_set1_id(own.get(), identity.data(), identity.size()) == 1);
        EVP_MD_CTX_set_pkey_ctx(context.get(), own.get());
    }
    Owned<EVP_PKEY_CTX> own;
    Owned<EVP_MD_CTX> context;
};

} // namespace

KeyPair makePair()
{
    const Owned<EVP_PKEY> key(EVP_PKEY_Q_keygen(nullptr, nullptr, "SM2"));
    mustHold(bool(key));
    KeyPair pair{std::string(pointLength, '\0'), SecretBytes(scalarLength + pointLength)};
    std::size_t length = 0;
    BIGNUM *scalar = nullptr;
    auto *point = reinterpret_cast<unsigned char *>(pair.publicKey.data());
    mustHold(
        EVP_PKEY_get_octet_string_param(key.get(), OSSL_PKEY_PARAM_PUB_KEY, point, pointLength, &length) == 1
        && length == pointLength && EVP_PKEY_get_bn_param(key.get(), OSSL_PKEY_PARAM_PRIV_KEY, &scalar) == 1);
    const Owned<BIGNUM> owned(scalar);
    mustHold(BN_bn2binpad(scalar, pair.secretKey.data(), scalarLength) == int(scalarLength));
    std::memcpy(pair.secretKey.data() + scalarLength, point, pointLength);
    return pair;
}

Result<std::string> encrypt(std::string_view publicKey, const SecretBytes &plain)
{
    const auto key = publicHalf(publicKey);
    if (!key) {
        return Failure{"seal.malformed", {}, {}};
    }
    const Owned<EVP_PKEY_CTX> context(EVP_PKEY_CTX_new_from_pkey(nullptr, key.get(), nullptr));
    std::size_t length = 0;
    mustHold(context && EVP_PKEY_encrypt_init(context.get()) == 1
        && EVP_PKEY_encrypt(context.get(), nullptr, &length, plain.data(), plain.size()) == 1);
    std::string sealed(length, '\0');
    mustHold(EVP_PKEY_encrypt(context.get(), reinterpret_cast<unsigned char *>(sealed.data()), &length,
                 plain.data(), plain.size())
        == 1);
    sealed.resize(length);
    return sealed;
}

Result<SecretBytes> decrypt(const SecretBytes &secretKey, std::string_view sealed)
{
    const auto key = bothHalves(secretKey);
    if (!key) {
        return Failure{"seal.wrong-key", {}, {}};
    }
    const Owned<EVP_PKEY_CTX> context(EVP_PKEY_CTX_new_from_pkey(nullptr, key.get(), nullptr));
    std::size_t length = 0;
    mustHold(context && EVP_PKEY_decrypt_init(context.get()) == 1);
    if (EVP_PKEY_decrypt(context.get(), nullptr, &length, bytesAt(sealed), sealed.size()) != 1) {
        return Failure{"seal.wrong-key", {}, {}};
    }
    SecretBytes room(length);
    if (EVP_PKEY_decrypt(context.get(), room.data(), &length, bytesAt(sealed), sealed.size()) != 1) {
        return Failure{"seal.wrong-key", {}, {}};
    }
    return SecretBytes::copyOf(room.view().substr(0, length));
}

std::string sign(const SecretBytes &secretKey, std::string_view message)
{
    const auto key = bothHalves(secretKey);
    assert(key);
    const Signing signing(key.get());
    std::size_t length = 0;
    mustHold(EVP_DigestSignInit(signing.context.get(), nullptr, EVP_sm3(), nullptr, key.get()) == 1
        && EVP_DigestSign(signing.context.get(), nullptr, &length, bytesAt(message), message.size()) == 1);
    std::string signature(length, '\0');
    mustHold(EVP_DigestSign(signing.context.get(), reinterpret_cast<unsigned char *>(signature.data()),
                 &length, bytesAt(message), message.size())
        == 1);
    signature.resize(length);
    return signature;
}

bool verify(std::string_view publicKey, std::string_view message, std::string_view signature)
{
    const auto key = publicHalf(publicKey);
    if (!key) {
        return false;
    }
    const Signing signing(key.get());
    mustHold(EVP_DigestVerifyInit(signing.context.get(), nullptr, EVP_sm3(), nullptr, key.get()) == 1);
    return EVP_DigestVerify(
               signing.context.get(), bytesAt(signature), signature.size(), bytesAt(message), message.size())
        == 1;
}

} // namespace quanke::seal::sm2
