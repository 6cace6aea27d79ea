#include "seal/sm2.h"
#include "seal/sm4.h"
#include "seal/suite.h"

#include <openssl/evp.h>

#include <QByteArray>
#include <QTest>

#include <memory>

using namespace quanke;

namespace {

std::string bytes(const char *hex)
{
    return QByteArray::fromHex(hex).toStdString();
}

/// By the definition of HMAC (RFC 2104), over SM3 alone.
std::string hmacSm3(std::string key, const std::string &message)
{
    const auto sm3 = [](const std::string &text) {
        std::string digest(32, '\0');
        EVP_Digest(text.data(), text.size(), reinterpret_cast<unsigned char *>(digest.data()), nullptr,
            EVP_sm3(), nullptr);
        return digest;
    };
    key.resize(64, '\0');
    std::string inner = key;
    std::string outer = key;
    for (std::size_t i = 0; i < key.size(); ++i) {
        inner[i] = char(inner[i] ^ 0x36);
        outer[i] = char(outer[i] ^ 0x5c);
    }
    return sm3(outer + sm3(inner + message));
}

} // namespace

/// The format, put together by other means: what is sealed today has to open in ten years.
class ShangmiTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sealsAsItsHeaderSays()
    {
        const auto suite = seal::makeShangmiSuite();
        const auto key = seal::SecretBytes::copyOf(std::string(32, 'k'));
        const std::string sealed = suite->encrypt(key, "王小满", "draft|1");
        const std::string counter = sealed.substr(1, 16);
        const std::string body = sealed.substr(17, sealed.size() - 17 - 32);
        const std::string cipherKey = hmacSm3(std::string(32, 'k'), "quanke sm4-ctr").substr(0, 16);
        QCOMPARE(QByteArray::fromStdString(sm4Counter(cipherKey, counter, body)), QByteArray("王小满"));
        const auto length = [](std::size_t size) {
            return std::string(1, char(size)) + std::string(7, '\0');
        };
        const std::string said =
            length(7) + "draft|1" + length(17 + body.size()) + sealed.substr(0, 17) + body;
        QVERIFY(hmacSm3(hmacSm3(std::string(32, 'k'), "quanke hmac-sm3"), said)
            == sealed.substr(sealed.size() - 32));
    }

    void theAlgorithmsAreThoseOfTheStandards()
    {
        // GB/T 32905, first example
        std::string digest(32, '\0');
        EVP_Digest("abc", 3, reinterpret_cast<unsigned char *>(digest.data()), nullptr, EVP_sm3(), nullptr);
        QVERIFY(digest == bytes("66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0"));
        // GB/T 32907, first example: a counter block encrypted is the key stream
        const std::string block = bytes("0123456789abcdeffedcba9876543210");
        QVERIFY(sm4Counter(block, block, std::string(16, '\0')) == bytes("681edf34d206965e86b3e94f536e4246"));
    }

    void keysAreOnTheCurve()
    {
        const auto pair = seal::sm2::makePair();
        QCOMPARE(pair.publicKey.size(), seal::sm2::pointLength);
        QVERIFY(seal::sm2::encrypt(pair.publicKey, seal::SecretBytes::copyOf("key")));
        auto elsewhere = pair.publicKey;
        elsewhere[40] = char(elsewhere[40] ^ 1);
        QVERIFY(!seal::sm2::encrypt(elsewhere, seal::SecretBytes::copyOf("key")));
        QVERIFY(!seal::sm2::verify(elsewhere, "m", seal::sm2::sign(pair.secretKey, "m")));
    }

private:
    static std::string sm4Counter(const std::string &key, const std::string &counter, const std::string &body)
    {
        const std::unique_ptr<EVP_CIPHER_CTX, decltype(&EVP_CIPHER_CTX_free)> context(
            EVP_CIPHER_CTX_new(), &EVP_CIPHER_CTX_free);
        const auto *keyBytes = reinterpret_cast<const unsigned char *>(key.data());
        const auto *counterBytes = reinterpret_cast<const unsigned char *>(counter.data());
        EVP_DecryptInit_ex(context.get(), EVP_sm4_ctr(), nullptr, keyBytes, counterBytes);
        std::string plain(body.size(), '\0');
        int length = 0;
        EVP_DecryptUpdate(context.get(), reinterpret_cast<unsigned char *>(plain.data()), &length,
            reinterpret_cast<const unsigned char *>(body.data()), int(body.size()));
        return plain;
    }
};

QTEST_GUILESS_MAIN(ShangmiTest)
#include "tst_shangmi.moc"
