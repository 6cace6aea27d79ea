#include "certificates/openssl.h"

#include "seal/text.h"

#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <array>
#include <ctime>

namespace quanke::certificates {

namespace {

/// Keys of ours have no password of their own; one that has is not asked for, which OpenSSL would do at the terminal.
int noPassword(char *, int, int, void *)
{
    return -1;
}

} // namespace

Bytes reading(std::string_view text)
{
    return Bytes(BIO_new_mem_buf(text.data(), int(text.size())));
}

Bytes writing()
{
    return Bytes(BIO_new(BIO_s_mem()));
}

std::string textOf(BIO *bytes)
{
    char *start = nullptr;
    const auto length = BIO_get_mem_data(bytes, &start);
    return {start, std::size_t(length)};
}

std::string pemOf(const X509 &certificate)
{
    const auto bytes = writing();
    PEM_write_bio_X509(bytes.get(), &certificate);
    return textOf(bytes.get());
}

std::string pemOf(const EVP_PKEY &key)
{
    const auto bytes = writing();
    PEM_write_bio_PKCS8PrivateKey(bytes.get(), &key, nullptr, nullptr, 0, nullptr, nullptr);
    return textOf(bytes.get());
}

std::string pemOf(const X509_CRL &list)
{
    const auto bytes = writing();
    PEM_write_bio_X509_CRL(bytes.get(), &list);
    return textOf(bytes.get());
}

Certificate certificateIn(std::string_view pem)
{
    return Certificate(PEM_read_bio_X509(reading(pem).get(), nullptr, noPassword, nullptr));
}

Key keyIn(std::string_view pem)
{
    return Key(PEM_read_bio_PrivateKey(reading(pem).get(), nullptr, noPassword, nullptr));
}

RevocationList revocationListIn(std::string_view pem)
{
    return RevocationList(PEM_read_bio_X509_CRL(reading(pem).get(), nullptr, noPassword, nullptr));
}

std::string commonNameOf(const X509 &certificate)
{
    std::array<char, 128> name{};
    const int length = X509_NAME_get_text_by_NID(
        X509_get_subject_name(&certificate), NID_commonName, name.data(), int(name.size()));
    return length > 0 ? std::string(name.data(), std::size_t(length)) : std::string();
}

std::string textOf(const ASN1_INTEGER &serial)
{
    return seal::toHex({reinterpret_cast<const char *>(ASN1_STRING_get0_data(&serial)),
        std::size_t(ASN1_STRING_length(&serial))});
}

std::string serialOf(const X509 &certificate)
{
    return textOf(*X509_get0_serialNumber(&certificate));
}

std::uint64_t numberOf(X509_CRL &list)
{
    const Held<ASN1_INTEGER, ASN1_INTEGER_free> number(
        static_cast<ASN1_INTEGER *>(X509_CRL_get_ext_d2i(&list, NID_crl_number, nullptr, nullptr)));
    std::uint64_t value = 0;
    return number && ASN1_INTEGER_get_uint64(&value, number.get()) == 1 ? value : 0;
}

Instant untilOf(const X509 &certificate)
{
    std::tm moment{};
    ASN1_TIME_to_tm(X509_get0_notAfter(&certificate), &moment);
    return Instant(std::chrono::seconds(timegm(&moment)));
}

} // namespace quanke::certificates
