#include "vault/sql/migration.h"
#include "vaultfixture.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QIODevice>
#include <QLatin1Char>
#include <QTemporaryDir>
#include <QTest>

using namespace quanke;
using test::awaited;
using test::failureKey;

namespace {

bool write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

QByteArray read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("unreadable");
}

QString pragma(vault::Database &database, const char *sql)
{
    const auto row = database.row(sql);
    return row && *row ? (*row)->at(0).toString() : QStringLiteral("failed");
}

} // namespace

class OpeningTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keepsWhatACommitPromised()
    {
        const QTemporaryDir folder;
        auto database = vault::Database::open(folder.filePath(QStringLiteral("a.db")));
        QVERIFY(bool(database));
        QCOMPARE(pragma(**database, "PRAGMA locking_mode"), QStringLiteral("exclusive"));
        QCOMPARE(pragma(**database, "PRAGMA journal_mode"), QStringLiteral("wal"));
        QCOMPARE(pragma(**database, "PRAGMA synchronous"), QStringLiteral("2"));
        QCOMPARE(pragma(**database, "PRAGMA secure_delete"), QStringLiteral("1"));
        QCOMPARE(pragma(**database, "PRAGMA foreign_keys"), QStringLiteral("1"));
        QVERIFY(!QFile::exists(folder.filePath(QStringLiteral("a.db-shm")))); // nobody shares it
    }

    void isNotThereBeforeItIsOpened()
    {
        const test::VaultFixture fixture;
        QCOMPARE(failureKey(awaited(fixture.vault->drafts())), QStringLiteral("vault.closed"));
    }

    void onlyOneDeskAtATime()
    {
        test::VaultFixture fixture;
        QCOMPARE(fixture.open(), QString());
        vault::Vault second(fixture.setup());
        QCOMPARE(failureKey(awaited(second.open())), QStringLiteral("vault.in-use"));
        QCOMPARE(failureKey(awaited(second.deviceId())), QStringLiteral("vault.in-use"));
        fixture.close();
        QCOMPARE(failureKey(awaited(second.open())), QString());
    }

    void theFolderIsItsOwnersAlone()
    {
        test::VaultFixture fixture;
        QCOMPARE(fixture.open(), QString());
        const auto permissions = QFile::permissions(fixture.setup().folder);
        QVERIFY(!(permissions & (QFile::ReadGroup | QFile::ReadOther | QFile::ExeOther)));
    }

    void refusesWhatIsNotItsOwn()
    {
        test::VaultFixture fixture;
        QVERIFY(QDir().mkpath(fixture.setup().folder));
        const QByteArray text(
            "This is somebody's diary, and it is longer than a header of a database has to be.\n");
        QVERIFY(write(fixture.path(QStringLiteral("vault.db")), text.repeated(20)));
        QCOMPARE(fixture.open(), QStringLiteral("vault.foreign"));
        QCOMPARE(read(fixture.path(QStringLiteral("vault.db"))), text.repeated(20));
    }

    void refusesWhatIsDamaged()
    {
        test::VaultFixture fixture;
        QCOMPARE(fixture.open(), QString());
        QVERIFY(bool(fixture.enrol()));
        fixture.close();
        auto bytes = read(fixture.path(QStringLiteral("vault.db")));
        QVERIFY(bytes.size() > 8192);
        for (qsizetype i = 4096; i < bytes.size(); ++i) {
            bytes[i] = char(i * 7);
        }
        QVERIFY(write(fixture.path(QStringLiteral("vault.db")), bytes));
        fixture.make();
        QCOMPARE(fixture.open(), QStringLiteral("vault.damaged"));
        fixture.close();
        QCOMPARE(
            read(fixture.path(QStringLiteral("vault.db"))), bytes); // left as it is for whoever can save it
    }

    void isNotMadeAnewOverDocuments()
    {
        test::VaultFixture fixture;
        QVERIFY(QDir().mkpath(fixture.path(QStringLiteral("documents"))));
        QVERIFY(write(fixture.path(QStringLiteral("documents/x")), "sealed"));
        QCOMPARE(fixture.open(), QStringLiteral("vault.damaged"));
        QVERIFY(!QFile::exists(fixture.path(QStringLiteral("vault.db"))));
    }

    void refusesALaterForm()
    {
        test::VaultFixture fixture;
        QCOMPARE(fixture.open(), QString());
        fixture.close();
        {
            auto database = vault::Database::open(fixture.path(QStringLiteral("vault.db")));
            QVERIFY(bool(database));
            QVERIFY(bool((*database)->run("PRAGMA user_version = 99")));
        }
        fixture.make();
        QCOMPARE(fixture.open(), QStringLiteral("vault.too-new"));
    }

    void layesACopyAsideBeforeItChangesItsForm()
    {
        test::VaultFixture fixture;
        QCOMPARE(fixture.open(), QString());
        QVERIFY(bool(awaited(fixture.vault->setSetting("window", "3"))));
        fixture.close();
        auto scripts = vault::ownMigrations();
        QVERIFY(!scripts.empty());
        scripts.push_back("ALTER TABLE device ADD COLUMN remark TEXT NOT NULL DEFAULT '';\n");
        const QString backups = fixture.path(QStringLiteral("backups"));
        QVERIFY(!QDir(backups).exists());
        {
            auto database = vault::Database::open(fixture.path(QStringLiteral("vault.db")));
            QVERIFY(bool(database));
            QVERIFY(bool(vault::migrate(**database, scripts, backups, QDateTime::currentDateTime())));
            QCOMPARE(pragma(**database, "PRAGMA user_version"), QString::number(scripts.size()));
            QCOMPARE(pragma(**database, "SELECT remark FROM device"), QString());
        }
        const auto copies = QDir(backups).entryList(QDir::Files);
        QCOMPARE(copies.size(), 1);
        auto copy = vault::Database::open(backups + QLatin1Char('/') + copies.front());
        QVERIFY(bool(copy));
        QCOMPARE(pragma(**copy, "SELECT value FROM setting"), QStringLiteral("3"));
        QCOMPARE(pragma(**copy, "PRAGMA user_version"), QString::number(scripts.size() - 1));
    }

    void opensWhatItsFirstFormLeft()
    {
        test::VaultFixture fixture;
        QVERIFY(QDir().mkpath(fixture.setup().folder));
        {
            auto database = vault::Database::open(fixture.path(QStringLiteral("vault.db")));
            QVERIFY(bool(database));
            QVERIFY(bool(vault::migrate(**database, {vault::ownMigrations().front()},
                fixture.path(QStringLiteral("backups")), QDateTime::currentDateTime())));
            QVERIFY(bool((*database)->run(
                "INSERT INTO setting VALUES ('window', X'33'), ('review/li/1/HT-01', X'7B7D')")));
        }
        QCOMPARE(fixture.open(), QString());
        QCOMPARE(*awaited(fixture.vault->setting("window")), QByteArray("3"));
        QCOMPARE(*awaited(fixture.vault->setting("review/li/1/HT-01")), QByteArray());
    }

    void aStepThatFailsLeavesTheFormBefore()
    {
        const QTemporaryDir folder;
        auto database = vault::Database::open(folder.filePath(QStringLiteral("a.db")));
        QVERIFY(bool(database));
        const std::vector<QByteArray> scripts{
            "CREATE TABLE a (b TEXT);\n", "CREATE TABLE c (d TEXT);\nCREATE TABLE a (e TEXT);\n"};
        QVERIFY(!vault::migrate(
            **database, scripts, folder.filePath(QStringLiteral("b")), QDateTime::currentDateTime()));
        QCOMPARE(pragma(**database, "PRAGMA user_version"), QStringLiteral("1"));
        QCOMPARE(pragma(**database, "SELECT count(*) FROM sqlite_schema"), QStringLiteral("1"));
    }

    void remembersDeviceAndSettings()
    {
        test::VaultFixture fixture;
        QCOMPARE(fixture.open(), QString());
        const auto device = awaited(fixture.vault->deviceId());
        QVERIFY(bool(device));
        QCOMPARE(*awaited(fixture.vault->setting("window")), QByteArray());
        QVERIFY(bool(awaited(fixture.vault->setSetting("window", "3"))));
        QVERIFY(bool(awaited(fixture.vault->setSetting("window", "4"))));
        QVERIFY(bool(awaited(fixture.vault->setSetting("empty", {}))));
        QCOMPARE(fixture.reopen(), QString());
        QCOMPARE(*awaited(fixture.vault->deviceId()), *device);
        QCOMPARE(*awaited(fixture.vault->setting("window")), QByteArray("4"));
    }

    void finishesWhatWasAskedForBeforeItCloses()
    {
        test::VaultFixture fixture;
        QCOMPARE(fixture.open(), QString());
        for (int i = 1; i <= 50; ++i) {
            static_cast<void>(fixture.vault->setSetting("last", QByteArray::number(i)));
        }
        QCOMPARE(fixture.reopen(), QString());
        QCOMPARE(*awaited(fixture.vault->setting("last")), QByteArray("50"));
    }
};

QTEST_GUILESS_MAIN(OpeningTest)
#include "tst_opening.moc"
