#include "seal/random.h"
#include "seal/suite.h"

#include <QTest>

#include <algorithm>
#include <cstring>

using namespace quanke;

namespace {

seal::Source sourceOf(const std::string &bytes, std::size_t atOnce)
{
    return [bytes, atOnce, offset = std::size_t(0)](
               char *into, std::size_t most) mutable -> Result<std::size_t> {
        const auto count = std::min({most, atOnce, bytes.size() - offset});
        std::memcpy(into, bytes.data() + offset, count);
        offset += count;
        return count;
    };
}

seal::Sink sinkInto(std::string &bytes)
{
    return [&bytes](std::string_view piece) -> Result<Done> {
        bytes += piece;
        return Done{};
    };
}

template <class T>
QString keyOf(const Result<T> &result)
{
    return result ? QString() : QString::fromStdString(result.failure().key);
}

} // namespace

class SuiteTest : public QObject {
    Q_OBJECT

private:
    /// Where a sealed stream's pieces lie.
    struct Layout {
        std::size_t head = 0;
        std::size_t piece = 0;
    };
    std::shared_ptr<const seal::Suite> m_suite;
    seal::SecretBytes m_key;
    Layout m_layout;

    std::string sealedStream(const std::string &plain, std::size_t atOnce = 1000)
    {
        std::string sealed;
        const auto done = m_suite->encryptStream(m_key, "place", sourceOf(plain, atOnce), sinkInto(sealed));
        return done ? sealed : std::string();
    }

    Result<std::string> openedStream(const std::string &sealed, const std::string &place = "place")
    {
        std::string plain;
        const auto done = m_suite->decryptStream(m_key, place, sourceOf(sealed, 5000), sinkInto(plain));
        return done ? Result<std::string>(plain) : done.failure();
    }

private Q_SLOTS:
    void initTestCase_data()
    {
        QTest::addColumn<int>("number");
        QTest::newRow("sodium") << 1;
        QTest::newRow("shangmi") << 2;
    }
    void init()
    {
        QFETCH_GLOBAL(int, number);
        m_suite = number == 1 ? seal::makeSodiumSuite() : seal::makeShangmiSuite();
        QCOMPARE(int(m_suite->number()), number);
        m_key = m_suite->makeKey();
        m_layout = number == 1 ? Layout{25, 65'536 + 17} : Layout{17, 65'536 + 32};
    }

    void opensWhatItClosed()
    {
        for (const std::string &plain : {std::string(), std::string("王小满"), std::string(100'000, 'x')}) {
            const auto sealed = m_suite->encrypt(m_key, plain, "draft|1");
            QCOMPARE(*m_suite->decrypt(m_key, sealed, "draft|1"), plain);
            QVERIFY(plain.empty() || sealed.find(plain) == std::string::npos);
        }
        QVERIFY(m_suite->encrypt(m_key, "same", "a") != m_suite->encrypt(m_key, "same", "a"));
    }

    void noticesEveryAlteredByte()
    {
        const auto sealed = m_suite->encrypt(m_key, "王小满", "draft|1");
        for (std::size_t i = 1; i < sealed.size(); ++i) {
            auto altered = sealed;
            altered[i] = char(altered[i] ^ 1);
            QCOMPARE(keyOf(m_suite->decrypt(m_key, altered, "draft|1")), QStringLiteral("seal.wrong-key"));
        }
    }

    void noticesOtherPlaceKeyAndSuite()
    {
        auto sealed = m_suite->encrypt(m_key, "x", "draft|1");
        QCOMPARE(keyOf(m_suite->decrypt(m_key, sealed, "draft|2")), QStringLiteral("seal.wrong-key"));
        QCOMPARE(
            keyOf(m_suite->decrypt(m_suite->makeKey(), sealed, "draft|1")), QStringLiteral("seal.wrong-key"));
        QCOMPARE(keyOf(m_suite->decrypt({}, sealed, "draft|1")), QStringLiteral("seal.wrong-key"));
        QCOMPARE(keyOf(m_suite->decrypt(m_key, "short", "draft|1")), QStringLiteral("seal.malformed"));
        QCOMPARE(keyOf(m_suite->decrypt(m_key, "", "draft|1")), QStringLiteral("seal.malformed"));
        sealed[0] = 3;
        QCOMPARE(keyOf(m_suite->decrypt(m_key, sealed, "draft|1")), QStringLiteral("seal.wrong-suite"));
    }

    void findsAnExactTextAgainUnderItsKeyAlone()
    {
        const auto index = m_suite->blindIndex(m_key, "110101199003074610");
        QCOMPARE(index.size(), 1 + seal::blindIndexLength);
        QCOMPARE(static_cast<unsigned char>(index.front()), m_suite->number());
        QCOMPARE(m_suite->blindIndex(m_key, "110101199003074610"), index);
        QVERIFY(m_suite->blindIndex(m_key, "110101199003074629") != index);
        QVERIFY(m_suite->blindIndex(m_suite->makeKey(), "110101199003074610") != index);
    }

    void wrapsKeysByAPassword()
    {
        const auto salt = m_suite->makeSalt();
        const auto by = m_suite->keyFromPassword("correct horse", salt, seal::cheapestCost);
        const auto again = m_suite->keyFromPassword("correct horse", salt, seal::cheapestCost);
        const auto other = m_suite->keyFromPassword("correct hors", salt, seal::cheapestCost);
        const auto salted =
            m_suite->keyFromPassword("correct horse", m_suite->makeSalt(), seal::cheapestCost);
        QVERIFY(by && again && other && salted);
        const auto wrapped = m_suite->wrap(*by, m_key, "operator|a");
        const auto key = m_suite->unwrap(*again, wrapped, "operator|a");
        QVERIFY(bool(key));
        QVERIFY(seal::sameBytes(key->view(), m_key.view()));
        QCOMPARE(keyOf(m_suite->unwrap(*other, wrapped, "operator|a")), QStringLiteral("seal.wrong-key"));
        QCOMPARE(keyOf(m_suite->unwrap(*salted, wrapped, "operator|a")), QStringLiteral("seal.wrong-key"));
        QCOMPARE(keyOf(m_suite->unwrap(*by, wrapped, "operator|b")), QStringLiteral("seal.wrong-key"));
        QCOMPARE(keyOf(m_suite->keyFromPassword("x", "too short", seal::cheapestCost)),
            QStringLiteral("seal.malformed"));
    }

    void streams_data()
    {
        QTest::addColumn<int>("size");
        for (int size : {0, 1, 65'535, 65'536, 65'537, 131'072, 300'000}) {
            QTest::newRow(std::to_string(size).c_str()) << size;
        }
    }

    void streams()
    {
        QFETCH(int, size);
        const std::string plain = seal::randomBytes(std::size_t(size));
        const auto sealed = sealedStream(plain);
        const auto opened = openedStream(sealed);
        QVERIFY(bool(opened));
        QVERIFY(*opened == plain);
        QCOMPARE(keyOf(openedStream(sealed, "elsewhere")), QStringLiteral("seal.wrong-key"));
    }

    void streamsNoticeWhatIsCutOrAdded()
    {
        const auto [head, piece] = m_layout;
        const auto sealed = sealedStream(std::string(200'000, 'x'));
        QVERIFY(!openedStream(sealed.substr(0, head + piece))); // whole pieces missing
        QVERIFY(!openedStream(sealed.substr(0, sealed.size() - 1)));
        QVERIFY(!openedStream(sealed + 'x'));
        QVERIFY(!openedStream(sealed.substr(0, 10)));
        auto swapped = sealed;
        const auto first = swapped.begin() + long(head);
        std::swap_ranges(first, first + long(piece), first + long(piece));
        QVERIFY(!openedStream(swapped));
    }

    void streamsPassOnFailures()
    {
        const seal::Source broken = [](char *, std::size_t) -> Result<std::size_t> {
            return Failure{"file.unreadable"};
        };
        const seal::Sink full = [](std::string_view) -> Result<Done> { return Failure{"vault.disk-full"}; };
        std::string sealed;
        QCOMPARE(keyOf(m_suite->encryptStream(m_key, "p", broken, sinkInto(sealed))),
            QStringLiteral("file.unreadable"));
        QCOMPARE(keyOf(m_suite->encryptStream(m_key, "p", sourceOf("x", 1), full)),
            QStringLiteral("vault.disk-full"));
        QCOMPARE(keyOf(m_suite->decryptStream(m_key, "p", broken, sinkInto(sealed))),
            QStringLiteral("file.unreadable"));
    }

    void sealedBoxes()
    {
        const auto pair = m_suite->makeSealingPair();
        const auto sealed = m_suite->sealTo(pair.publicKey, "for the gateway");
        QVERIFY(bool(sealed));
        QCOMPARE(*m_suite->openSealed(pair, *sealed), std::string("for the gateway"));
        QCOMPARE(keyOf(m_suite->openSealed(m_suite->makeSealingPair(), *sealed)),
            QStringLiteral("seal.wrong-key"));
        QVERIFY(!m_suite->openSealed(pair, "x"));
        for (std::size_t i = 0; i < sealed->size(); ++i) {
            auto altered = *sealed;
            altered[i] = char(altered[i] ^ 1);
            QVERIFY(!m_suite->openSealed(pair, altered));
        }
        QCOMPARE(keyOf(m_suite->sealTo("no key", "x")), QStringLiteral("seal.malformed"));
    }

    void signatures()
    {
        const auto pair = m_suite->makeSigningPair();
        const auto signature = m_suite->sign(pair.secretKey, "receipt");
        QVERIFY(m_suite->verify(pair.publicKey, "receipt", signature));
        QVERIFY(!m_suite->verify(pair.publicKey, "receipt.", signature));
        QVERIFY(!m_suite->verify(m_suite->makeSigningPair().publicKey, "receipt", signature));
        QVERIFY(!m_suite->verify(pair.publicKey, "receipt", ""));
        QVERIFY(!m_suite->verify("", "receipt", signature));
    }

    void nothingOfOneSuiteIsOpenedByTheOther()
    {
        const auto other = m_suite->number() == 1 ? seal::makeShangmiSuite() : seal::makeSodiumSuite();
        const std::string plain(200'000, 'x');
        QCOMPARE(keyOf(other->decrypt(m_key, m_suite->encrypt(m_key, plain, "a"), "a")),
            QStringLiteral("seal.wrong-suite"));
        std::string opened;
        QCOMPARE(
            keyOf(other->decryptStream(m_key, "place", sourceOf(sealedStream(plain), 999), sinkInto(opened))),
            QStringLiteral("seal.wrong-suite"));
        QCOMPARE(opened, std::string());
        const auto pair = m_suite->makeSealingPair();
        QCOMPARE(keyOf(other->openSealed(pair, *m_suite->sealTo(pair.publicKey, plain))),
            QStringLiteral("seal.wrong-suite"));
        QVERIFY(!other->sealTo(pair.publicKey, plain)); // nor sealed to by mistake
        const auto signing = m_suite->makeSigningPair();
        QVERIFY(!other->verify(signing.publicKey, "receipt", m_suite->sign(signing.secretKey, "receipt")));
    }

    void secretsMoveAndAreWiped()
    {
        auto secret = seal::SecretBytes::copyOf("password");
        QCOMPARE(secret.view(), std::string_view("password"));
        const auto copy = secret.clone();
        const auto moved = std::move(secret);
        QVERIFY(secret.isEmpty()); // NOLINT(bugprone-use-after-move): that is what is tested
        QCOMPARE(moved.view(), copy.view());
        auto gone = copy.clone();
        gone.wipe();
        QVERIFY(gone.isEmpty());
        QVERIFY(seal::SecretBytes::copyOf("").isEmpty());
    }

    void passwordHashes()
    {
        const auto hash = seal::hashPassword("correct horse", seal::cheapestCost);
        QVERIFY(bool(hash));
        QVERIFY(hash->starts_with("$argon2id$"));
        QVERIFY(seal::verifyPassword(*hash, "correct horse"));
        QVERIFY(!seal::verifyPassword(*hash, "correct hors"));
        QVERIFY(!seal::verifyPassword(*hash, ""));
        QVERIFY(!seal::verifyPassword("", "correct horse"));
        QVERIFY(!seal::verifyPassword(std::string(500, '$'), "correct horse"));
        QVERIFY(*hash != *seal::hashPassword("correct horse", seal::cheapestCost));
    }
};

QTEST_GUILESS_MAIN(SuiteTest)
#include "tst_suite.moc"
