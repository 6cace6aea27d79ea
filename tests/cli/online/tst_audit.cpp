#include "cli/online/auditexportcommand.h"
#include "cli/online/auditverifycommand.h"
#include "cli/online/userlistcommand.h"
#include "cli/outcome.h"
#include "seal/text.h"
#include "support/testgateway.h"
#include "trace/head.h"

#include <QFile>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

#include <functional>

using namespace quanke;
using namespace quanke::cli;
using namespace quanke::test;

namespace {

Outcome runAudit(const std::vector<std::string> &words)
{
    return test::runWith<AuditExportCommand, AuditVerifyCommand, UserListCommand>(words);
}

using Lines = QList<QByteArray>;

Lines linesIn(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll().trimmed().split('\n') : Lines();
}

void write(const QString &path, const Lines &lines)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(lines.join('\n') + '\n');
}

} // namespace

class AuditTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(m_gateway.start(), m_gateway.log().constData());
        write(path("password"), {"Quanke-2026"});
        QCOMPARE(signedIn({"user", "list"}, "zhengsc").code, 0);
    }

    void anExportIsWhole()
    {
        const auto exported = exportTo("whole");
        QCOMPARE(exported.code, 0);
        QVERIFY(exported.json()["lines"].get<int>() > 3);
        const auto verified = verify({path("whole")});
        QVERIFY2(verified.code == 0, (verified.out + verified.error).c_str());
        QCOMPARE(verified.json()["findings"].size(), std::size_t(0));
        QCOMPARE(verified.json()["chains"][0]["lines"].get<int>(), exported.json()["lines"].get<int>());
        QCOMPARE(verified.json()["chains"][0]["first"].get<int>(), 1);
    }

    void whatWasDoneToAFileIsFound_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("found");
        QTest::newRow("removed") << QStringLiteral("removed") << QStringLiteral("trace.removed");
        QTest::newRow("changed") << QStringLiteral("changed") << QStringLiteral("trace.changed");
        QTest::newRow("reordered") << QStringLiteral("reordered") << QStringLiteral("trace.reordered");
        QTest::newRow("cut short") << QStringLiteral("cut") << QStringLiteral("trace.cut-short");
        QTest::newRow("unreadable") << QStringLiteral("unreadable") << QStringLiteral("trace.malformed");
        QTest::newRow("without heads") << QStringLiteral("heads") << QStringLiteral("trace.no-head");
    }
    void whatWasDoneToAFileIsFound()
    {
        QFETCH(const QString, what);
        QFETCH(const QString, found);
        QCOMPARE(exportTo("spoilt").code, 0);
        auto lines = linesIn(path("spoilt"));
        const auto last = lines.lastIndexOf(*std::find_if(lines.rbegin(), lines.rend(),
            [](const QByteArray &line) { return line.startsWith("{\"act\""); }));
        if (what == QStringLiteral("removed")) {
            lines.removeAt(3);
        } else if (what == QStringLiteral("changed")) {
            lines[2].replace("\"at\":\"20", "\"at\":\"19");
        } else if (what == QStringLiteral("reordered")) {
            lines.swapItemsAt(2, 3);
        } else if (what == QStringLiteral("cut")) {
            lines.removeAt(last);
        } else if (what == QStringLiteral("unreadable")) {
            lines[2] = "nonsense";
        } else {
            lines = lines.mid(0, last + 1);
        }
        write(path("spoilt"), lines);
        const auto verified = verify({path("spoilt")});
        QCOMPARE(verified.code, 1);
        QVERIFY2(verified.out.find(found.toStdString()) != std::string::npos, verified.out.c_str());
        const auto inWords =
            runAudit({"audit", "verify", "--lang", "en", "--trace", path("spoilt").toStdString()});
        QVERIFY(inWords.out.find(found.toStdString()) != std::string::npos);
    }

    /// Without its first line nothing says whose lines they are, but what is signed.
    void aFileWithoutItsFirstLineIsReadAllTheSame()
    {
        QCOMPARE(exportTo("headless").code, 0);
        const auto key = verify({path("headless")}).json()["key"].get<std::string>();
        auto lines = linesIn(path("headless"));
        lines.removeAt(2);
        lines.removeAt(0);
        write(path("headless"), lines);
        const auto verified =
            runAudit({"audit", "verify", "--json", "--trace", path("headless").toStdString(), "--key", key});
        QCOMPARE(verified.code, 1);
        QVERIFY2(verified.out.find("trace.removed") != std::string::npos, verified.out.c_str());
    }

    void aChainThatIsGoneIsMissed()
    {
        QVERIFY(m_gateway.stop());
        insertHeadOf("DESK-9");
        const auto verified = verify({m_gateway.dataFolder()});
        QCOMPARE(verified.code, 1);
        QCOMPARE(verified.json()["findings"][0]["chain"].get<std::string>(), std::string("DESK-9"));
        QCOMPARE(verified.json()["findings"][0]["key"].get<std::string>(), std::string("trace.cut-short"));
        alter({"DELETE FROM trace_heads WHERE chain = 'DESK-9'"});
        QVERIFY(m_gateway.start());
    }

    void aGatewayAtWorkIsLeftAlone()
    {
        const auto verified = verify({m_gateway.dataFolder()});
        QCOMPARE(verified.code, 2);
        QVERIFY(verified.error.find("gateway.db") != std::string::npos);
    }

    /// Whoever holds the folder cuts off lines and what was signed of them: an earlier export knows of them.
    void aFolderIsComparedWithWhatOthersHaveKept()
    {
        QCOMPARE(exportTo("kept").code, 0);
        QVERIFY(m_gateway.stop());
        auto verified = verify({m_gateway.dataFolder()});
        QVERIFY2(verified.code == 0, (verified.out + verified.error).c_str());
        const auto key = verified.json()["key"].get<std::string>();
        alter({"DROP TRIGGER trace_is_not_deleted",
            "DELETE FROM trace WHERE number > (SELECT min(number) FROM trace_heads)",
            "DELETE FROM trace_heads WHERE number > (SELECT max(number) FROM trace)"});
        QCOMPARE(verify({m_gateway.dataFolder()}).code, 0); // nothing in it tells
        verified = verify({m_gateway.dataFolder(), path("kept")});
        QCOMPARE(verified.code, 1);
        QCOMPARE(verified.json()["findings"][0]["key"].get<std::string>(), std::string("trace.cut-short"));
        QVERIFY(m_gateway.start());
        QCOMPARE(signedIn({"user", "list"}, "zhengsc").code, 0);
        QVERIFY(m_gateway.stop());
        verified = verify({m_gateway.dataFolder(), path("kept")});
        QCOMPARE(verified.code, 1); // grown again by now: other lines under the numbers that were signed
        QCOMPARE(verified.json()["key"].get<std::string>(), key);
        QVERIFY(m_gateway.start());
    }

    void whatCannotBeLookedAtIsSaid()
    {
        QCOMPARE(verify({path("nowhere")}).code, 2);
        QCOMPARE(verify({path("password")}).code, 2);
        QCOMPARE(verify({m_folder.path()}).code, 2);
        QCOMPARE(signedIn({"audit", "export", "--to", path("x").toStdString()}, "wangxm").code, 2);
        QVERIFY(!QFile::exists(path("x")));
    }

private:
    QString path(const char *name) const { return m_folder.filePath(QString::fromLatin1(name)); }

    Outcome signedIn(std::vector<std::string> words, const char *name)
    {
        for (const auto &word : {std::string("--gateway"), m_gateway.url().toString().toStdString(),
                 std::string("--operator"), std::string(name), std::string("--password-file"),
                 path("password").toStdString(), std::string("--json")}) {
            words.push_back(word);
        }
        return runAudit(words);
    }

    Outcome exportTo(const char *name)
    {
        return signedIn({"audit", "export", "--to", path(name).toStdString()}, "qianqs");
    }

    /// The trace, and heads kept elsewhere.
    static Outcome verify(const QStringList &places)
    {
        std::vector<std::string> words{"audit", "verify", "--json", "--trace", places.front().toStdString()};
        if (places.size() > 1) {
            words.insert(words.end(), {"--heads", places.back().toStdString()});
        }
        return runAudit(words);
    }

    /// As the gateway would have signed it when that desk brought a line.
    void insertHeadOf(const std::string &chain)
    {
        const auto pair = linesIn(m_gateway.dataFolder() + QStringLiteral("/receipt.key"));
        const auto secret = seal::fromBase64(pair.front().toStdString());
        const trace::Head head{chain, 1, std::string(64, 'a'), "2026-11-21T01:00:00.000Z"};
        const auto signature = seal::toBase64(
            seal::makeSodiumSuite()->sign(seal::SecretBytes::copyOf(*secret), trace::signedText(head)));
        alter({"INSERT INTO trace_heads VALUES('" + chain + "', 1, '" + head.digest + "', '" + head.at
            + "', '" + signature + "')"});
    }

    void alter(const std::vector<std::string> &statements)
    {
        {
            auto database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("thief"));
            database.setDatabaseName(m_gateway.dataFolder() + QStringLiteral("/gateway.db"));
            QVERIFY(database.open());
            for (const auto &statement : statements) {
                QVERIFY(QSqlQuery(database).exec(QString::fromStdString(statement)));
            }
        }
        QSqlDatabase::removeDatabase(QStringLiteral("thief"));
    }

    QTemporaryDir m_folder;
    TestGateway m_gateway;
};

QTEST_GUILESS_MAIN(AuditTest)
#include "tst_audit.moc"
