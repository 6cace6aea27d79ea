#include "core/base/identifier.h"
#include "seal/digest.h"
#include "seal/random.h"
#include "seal/text.h"
#include "support/testclock.h"

#include <QFile>
#include <QIODevice>
#include <QTemporaryDir>
#include <QTest>

#include <set>

using namespace quanke;

class DigestTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void knownDigests()
    {
        // FIPS 180-4, examples of SHA-256.
        QCOMPARE(seal::sha256(""),
            std::string("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
        QCOMPARE(seal::sha256("abc"),
            std::string("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
    }

    void piecesMakeTheWhole()
    {
        seal::Sha256 digest;
        digest.add("a");
        digest.add("");
        digest.add("bc");
        QCOMPARE(digest.hex(), seal::sha256("abc"));
    }

    void ofAFile()
    {
        const QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("f")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        const QByteArray bytes(200'001, 'x');
        file.write(bytes);
        file.close();
        const auto digest = seal::sha256OfFile(file.fileName().toStdString());
        QVERIFY(bool(digest));
        QCOMPARE(*digest, seal::sha256(bytes.toStdString()));
        const auto missing = seal::sha256OfFile(folder.filePath(QStringLiteral("g")).toStdString());
        QVERIFY(!missing);
        QCOMPARE(missing.failure().key, std::string("file.missing"));
    }

    void base64()
    {
        QCOMPARE(seal::toBase64(std::string("\0\xff\x10", 3)), std::string("AP8Q"));
        QCOMPARE(*seal::fromBase64("AP8Q"), std::string("\0\xff\x10", 3));
        QCOMPARE(*seal::fromBase64(""), std::string());
        QVERIFY(!seal::fromBase64("AP8"));
        QVERIFY(!seal::fromBase64("AP 8Q"));
    }

    void idsAreUnlikeAndOfTheirMoment()
    {
        const test::TestClock clock;
        std::set<std::string> ids;
        for (int i = 0; i < 1000; ++i) {
            ids.insert(seal::makeId(clock));
        }
        QCOMPARE(ids.size(), std::size_t(1000));
        QVERIFY(isUuid(*ids.begin()));
        QCOMPARE(ids.begin()->substr(0, 13), ids.rbegin()->substr(0, 13)); // the time stands in front
    }

    void codesCanBeReadOut()
    {
        for (int i = 0; i < 200; ++i) {
            const auto code = seal::randomCode(4);
            QCOMPARE(code.size(), std::size_t(4));
            QCOMPARE(code.find_first_of("01OILU"), std::string::npos);
        }
    }
};

QTEST_GUILESS_MAIN(DigestTest)
#include "tst_digest.moc"
