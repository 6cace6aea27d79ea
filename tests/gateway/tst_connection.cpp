#include "gateway/store/sql/connection.h"
#include "gateway/store/sql/sqlerror.h"

#include <QTemporaryDir>
#include <QTest>

using namespace quanke::gateway;

class ConnectionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_connection = std::make_unique<Connection>(path());
        m_connection->runScript("CREATE TABLE a(x TEXT NOT NULL UNIQUE, y INTEGER NOT NULL) STRICT;"
                                "INSERT INTO a VALUES('one', 1), ('two', 2), ('three', 3);");
    }

    void givesRowsOneByOne()
    {
        auto query = m_connection->query("SELECT x, y FROM a WHERE y > ? ORDER BY y", 1);
        QVERIFY(query.next());
        QCOMPARE(query.text(0), std::string("two"));
        QCOMPARE(query.number(1), std::int64_t(2));
        QVERIFY(query.next());
        QCOMPARE(query.text(0), std::string("three"));
        QVERIFY(!query.next());
    }

    void runsTheSameTextWithOtherValues()
    {
        for (const std::string name : {"one", "three", "none"}) {
            auto query = m_connection->query("SELECT y FROM a WHERE x = ?", name);
            QCOMPARE(query.next(), name != "none");
        }
    }

    void runsTheSameTextInsideItself()
    {
        constexpr std::string_view later = "SELECT y FROM a WHERE y > ? ORDER BY y";
        int pairs = 0;
        auto outer = m_connection->query(later, 0);
        while (outer.next()) {
            auto inner = m_connection->query(later, outer.number(0));
            while (inner.next()) {
                ++pairs;
            }
        }
        QCOMPARE(pairs, 3);
    }

    void saysHowManyRowsItChanged()
    {
        constexpr std::string_view change = "UPDATE a SET y = y + 1 WHERE y >= ?";
        QCOMPARE(m_connection->run(change, 2), 2);
        QCOMPARE(m_connection->run(change, 100), 0);
    }

    void anEmptyTextIsAText()
    {
        m_connection->run("INSERT INTO a VALUES(?, ?)", std::string_view(), 4);
        auto query = m_connection->query("SELECT x, typeof(x) FROM a WHERE y = 4");
        QVERIFY(query.next());
        QCOMPARE(query.text(0), std::string());
        QCOMPARE(query.text(1), std::string("text"));
    }

    void bytesComeBackAsTheyWere()
    {
        const std::string text("开\0旅馆𠮷", 14);
        m_connection->run("INSERT INTO a VALUES(?, ?)", text, std::uint64_t(1) << 62);
        auto query = m_connection->query("SELECT x, y FROM a WHERE x = ?", text);
        QVERIFY(query.next());
        QCOMPARE(query.text(0), text);
        QCOMPARE(query.number(1), std::int64_t(1) << 62);
    }

    void goesOnAfterWhatWasRefused()
    {
        constexpr std::string_view insert = "INSERT INTO a VALUES(?, ?)";
        QVERIFY_THROWS_EXCEPTION(SqlError, m_connection->run(insert, "one", 9));
        QCOMPARE(m_connection->run(insert, "nine", 9), 1);
        QVERIFY_THROWS_EXCEPTION(SqlError, m_connection->run("SELECT nothing FROM nowhere"));
        QVERIFY_THROWS_EXCEPTION(SqlError, m_connection->run("SELECT 1", "too many"));
    }

    void saysWhatItFailedFor()
    {
        m_connection->run("BEGIN IMMEDIATE");
        Connection other(path());
        other.run("PRAGMA busy_timeout = 0");
        QCOMPARE(kindOf(other, "BEGIN IMMEDIATE"), SqlError::Kind::InUse);
        m_connection->run("ROLLBACK");
        other.run("PRAGMA max_page_count = 1");
        QCOMPARE(kindOf(other, "INSERT INTO a SELECT hex(zeroblob(100000)), 1"), SqlError::Kind::NoRoom);
        QCOMPARE(kindOf(other, "INSERT INTO a VALUES('one', 1)"), SqlError::Kind::Other);
    }

    void aFileThatCannotBeOpenedIsSaid()
    {
        QVERIFY_THROWS_EXCEPTION(SqlError, Connection(path() + "/below/a/file"));
    }

private:
    static SqlError::Kind kindOf(Connection &connection, std::string_view sql)
    {
        try {
            connection.run(sql);
        } catch (const SqlError &error) {
            return error.kind();
        }
        qFatal("it was not refused");
    }

    std::string path() const { return m_folder->filePath(QStringLiteral("a.db")).toStdString(); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Connection> m_connection;
};

QTEST_GUILESS_MAIN(ConnectionTest)
#include "tst_connection.moc"
