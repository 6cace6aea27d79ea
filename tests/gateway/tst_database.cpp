#include "gateway/store/casetable.h"
#include "gateway/store/changetable.h"
#include "gateway/store/database.h"
#include "gateway/store/devicetable.h"
#include "gateway/store/operationtable.h"
#include "gateway/store/settingtable.h"
#include "gateway/store/subcasetable.h"
#include "gateway/store/trace/tracetable.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <thread>

using namespace quanke;
using namespace quanke::gateway;

namespace {

const std::vector<Migration> twoSteps{
    {1, "0001_one.sql", "CREATE TABLE a(x TEXT); INSERT INTO a VALUES('kept');"},
    {2, "0002_two.sql", "ALTER TABLE a ADD COLUMN y INTEGER NOT NULL DEFAULT 7;"}};

CaseRow someCase(const std::string &id)
{
    return {id, "N-" + id, "BUNDLE-HOTEL", "王一", "1", "2026-11-21T01:00:00.000Z", 1, "{}"};
}

} // namespace

class DatabaseTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void isDurableAndChecksReferences()
    {
        const auto database = open();
        const auto pragmas = database->read<std::string>([](Connection &connection) -> Result<std::string> {
            std::string values;
            for (const char *pragma : {"PRAGMA journal_mode", "PRAGMA synchronous", "PRAGMA foreign_keys"}) {
                auto query = connection.query(pragma);
                query.next();
                values += query.text(0);
            }
            return values;
        });
        QCOMPARE(*pragmas, std::string("wal21"));
        const auto orphan = database->write<Done>([](Connection &connection) -> Result<Done> {
            ChangeTable(connection).insert({0, "case.submit", "no-such-case", {}, "now"});
            return Done{};
        });
        QVERIFY(!orphan);
        QCOMPARE(orphan.failure().key, std::string("store.failed"));
    }

    void keepsNothingOfWorkThatFails()
    {
        const auto database = open();
        const auto refused = database->write<Done>([](Connection &connection) -> Result<Done> {
            SettingTable(connection).put("a", "1");
            return Failure{"no.reason"};
        });
        QCOMPARE(refused.failure().key, std::string("no.reason"));
        const auto thrown = database->write<Done>([](Connection &connection) -> Result<Done> {
            SettingTable(connection).put("b", "1");
            throw std::runtime_error("broken");
        });
        QCOMPARE(thrown.failure().key, std::string("store.failed"));
        QVERIFY(put(*database, "c", "1"));
        QCOMPARE(found(*database, "a"), std::string());
        QCOMPARE(found(*database, "b"), std::string());
        QCOMPARE(found(*database, "c"), std::string("1"));
    }

    /// The disk is full in the midst of it, not at its end: what there is room for later is kept.
    void goesOnOnceThereIsRoom()
    {
        const auto database = open();
        QVERIFY(put(*database, "a", "1"));
        const auto pages = [&](const std::string &most) {
            return database->read<Done>([&](Connection &connection) -> Result<Done> {
                connection.run("PRAGMA max_page_count = " + most);
                return Done{};
            });
        };
        QVERIFY(bool(pages("1"))); // no more than there are
        const auto refused = database->write<Done>([](Connection &connection) -> Result<Done> {
            SettingTable(connection).put("b", "1");
            SettingTable(connection).put("much", std::string(1'000'000, 'x'));
            return Done{};
        });
        QVERIFY(!refused);
        QCOMPARE(refused.failure().key, std::string("store.failed"));
        QVERIFY(bool(pages("1000000")));
        QVERIFY(put(*database, "c", "1"));
        QCOMPARE(found(*database, "a"), std::string("1"));
        QCOMPARE(found(*database, "b"), std::string());
        QCOMPARE(found(*database, "much"), std::string());
        QCOMPARE(found(*database, "c"), std::string("1"));
    }

    void manyAtOnceAreAllKept()
    {
        const auto database = open();
        std::atomic<int> refusals = 0;
        {
            std::vector<std::jthread> writers;
            for (int writer = 0; writer < 8; ++writer) {
                writers.emplace_back([&, writer] {
                    for (int i = 0; i < 25; ++i) {
                        const auto name = std::to_string(writer) + "-" + std::to_string(i);
                        if (i % 5 == 0) {
                            refusals += refuse(*database, name) ? 1 : 0;
                        } else {
                            QVERIFY(put(*database, name, "1"));
                        }
                    }
                });
            }
        }
        QCOMPARE(refusals.load(), 8 * 5);
        const auto count = database->read<int>([](Connection &connection) -> Result<int> {
            auto query = connection.query("SELECT count(*) FROM settings");
            query.next();
            return int(query.number(0));
        });
        QCOMPARE(*count, 8 * 20);
    }

    void aSecondGatewayIsTurnedAway()
    {
        const auto first = open();
        const auto second = Database::open(path());
        QVERIFY(!second);
        QCOMPARE(second.failure().key, std::string("store.in-use"));
    }

    void whatCannotBeOpenedIsSaidSoon()
    {
        QElapsedTimer timer;
        timer.start();
        const auto none = Database::open(m_folder->path().toStdString()); // no file
        QVERIFY(!none);
        QCOMPARE(none.failure().key, std::string("store.failed"));
        QVERIFY(timer.elapsed() < 10'000);
    }

    void aNewStoreKnowsNobody()
    {
        const auto database = open();
        const auto people = database->read<std::vector<OperatorRow>>(
            [](Connection &connection) -> Result<std::vector<OperatorRow>> {
                return OperatorTable(connection).all();
            });
        QVERIFY(people && people->empty());
    }

    void operationsAreAppendOnly()
    {
        const auto database = open();
        QVERIFY(bool(database->write<Done>([](Connection &connection) -> Result<Done> {
            DeviceTable(connection).touch("D", "now");
            CaseTable(connection).insert(someCase("c"));
            OperationTable(connection)
                .insert({1, "op", "D", 1, "c", "case.submit", "wangxm", "{}", "d", "{}"});
            return Done{};
        })));
        for (const char *statement : {"UPDATE operations SET actor = 'liqh'", "DELETE FROM operations"}) {
            QVERIFY(!database->write<Done>([&](Connection &connection) -> Result<Done> {
                connection.run(statement);
                return Done{};
            }));
        }
    }

    void findsCasesByWhatIsAsked()
    {
        const auto database = open();
        QVERIFY(bool(database->write<Done>([](Connection &connection) -> Result<Done> {
            CaseTable(connection).insert(someCase("a"));
            CaseTable(connection).insert(someCase("b"));
            SubCaseTable(connection).put({"a", "HT-01", "market", "received", "", "2026-11-24"});
            SubCaseTable(connection).put({"b", "HT-02", "police", "waiting", "", ""});
            return Done{};
        })));
        QCOMPARE(ids(*database, {}), std::string("b a "));
        QCOMPARE(ids(*database, {"N-a", {}, {}, {}, 10}), std::string("a "));
        QCOMPARE(ids(*database, {{}, "waiting", {}, {}, 10}), std::string("b "));
        QCOMPARE(ids(*database, {{}, {}, "-b", {}, 10}), std::string("b "));
        QCOMPARE(ids(*database, {{}, {}, "王", {}, 1}), std::string("b "));
        QCOMPARE(ids(*database, {{}, {}, {}, "market", 10}), std::string("a "));
        QCOMPARE(ids(*database, {{}, "waiting", {}, "market", 10}), std::string());
    }

    void aStaleRevisionChangesNothing()
    {
        const auto database = open();
        const auto outcome = database->write<bool>([](Connection &connection) -> Result<bool> {
            CaseTable cases(connection);
            auto row = someCase("a");
            cases.insert(row);
            row.revision = 2;
            row.applicant = "李四";
            const bool first = cases.update(row, 1);
            const bool second = cases.update(row, 1);
            return first && !second && cases.find("a")->applicant == "李四";
        });
        QVERIFY(*outcome);
    }

    void migratesStepByStepAndKeepsACopy()
    {
        QVERIFY(bool(Database::open(path(), {twoSteps[0]})));
        const auto database = Database::open(path(), twoSteps);
        QVERIFY(bool(database));
        const auto row = (*database)->read<std::string>([](Connection &connection) -> Result<std::string> {
            auto query = connection.query("SELECT x, y FROM a");
            query.next();
            return query.text(0) + query.text(1);
        });
        QCOMPARE(*row, std::string("kept7"));
        QVERIFY(QFile::exists(QString::fromStdString(path() + ".before-0002")));
    }

    void aCaseFromBeforeThereWereLeasesMayBeWorkedOn()
    {
        const auto &all = builtInMigrations();
        {
            const auto old = Database::open(path(), {all[0], all[1]});
            QVERIFY(bool(old));
            const auto filled = (*old)->write<Done>([](Connection &connection) -> Result<Done> {
                connection.run(
                    "INSERT INTO operators(name, display_name, password, roles, department, created_at)"
                    " VALUES('wangxm', '王小满', 'hash', 'clerk', '', 'then')");
                CaseTable(connection).insert(someCase("c1"));
                return Done{};
            });
            QVERIFY(bool(filled));
        }
        const auto database = Database::open(path());
        QVERIFY(bool(database));
        const auto fence =
            (*database)->write<std::uint64_t>([](Connection &connection) -> Result<std::uint64_t> {
                LeaseTable leases(connection);
                if (leases.find("c1", {})) {
                    return Failure{"test.held", {}, {}};
                }
                leases.put({"c1", {}, 1, "wangxm", "D-1", "3", "now", "later"});
                return leases.find("c1", {})->fence;
            });
        QCOMPARE(*fence, std::uint64_t(1));
    }

    void whatWasStoredBeforeWatermarksIsCounted()
    {
        const auto &all = builtInMigrations();
        {
            const auto old = Database::open(path(), {all.front()});
            QVERIFY(bool(old));
            const auto filled = (*old)->write<Done>([](Connection &connection) -> Result<Done> {
                connection.run("INSERT INTO devices VALUES('D-1', 'then', 'then')");
                CaseTable(connection).insert(someCase("c1"));
                for (const std::uint64_t sequence : {1, 2, 4}) {
                    const auto id = "op-" + std::to_string(sequence);
                    OperationTable(connection)
                        .insert({sequence, id, "D-1", sequence, "c1", "case.note", "wangxm", "{}", "digest",
                            "{}"});
                }
                return Done{};
            });
            QVERIFY(bool(filled));
        }
        const auto database = Database::open(path());
        QVERIFY(bool(database));
        const auto seen = (*database)->write<Done>([](Connection &connection) -> Result<Done> {
            DeviceTable devices(connection);
            const bool right = devices.contiguous("D-1") == 2
                && devices.stored("D-1")
                    == std::vector<std::pair<std::uint64_t, std::uint64_t>>{{1, 2}, {4, 4}};
            return right ? Result<Done>(Done{}) : Failure{"test.counted", {}, {}};
        });
        QVERIFY(bool(seen));
    }

    void aStoreFromBeforeThereWasATraceBeginsOne()
    {
        const auto &all = builtInMigrations();
        {
            const auto old = Database::open(path(), {all[0], all[1], all[2]});
            QVERIFY(old && put(**old, "a", "1"));
        }
        const auto database = Database::open(path());
        QVERIFY(bool(database));
        const auto end = (*database)->write<trace::End>([](Connection &connection) -> Result<trace::End> {
            TraceTable table(connection);
            table.append({.act = trace::act::start}, *parseInstant("2026-11-21T01:00:00Z"));
            table.append({.act = trace::act::stop}, *parseInstant("2026-11-21T01:00:00Z"));
            return table.end();
        });
        QCOMPARE(end->number, std::uint64_t(2));
        QCOMPARE(found(**database, "a"), std::string("1"));
    }

    void aStepThatFailsLeavesTheDatabaseAsItWas()
    {
        QVERIFY(bool(Database::open(path(), {twoSteps[0]})));
        const auto broken =
            Database::open(path(), {twoSteps[0], {2, "0002", "CREATE TABLE b(x); CREATE TABLE a(x);"}});
        QVERIFY(!broken);
        QVERIFY(bool(Database::open(path(), twoSteps)));
    }

    void refusesANewerSchema()
    {
        QVERIFY(bool(Database::open(path(), twoSteps)));
        const auto older = Database::open(path(), {twoSteps[0]});
        QVERIFY(!older);
        QCOMPARE(older.failure().key, std::string("store.newer-schema"));
    }

private:
    std::string path() const { return m_folder->filePath(QStringLiteral("gateway.db")).toStdString(); }

    std::unique_ptr<Database> open() const
    {
        auto database = Database::open(path());
        return database ? std::move(*database) : nullptr;
    }

    static bool put(Database &database, const std::string &name, const std::string &value)
    {
        return bool(database.write<Done>([&](Connection &connection) -> Result<Done> {
            SettingTable(connection).put(name, value);
            return Done{};
        }));
    }

    static bool refuse(Database &database, const std::string &name)
    {
        return !database.write<Done>([&](Connection &connection) -> Result<Done> {
            SettingTable(connection).put(name, "1");
            return Failure{"no.reason"};
        });
    }

    static std::string found(Database &database, const std::string &name)
    {
        const auto value = database.read<std::optional<std::string>>(
            [&](Connection &connection) { return SettingTable(connection).find(name); });
        return value ? value->value_or("") : "?";
    }

    static std::string ids(Database &database, const CaseFilter &filter)
    {
        const auto text = database.read<std::string>([&](Connection &connection) -> Result<std::string> {
            std::string list;
            for (const auto &row : CaseTable(connection).list(filter)) {
                list += row.id + " ";
            }
            return list;
        });
        return *text;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(DatabaseTest)
#include "tst_database.moc"
