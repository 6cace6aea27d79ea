#include "faults/cutting.h"
#include "faults/gateway/gatewayfolder.h"
#include "faults/vaultstory.h"
#include "gateway/store/database.h"
#include "platform/systemclock.h"
#include "vault/sql/migration.h"
#include "vault/vault.h"

#include <QDateTime>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QTest>

using namespace quanke;
using namespace quanke::faults;

namespace {

constexpr int rows = 40;

/// Long enough that they fill pages.
std::string rowNumbered(int number)
{
    std::string text(2000, char('a' + number % 26));
    return text;
}

/// What an older program left is there, whichever form the store has by now; and once it has the new one, so is the copy.
class OldRows : public Promises {
public:
    void take(const std::string &) override { }
    std::size_t count() const override { return rows; }
};

class OldVault : public OldRows {
public:
    static bool makeIn(const QString &folder)
    {
        const QString place = folder + QStringLiteral("/vault");
        QDir().mkpath(place);
        const auto database = vault::Database::open(place + QStringLiteral("/vault.db"));
        if (!database
            || !vault::migrate(**database, {vault::ownMigrations().front()},
                place + QStringLiteral("/backups"), QDateTime::currentDateTime())) {
            return false;
        }
        bool kept = true;
        for (int number = 0; number < rows; ++number) {
            kept = kept
                && (*database)->run("INSERT INTO setting VALUES (?, ?)",
                    {vault::text("row/" + std::to_string(number)), vault::blob(rowNumbered(number))});
        }
        return kept;
    }

    QString broken(const QString &folder) const override
    {
        const platform::SystemClock clock;
        vault::VaultSetup setup;
        setup.folder = folder + QStringLiteral("/vault");
        setup.clock = &clock;
        vault::Vault vault(setup);
        if (const auto opened = vault.open().result(); !opened) {
            return failed("opening", opened.failure());
        }
        for (int number = 0; number < rows; ++number) {
            const auto row = vault.setting("row/" + std::to_string(number)).result();
            if (!row || row->toStdString() != rowNumbered(number)) {
                return QStringLiteral("row: lost");
            }
        }
        const QDir backups(setup.folder + QStringLiteral("/backups"));
        for (const QString &name : backups.entryList(QDir::Files)) {
            const auto copy = vault::Database::open(backups.filePath(name));
            const auto count = copy ? (*copy)->row("SELECT count(*) FROM setting") : copy.failure();
            if (count && *count && (*count)->at(0).toInt() == rows) {
                return {};
            }
        }
        return QStringLiteral("backup: none that is whole");
    }
};

class OldGateway : public OldRows {
public:
    static bool makeIn(const QString &folder)
    {
        const QString store = GatewayPromises::storeIn(folder);
        QDir().mkpath(store);
        const auto database = gateway::Database::open(
            (store + QStringLiteral("/gateway.db")).toStdString(), {gateway::builtInMigrations().front()});
        const auto filled = [](gateway::Connection &connection) -> Result<Done> {
            for (int number = 0; number < rows; ++number) {
                connection.run(
                    "INSERT INTO settings VALUES(?, ?)", "row" + std::to_string(number), rowNumbered(number));
            }
            return Done{};
        };
        return database && (*database)->write<Done>(filled);
    }

    QString broken(const QString &folder) const override
    {
        const QDir store(GatewayPromises::storeIn(folder));
        const auto database =
            gateway::Database::open(store.filePath(QStringLiteral("gateway.db")).toStdString());
        if (!database) {
            return failed("opening", database.failure());
        }
        if (countIn(**database) != rows) {
            return QStringLiteral("row: lost");
        }
        for (const QString &name : store.entryList({QStringLiteral("gateway.db.before-*")}, QDir::Files)) {
            const auto copy = gateway::Database::open(
                store.filePath(name).toStdString(), {gateway::builtInMigrations().front()});
            if (copy && countIn(**copy) == rows) {
                return {};
            }
        }
        return QStringLiteral("backup: none that is whole");
    }

private:
    static int countIn(gateway::Database &database)
    {
        const auto count = database.read<int>([](gateway::Connection &connection) -> Result<int> {
            auto query = connection.query(
                "SELECT count(*) FROM settings WHERE name LIKE 'row%' AND length(value) = 2000");
            query.next();
            return int(query.number(0));
        });
        return count ? *count : -1;
    }
};

/// A gateway starts on what lies below the folder, and ends.
std::vector<Event> recordGateway(const QString &folder)
{
    const Recording recording(folder);
    test::TestGateway gateway(GatewayPromises::storeIn(folder));
    gateway.setEnvironment(recording.environment());
    if (!gateway.start() || !gateway.stop()) {
        QTest::qFail(gateway.log().constData(), __FILE__, __LINE__);
    }
    return recording.events();
}

/// What lies below a folder.
DiskImage imageOf(const QString &folder)
{
    DiskImage image;
    const QDir root(folder);
    for (QDirIterator found(folder, QDir::AllEntries | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
         found.hasNext();) {
        const auto path = root.relativeFilePath(found.next());
        QFile file(found.filePath());
        if (found.fileInfo().isDir()) {
            image.folders.insert(path.toStdString());
        } else if (file.open(QIODevice::ReadOnly)) {
            image.files[path.toStdString()] = file.readAll();
        }
    }
    return image;
}

using Record = std::vector<Event> (*)(const QString &folder);

std::vector<Event> recordVault(const QString &folder)
{
    return record(vaultStoryProgram(), folder, {QStringLiteral("open")});
}

} // namespace

/// The power is cut again while the program puts right what the first cut left, and while it brings a store to a newer form.
class RecoveryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theVaultIsCutAgain()
    {
        const QTemporaryDir folder(placeInMemory());
        const auto events = record(vaultStoryProgram(), folder.path(), {QStringLiteral("short")});
        Tally tally;
        cutTwice(
            events, [] { return VaultPromises(); }, recordVault, tally);
        report("power-cut-recovery", tally);
        QVERIFY2(tally.violations == 0, qPrintable(tally.first));
        QVERIFY(tally.tried > 50);
    }

    void theGatewayIsCutAgain()
    {
        const auto definitions = test::Definitions::load();
        const QTemporaryDir folder(placeInMemory());
        const auto events = recordGatewayStory(folder.path(), *definitions.catalogue, 1);
        Tally tally;
        cutTwice(
            events, [&] { return GatewayPromises(definitions); }, recordGateway, tally);
        report("power-cut-recovery-gateway", tally);
        QVERIFY2(tally.violations == 0, qPrintable(tally.first));
        QVERIFY(tally.tried > 50);
    }

    void theVaultGetsANewForm()
    {
        const Tally tally = cutWhileItChanges<OldVault>(recordVault);
        report("power-cut-migration", tally);
        QVERIFY2(tally.violations == 0, qPrintable(tally.first));
        QVERIFY(tally.tried > 50);
    }

    void theGatewayGetsANewForm()
    {
        const Tally tally = cutWhileItChanges<OldGateway>(recordGateway);
        report("power-cut-migration-gateway", tally);
        QVERIFY2(tally.violations == 0, qPrintable(tally.first));
        QVERIFY(tally.tried > 50);
    }

private:
    /// At some moments of the record; the program opens what is left, is recorded, and cut wherever it does something.
    template <class Make>
    static void cutTwice(const std::vector<Event> &events, Make makePromises, Record open, Tally &tally)
    {
        std::mt19937 random(2026);
        const std::size_t moments = isThorough() ? 40 : 4;
        for (std::size_t moment = 1; moment <= moments; ++moment) {
            auto promises = makePromises();
            const auto image = imageAfter(events, events.size() * moment / moments, promises, random);
            const QTemporaryDir folder(placeInMemory());
            QVERIFY(image.writeTo(folder.path()));
            const auto recovery = open(folder.path());
            cutEverywhere(
                Disk(Syncs::Kept, image), recovery, promises, wantedImages(10) / int(moments), tally);
        }
    }

    template <class Old>
    static Tally cutWhileItChanges(Record open)
    {
        Tally tally;
        const QTemporaryDir folder(placeInMemory());
        if (!Old::makeIn(folder.path())) {
            tally.add(QStringLiteral("test: no old store"), QString());
            return tally;
        }
        const DiskImage before = imageOf(folder.path());
        const auto events = open(folder.path());
        Old promises;
        cutEverywhere(Disk(Syncs::Kept, before), events, promises, wantedImages(5), tally);
        return tally;
    }
};

QTEST_GUILESS_MAIN(RecoveryTest)
#include "tst_recovery.moc"
