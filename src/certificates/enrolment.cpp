#include "certificates/enrolment.h"

#include "certificates/device.h"
#include "certificates/files.h"
#include "certificates/openssl.h"
#include "platform/durablefile.h"
#include "platform/folder.h"

#include <openssl/crypto.h>
#include <openssl/err.h>

namespace quanke::certificates {

namespace {

constexpr int stretchings =
    200'000; // of the key and of the seal: a third of a second for whoever knows the password
constexpr int inTheClear = -1; // certificates are no secret

using Certificates = Held<STACK_OF(X509), [](STACK_OF(X509) * all) { sk_X509_pop_free(all, X509_free); }>;

/// A copy with an end, as OpenSSL wants it, that leaves nothing behind.
class Word {
public:
    explicit Word(std::string_view text)
        : m_text(text)
    {
    }
    ~Word() { OPENSSL_cleanse(m_text.data(), m_text.size()); }
    Word(const Word &) = delete;
    Word &operator=(const Word &) = delete;
    const char *text() const { return m_text.c_str(); }

private:
    std::string m_text;
};

/// The parts fit together: our authority signed that certificate, whose key this is.
Result<Enrolment> enrolmentOf(X509 *certificate, const EVP_PKEY *key, X509 *authority)
{
    const Failure malformed{"enrolment.malformed"};
    if (certificate == nullptr || key == nullptr || authority == nullptr) {
        return malformed;
    }
    auto device = commonNameOf(*certificate);
    const bool fits = isDeviceId(device) && X509_check_private_key(certificate, key) == 1
        && X509_verify(certificate, X509_get0_pubkey(authority)) == 1;
    ERR_clear_error();
    if (!fits) {
        return malformed;
    }
    return Enrolment{
        std::move(device), pemOf(*certificate), pemOf(*key), pemOf(*authority), untilOf(*certificate)};
}

} // namespace

Result<std::string> pack(const Enrolment &enrolment, std::string_view password)
{
    const auto certificate = certificateIn(enrolment.certificate);
    const auto key = keyIn(enrolment.key);
    auto authority = certificateIn(enrolment.authority);
    const Certificates others(sk_X509_new_null());
    if (!certificate || !key || !authority || !others || sk_X509_push(others.get(), authority.get()) == 0) {
        return Failure{"enrolment.malformed"};
    }
    [[maybe_unused]] const auto *listsOwn = authority.release();
    const Word word(password);
    const Bundle bundle(PKCS12_create(word.text(), enrolment.device.c_str(), key.get(), certificate.get(),
        others.get(), NID_aes_256_cbc, inTheClear, stretchings, stretchings, 0));
    const auto bytes = writing();
    if (!bundle || i2d_PKCS12_bio(bytes.get(), bundle.get()) != 1) {
        ERR_clear_error();
        return Failure{"certificates.openssl"};
    }
    return textOf(bytes.get());
}

Result<Enrolment> unpack(std::string_view bytes, std::string_view password)
{
    const Bundle bundle(d2i_PKCS12_bio(reading(bytes).get(), nullptr));
    if (!bundle) {
        ERR_clear_error();
        return Failure{"enrolment.malformed"};
    }
    const Word word(password);
    if (PKCS12_verify_mac(bundle.get(), word.text(), -1) != 1) {
        ERR_clear_error();
        return Failure{"enrolment.wrong-password"};
    }
    EVP_PKEY *key = nullptr;
    X509 *certificate = nullptr;
    STACK_OF(X509) *others = nullptr;
    PKCS12_parse(bundle.get(), word.text(), &key, &certificate, &others);
    const Key heldKey(key);
    const Certificate heldCertificate(certificate);
    const Certificates heldOthers(others);
    return enrolmentOf(certificate, key, others != nullptr ? sk_X509_value(others, 0) : nullptr);
}

Result<Done> keep(const Enrolment &enrolment, const std::filesystem::path &path)
{
    const auto text = enrolment.certificate + enrolment.key + enrolment.authority;
    return platform::writeWhole(path, [&text](platform::DurableFile &file) { return file.append(text); });
}

Result<Enrolment> kept(const std::filesystem::path &path)
{
    const auto text = platform::readFile(path, longestFile);
    if (!text) {
        return text.failure();
    }
    constexpr std::string_view start = "-----BEGIN CERTIFICATE-----";
    const auto last = text->rfind(start);
    const auto authority =
        certificateIn(last == std::string::npos ? std::string_view() : std::string_view(*text).substr(last));
    const auto certificate = certificateIn(*text);
    const auto key = keyIn(*text);
    return enrolmentOf(certificate.get(), key.get(), authority.get());
}

} // namespace quanke::certificates
