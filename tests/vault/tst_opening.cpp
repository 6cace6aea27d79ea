#include "vault/sql/migration.h"
#include "vaultfixture.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QIODevice>
#include <QLatin1Char>
#include <QSqlDatabase>
#include <QSqlQuery>
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

    void aProgramThatHoldsTheFileIsNotTakenForDamage()
    {
        test::VaultFixture fixture;
        QCOMPARE(fixture.open(), QString());
        QVERIFY(bool(fixture.enrol()));
        QVERIFY(bool(awaited(fixture.vault->saveDraft(test::VaultFixture::draft()))));
        fixture.close();
        {
            auto backup = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("backup"));
            backup.setDatabaseName(fixture.path(QStringLiteral("vault.db")));
            QVERIFY(backup.open());
            QSqlQuery query(backup);
            QVERIFY(query.exec(QStringLiteral("BEGIN")));
            QVERIFY(query.exec(QStringLiteral("SELECT count(*) FROM draft")));
            fixture.make();
            QCOMPARE(fixture.open(), QStringLiteral("vault.held"));
            QCOMPARE(failureKey(awaited(fixture.vault->putAside())), QStringLiteral("vault.wrong-state"));
            backup.close();
        }
        QSqlDatabase::removeDatabase(QStringLiteral("backup"));
        QCOMPARE(fixture.open(), QString()); // the same vault, asked again
        QVERIFY(bool(fixture.unlock()));
        QCOMPARE(awaited(fixture.vault->drafts())->size(), std::size_t(1));
    }

    void aClockThatIsFarOffHindersNothing_data()
    {
        QTest::addColumn<QByteArray>("instant");
        QTest::newRow("a dead battery") << QByteArray("1970-01-01T00:00:00.000Z");
        QTest::newRow("a day before") << QByteArray("2026-11-20T01:00:00.000Z");
        QTest::newRow("a day after") << QByteArray("2026-11-22T01:00:00.000Z");
        QTest::newRow("beyond 32 bits") << QByteArray("2038-01-19T03:14:08.000Z");
    }

    void aClockThatIsFarOffHindersNothing()
    {
        QFETCH(QByteArray, instant);
        test::VaultFixture fixture;
        QCOMPARE(fixture.open(), QString());
        QVERIFY(bool(fixture.enrol()));
        QVERIFY(bool(awaited(fixture.vault->saveDraft(test::VaultFixture::draft()))));
        fixture.clock.set(*parseInstant(instant.toStdString()));
        QCOMPARE(fixture.reopen(), QString());
        QVERIFY(bool(fixture.unlock()));
        QVERIFY(bool(awaited(fixture.vault->saveField(test::VaultFixture::edit("a", "b")))));
        const auto stored =
            awaited(fixture.vault->storeDocument(test::caseOne, "scan", {"image/png", "a.png", 1}));
        QVERIFY(bool(stored));
        QVERIFY(bool(awaited(fixture.vault->enqueue(test::VaultFixture::operation()))));
        QCOMPARE(fixture.reopen(), QString());
        QVERIFY(bool(fixture.unlock()));
        QCOMPARE(awaited(fixture.vault->outbox())->size(), std::size_t(1));
        QVERIFY(bool(awaited(fixture.vault->readDocument(test::caseOne, stored->sha256))));
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

    /// Its outbox knew nothing of what is received and not durable yet.
    void opensTheOutboxThatItsThirdFormLeft()
    {
        test::VaultFixture fixture;
        QVERIFY(QDir().mkpath(fixture.setup().folder));
        const QString backups = fixture.path(QStringLiteral("backups"));
        {
            auto database = vault::Database::open(fixture.path(QStringLiteral("vault.db")));
            QVERIFY(bool(database));
            const auto scripts = vault::ownMigrations();
            QVERIFY(bool(vault::migrate(
                **database, {scripts.begin(), scripts.begin() + 3}, backups, QDateTime::currentDateTime())));
            for (const char *sql : {"INSERT INTO operator VALUES ('wangxm', X'00', '', 0, '')",
                     "INSERT INTO operator_key VALUES (1, 'wangxm', 1, X'00', 1, 1, X'00', '')",
                     "INSERT INTO case_key VALUES ('c', 'wangxm', 1, X'00')",
                     "INSERT INTO outbox VALUES (1, 'a', 'c', 'wangxm', 'case.submit', X'01', 'durable', 'e',"
                     " 't', 2, '', NULL, '{\"position\":7}', 'd'),"
                     " (2, 'b', 'c', 'wangxm', 'case.note', X'02', 'refused', 'e', 't', 1, 'case.invalid',"
                     " X'03', '', '')"}) {
                QVERIFY2((*database)->run(sql), sql);
            }
        }
        QCOMPARE(fixture.open(), QString());
        QVERIFY(awaited(fixture.vault->filedCases())->front().state == vault::OutboxState::Durable);
        QCOMPARE(awaited(fixture.vault->outbox())->front().problem->key, std::string("case.invalid"));
        QCOMPARE(awaited(fixture.vault->outboxCount())->refused, 1);
        fixture.close();
        auto database = vault::Database::open(fixture.path(QStringLiteral("vault.db")));
        QCOMPARE(pragma(**database,
                     "SELECT group_concat(sequence || operation_id || hex(content) || state || enqueued_at ||"
                     " tried_at || tries || problem_key || hex(problem) || (problem IS NULL) || receipt ||"
                     " durable_at, ' ') FROM outbox"),
            QStringLiteral("1a01durableet21{\"position\":7}d 2b02refusedet1case.invalid030"));
        QVERIFY(bool((*database)->run("UPDATE outbox SET state = 'received' WHERE sequence = 1")));
        QVERIFY(!(*database)->run("UPDATE outbox SET state = 'anything' WHERE sequence = 1"));
        QCOMPARE(pragma(**database, "SELECT count(*) FROM sqlite_schema WHERE name LIKE 'outbox_%'"),
            QStringLiteral("2"));
        QCOMPARE(QDir(backups).entryList(QDir::Files).size(), 1); // a copy of before
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
