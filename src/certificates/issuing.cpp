#include "certificates/issuing.h"

#include "seal/random.h"

#include <arpa/inet.h>
#include <openssl/err.h>
#include <openssl/x509v3.h>

#include <array>
#include <utility>

namespace quanke::certificates {

namespace {

constexpr std::size_t serialBytes = 16;
/// What clocks differ by: a desk whose clock is behind takes a new certificate all the same.
constexpr std::chrono::days clocksDiffer{1};

Failure opensslFailed()
{
    std::array<char, 256> text{};
    ERR_error_string_n(ERR_get_error(), text.data(), text.size());
    ERR_clear_error();
    return {"certificates.openssl", Json::object(), text.data()};
}

bool isIp(const std::string &text)
{
    std::array<unsigned char, 16> address{};
    return inet_pton(AF_INET, text.c_str(), address.data()) == 1
        || inet_pton(AF_INET6, text.c_str(), address.data()) == 1;
}

bool setTimes(const Wanted &wanted, X509 &certificate)
{
    const auto seconds = [](Instant at) {
        return std::chrono::duration_cast<std::chrono::seconds>(at.time_since_epoch()).count();
    };
    return ASN1_TIME_set(X509_getm_notBefore(&certificate), seconds(wanted.from - clocksDiffer)) != nullptr
        && ASN1_TIME_set(X509_getm_notAfter(&certificate), seconds(wanted.from + wanted.lasts)) != nullptr;
}

bool setSerial(X509 &certificate)
{
    auto bytes = seal::randomBytes(serialBytes);
    bytes[0] =
        char((static_cast<unsigned char>(bytes[0]) & 0x7f) | 0x40); // positive, always of the same length
    const Held<BIGNUM, BN_free> number(
        BN_bin2bn(reinterpret_cast<const unsigned char *>(bytes.data()), int(bytes.size()), nullptr));
    return BN_to_ASN1_INTEGER(number.get(), X509_get_serialNumber(&certificate)) != nullptr;
}

bool setName(X509_NAME &into, const std::string &name)
{
    return X509_NAME_add_entry_by_txt(&into, "CN", MBSTRING_UTF8,
               reinterpret_cast<const unsigned char *>(name.data()), int(name.size()), -1, 0)
        == 1;
}

std::string alternativeNames(const std::vector<std::string> &addresses)
{
    std::string names;
    for (const auto &address : addresses) {
        names += names.empty() ? "" : ",";
        names += isIp(address) ? "IP:" : "DNS:";
        names += address;
    }
    return names;
}

struct Extension {
    int kind;
    std::string value;
};

std::vector<Extension> extensionsOf(const Wanted &wanted)
{
    if (wanted.purpose == Purpose::Authority) {
        return {{NID_basic_constraints, "critical,CA:TRUE,pathlen:0"},
            {NID_key_usage, "critical,keyCertSign,cRLSign"}, {NID_subject_key_identifier, "hash"}};
    }
    const bool isGateway = wanted.purpose == Purpose::Gateway;
    std::vector<Extension> extensions{{NID_basic_constraints, "critical,CA:FALSE"},
        {NID_key_usage, "critical,digitalSignature"},
        {NID_ext_key_usage, isGateway ? "serverAuth" : "clientAuth"}, {NID_subject_key_identifier, "hash"},
        {NID_authority_key_identifier, "keyid"}};
    if (!wanted.addresses.empty()) {
        extensions.push_back({NID_subject_alt_name, alternativeNames(wanted.addresses)});
    }
    return extensions;
}

bool addExtensions(const Wanted &wanted, X509 &issuer, X509 &certificate)
{
    X509V3_CTX context;
    X509V3_set_ctx(&context, &issuer, &certificate, nullptr, nullptr, 0);
    for (const auto &[kind, value] : extensionsOf(wanted)) {
        const Held<X509_EXTENSION, X509_EXTENSION_free> extension(
            X509V3_EXT_conf_nid(nullptr, &context, kind, value.c_str()));
        if (!extension || X509_add_ext(&certificate, extension.get(), -1) != 1) {
            return false;
        }
    }
    return true;
}

bool addRevoked(const Revoked &revoked, X509_CRL &list)
{
    BIGNUM *parsed = nullptr;
    BN_hex2bn(&parsed, revoked.serial.c_str());
    const Held<BIGNUM, BN_free> number(parsed);
    const Held<ASN1_INTEGER, ASN1_INTEGER_free> serial(BN_to_ASN1_INTEGER(number.get(), nullptr));
    const auto at = std::chrono::duration_cast<std::chrono::seconds>(revoked.at.time_since_epoch()).count();
    const Held<ASN1_TIME, ASN1_TIME_free> moment(ASN1_TIME_set(nullptr, at));
    Held<X509_REVOKED, X509_REVOKED_free> entry(X509_REVOKED_new());
    if (!serial || !moment || !entry || X509_REVOKED_set_serialNumber(entry.get(), serial.get()) != 1
        || X509_REVOKED_set_revocationDate(entry.get(), moment.get()) != 1
        || X509_CRL_add0_revoked(&list, entry.get()) != 1) {
        return false;
    }
    [[maybe_unused]] const auto *listsOwn = entry.release();
    return true;
}

bool addNumber(std::uint64_t number, X509_CRL &list)
{
    constexpr int notCritical = 0;
    const Held<ASN1_INTEGER, ASN1_INTEGER_free> held(ASN1_INTEGER_new());
    return held && ASN1_INTEGER_set_uint64(held.get(), number) == 1
        && X509_CRL_add1_ext_i2d(&list, NID_crl_number, held.get(), notCritical, X509V3_ADD_DEFAULT) == 1;
}

} // namespace

Result<Key> makeKey()
{
    Key key(EVP_EC_gen("P-256"));
    return key ? Result<Key>(std::move(key)) : Result<Key>(opensslFailed());
}

Result<Certificate> issue(const Wanted &wanted, EVP_PKEY &key, const Signer *signer)
{
    Certificate certificate(X509_new());
    X509 &issuer = signer ? signer->certificate : *certificate;
    const bool isFilled = certificate && X509_set_version(certificate.get(), X509_VERSION_3) == 1
        && setSerial(*certificate) && setTimes(wanted, *certificate)
        && setName(*X509_get_subject_name(certificate.get()), wanted.name)
        && X509_set_issuer_name(certificate.get(), X509_get_subject_name(&issuer)) == 1
        && X509_set_pubkey(certificate.get(), &key) == 1 && addExtensions(wanted, issuer, *certificate);
    if (!isFilled || X509_sign(certificate.get(), signer ? &signer->key : &key, EVP_sha256()) == 0) {
        return opensslFailed();
    }
    return certificate;
}

Result<RevocationList> listRevoked(
    const std::vector<Revoked> &revoked, std::uint64_t number, const Signer &signer, Instant now)
{
    RevocationList list(X509_CRL_new());
    const auto at = std::chrono::duration_cast<std::chrono::seconds>(now.time_since_epoch()).count();
    const Held<ASN1_TIME, ASN1_TIME_free> moment(ASN1_TIME_set(nullptr, at));
    bool isFilled = list && moment && X509_CRL_set_version(list.get(), X509_CRL_VERSION_2) == 1
        && X509_CRL_set_issuer_name(list.get(), X509_get_subject_name(&signer.certificate)) == 1
        && X509_CRL_set1_lastUpdate(list.get(), moment.get()) == 1 && addNumber(number, *list);
    for (const auto &one : revoked) {
        isFilled = isFilled && addRevoked(one, *list);
    }
    if (!isFilled || X509_CRL_sort(list.get()) != 1
        || X509_CRL_sign(list.get(), &signer.key, EVP_sha256()) == 0) {
        return opensslFailed();
    }
    return list;
}

bool isAddress(const std::string &text)
{
    constexpr std::size_t longest = 253;
    const bool isName = !text.empty() && text.size() <= longest && text.front() != '.' && text.front() != '-'
        && text.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-")
            == std::string::npos;
    return isName || isIp(text);
}

} // namespace quanke::certificates
