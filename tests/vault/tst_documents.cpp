#include "seal/digest.h"
#include "seal/random.h"
#include "vaultfixture.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QIODevice>
#include <QTest>

using namespace quanke;
using test::awaited;
using test::caseOne;
using test::caseTwo;
using test::failureKey;

class DocumentsTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<test::VaultFixture> m_fixture;

    vault::Vault &vault() { return *m_fixture->vault; }
    Result<vault::StoredDocument> store(const QByteArray &bytes, const std::string &caseId = caseOne)
    {
        return awaited(vault().storeDocument(caseId, bytes, {"image/png", "身份证 正面.png", 1}));
    }
    QStringList files() const
    {
        return QDir(m_fixture->path(QStringLiteral("documents"))).entryList(QDir::Files);
    }

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<test::VaultFixture>();
        QCOMPARE(m_fixture->open(), QString());
        QVERIFY(bool(m_fixture->enrol()));
    }

    void comesBackByteForByte()
    {
        const QByteArray bytes = QByteArray::fromStdString(seal::randomBytes(300'000));
        const auto stored = store(bytes);
        QVERIFY(bool(stored));
        QCOMPARE(stored->sha256, seal::sha256(bytes.toStdString()));
        QCOMPARE(stored->size, std::uint64_t(300'000));
        QCOMPARE(m_fixture->reopen(), QString());
        QCOMPARE(failureKey(awaited(vault().readDocument(caseOne, stored->sha256))),
            QStringLiteral("vault.locked"));
        QVERIFY(bool(m_fixture->unlock()));
        QVERIFY(*awaited(vault().readDocument(caseOne, stored->sha256)) == bytes);
        const auto documents = awaited(vault().documents(caseOne));
        QCOMPARE(documents->size(), std::size_t(1));
        QCOMPARE(documents->front().meta.name, std::string("身份证 正面.png"));
        const Json reference{{"sha256", stored->sha256}, {"mediaType", "image/png"}, {"size", 300'000},
            {"name", "身份证 正面.png"}, {"pages", 1}};
        QVERIFY(vault::fileReference(documents->front()) == reference);
    }

    void fromAFile()
    {
        const QString path = m_fixture->folder.filePath(QStringLiteral("scan.pdf"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("%PDF-1.7");
        file.close();
        const auto stored =
            awaited(vault().storeDocumentFile(caseOne, path, {"application/pdf", "scan.pdf", 2}));
        QVERIFY(bool(stored));
        QCOMPARE(*awaited(vault().readDocument(caseOne, stored->sha256)), QByteArray("%PDF-1.7"));
        QCOMPARE(failureKey(awaited(vault().storeDocumentFile(caseOne, path + QStringLiteral("x"), {}))),
            QStringLiteral("file.missing"));
        QCOMPARE(files().size(), 1);
    }

    void theSameBytesOnceInACase()
    {
        QVERIFY(bool(store("scan")));
        QVERIFY(bool(store("scan")));
        QCOMPARE(awaited(vault().documents(caseOne))->size(), std::size_t(1));
        QCOMPARE(files().size(), 1);
        QVERIFY(bool(store("scan", caseTwo))); // another case has its own, under its own key
        QCOMPARE(files().size(), 2);
    }

    void namesTellNothing()
    {
        const auto stored = store("scan");
        QVERIFY(bool(stored));
        QVERIFY(!files().front().contains(QString::fromStdString(stored->sha256)));
        const auto permissions =
            QFile::permissions(m_fixture->path(QStringLiteral("documents/") + files().front()));
        QVERIFY(!(permissions & (QFile::ReadGroup | QFile::ReadOther)));
    }

    void alteredOnDiskIsNoticed_data()
    {
        QTest::addColumn<int>("at");
        QTest::newRow("first byte") << 0;
        QTest::newRow("header") << 10;
        QTest::newRow("inside") << 70'000;
        QTest::newRow("cut") << -1;
        QTest::newRow("gone") << -2;
    }

    void alteredOnDiskIsNoticed()
    {
        QFETCH(int, at);
        const auto stored = store(QByteArray(200'000, 'x'));
        QVERIFY(bool(stored));
        QFile file(m_fixture->path(QStringLiteral("documents/") + files().front()));
        if (at == -2) {
            QVERIFY(file.remove());
        } else {
            QVERIFY(file.open(QIODevice::ReadWrite));
            if (at == -1) {
                QVERIFY(file.resize(100'000));
            } else {
                file.seek(at);
                const QByteArray byte = file.read(1);
                file.seek(at);
                file.write(QByteArray(1, char(byte[0] ^ 1)));
            }
            file.close();
        }
        QCOMPARE(failureKey(awaited(vault().readDocument(caseOne, stored->sha256))),
            QStringLiteral("vault.document-damaged"));
    }

    void removing()
    {
        const auto stored = store("scan");
        QVERIFY(bool(awaited(vault().removeDocument(caseOne, stored->sha256))));
        QVERIFY(awaited(vault().documents(caseOne))->empty());
        QVERIFY(files().isEmpty());
        QCOMPARE(failureKey(awaited(vault().removeDocument(caseOne, stored->sha256))),
            QStringLiteral("vault.unknown-document"));
        QCOMPARE(failureKey(awaited(vault().readDocument(caseOne, stored->sha256))),
            QStringLiteral("vault.unknown-document"));
    }

    void leftOversGoAfterADay()
    {
        QVERIFY(bool(store("scan")));
        for (const QString &name :
            {QStringLiteral("documents/0193.part"), QStringLiteral("documents/0193-orphan")}) {
            QFile file(m_fixture->path(name));
            QVERIFY(file.open(QIODevice::WriteOnly));
        }
        const auto millisecondsNow = QDateTime::currentMSecsSinceEpoch();
        m_fixture->clock.set(Instant(std::chrono::milliseconds(millisecondsNow)));
        QCOMPARE(m_fixture->reopen(), QString());
        QCOMPARE(files().size(), 3);
        m_fixture->clock.advance(std::chrono::hours(25));
        QCOMPARE(m_fixture->reopen(), QString());
        QCOMPARE(files().size(), 1); // the one with a row stays however old it is
    }
};

QTEST_GUILESS_MAIN(DocumentsTest)
#include "tst_documents.moc"
