#include "vaultfixture.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace quanke;
using test::awaited;
using test::caseOne;
using test::caseTwo;
using test::VaultFixture;

namespace {

const QString store = QStringLiteral("vault.db");
const QString logFile = QStringLiteral("vault.db-wal");

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// The log beside the store's database: its own is read after a crash, another's never.
class LogTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anothersIsRefusedAndNothingIsTouched()
    {
        VaultFixture ours;
        keepDraft(ours, caseOne);
        ours.close();
        VaultFixture other;
        keepDraft(other, caseTwo);
        QVERIFY(QFile::copy(other.path(logFile), ours.path(logFile)));
        const auto before = bytesOf(ours.path(store));
        ours.make();
        QCOMPARE(ours.open(), QStringLiteral("vault.damaged"));
        QCOMPARE(bytesOf(ours.path(store)), before);
        QVERIFY(QFile::remove(ours.path(logFile))); // as somebody may who knows
        QCOMPARE(ours.reopen(), QString());
        QVERIFY(bool(ours.unlock()));
        QVERIFY(bool(awaited(ours.vault->draft(caseOne))));
    }

    void itsOwnIsReadAfterACrash_data()
    {
        QTest::addColumn<int>("edits");
        QTest::newRow("at once") << 0;
        QTest::newRow("after it began anew many times") << 1500;
    }

    void itsOwnIsReadAfterACrash()
    {
        QFETCH(int, edits);
        VaultFixture living;
        keepDraft(living, caseOne);
        for (int i = 0; i < edits; ++i) {
            QVERIFY(bool(awaited(living.vault->saveField(VaultFixture::edit("a", i)))));
        }
        VaultFixture crashed; // what lies on the disk meanwhile
        QVERIFY(QDir().mkpath(crashed.path({})));
        const auto files = QDir(living.path({})).entryList(QDir::Files);
        for (const QString &file : files) {
            QVERIFY(QFile::copy(living.path(file), crashed.path(file)));
        }
        QVERIFY(!bytesOf(crashed.path(logFile)).isEmpty());
        QCOMPARE(crashed.open(), QString());
        QVERIFY(bool(crashed.unlock()));
        const auto draft = awaited(crashed.vault->draft(caseOne));
        QVERIFY(bool(draft));
        QCOMPARE(draft->values.value("a", 0), qMax(0, edits - 1));
    }

    void withoutAMarkItIsTakenAsItIs()
    {
        VaultFixture living;
        keepDraft(living, caseOne);
        VaultFixture crashed;
        QVERIFY(QDir().mkpath(crashed.path({})));
        for (const QString &file : {store, logFile}) { // of a program that left no mark
            QVERIFY(QFile::copy(living.path(file), crashed.path(file)));
        }
        QCOMPARE(crashed.open(), QString());
        QVERIFY(bool(crashed.unlock()));
        QVERIFY(bool(awaited(crashed.vault->draft(caseOne))));
    }

private:
    static void keepDraft(VaultFixture &fixture, const std::string &caseId)
    {
        QCOMPARE(fixture.open(), QString());
        QVERIFY(bool(fixture.enrol()));
        QVERIFY(bool(awaited(fixture.vault->saveDraft(VaultFixture::draft(caseId)))));
    }
};

QTEST_GUILESS_MAIN(LogTest)
#include "tst_log.moc"
