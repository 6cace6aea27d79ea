#pragma once

#include "core/base/date.h"
#include "core/base/result.h"

#include <openssl/evp.h>
#include <openssl/pkcs12.h>
#include <openssl/x509.h>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

/// OpenSSL's objects as this folder holds them; nobody else includes this.
namespace quanke::certificates {

template <class T, void (*release)(T *)>
struct Release {
    void operator()(T *object) const { release(object); }
};
template <class T, void (*release)(T *)>
using Held = std::unique_ptr<T, Release<T, release>>;

using Key = Held<EVP_PKEY, EVP_PKEY_free>;
using Certificate = Held<X509, X509_free>;
using RevocationList = Held<X509_CRL, X509_CRL_free>;
using Bundle = Held<PKCS12, PKCS12_free>;
using Bytes = Held<BIO, BIO_free_all>;

/// To read from; the text outlives it.
Bytes reading(std::string_view text);
Bytes writing();
std::string textOf(BIO *bytes);

std::string pemOf(const X509 &certificate);
std::string pemOf(const EVP_PKEY &key);
std::string pemOf(const X509_CRL &list);
/// Null where the text is none.
Certificate certificateIn(std::string_view pem);
Key keyIn(std::string_view pem);
RevocationList revocationListIn(std::string_view pem);

/// The common name: of a desk's certificate its id.
std::string commonNameOf(const X509 &certificate);
/// Lower-case hexadecimal.
std::string serialOf(const X509 &certificate);
std::string textOf(const ASN1_INTEGER &serial);
Instant untilOf(const X509 &certificate);
/// 0 of one without a number, which are those of the past.
std::uint64_t numberOf(X509_CRL &list);

} // namespace quanke::certificates
