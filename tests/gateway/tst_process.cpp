#include "support/testgateway.h"

#include "gateway/httpclient.h"

#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace quanke;
using namespace quanke::test;

class ProcessTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void startsAnswersAndEnds()
    {
        TestGateway gateway;
        QVERIFY2(gateway.start(), gateway.log().constData());
        const auto port = gateway.url().port();
        QCOMPARE(HttpClient(quint16(port)).get("/v1/health").status, 200);
        QVERIFY(gateway.stop());
        QVERIFY2(gateway.start(), gateway.log().constData()); // the same folder, the same port
        QCOMPARE(gateway.url().port(), port);
        QCOMPARE(HttpClient(quint16(port)).get("/v1/health").status, 200);
        gateway.kill();
        QVERIFY2(gateway.start(), gateway.log().constData());
    }

    void endsWhileSomebodyWaits()
    {
        TestGateway gateway;
        QVERIFY2(gateway.start(), gateway.log().constData());
        HttpClient http(quint16(gateway.url().port()));
        const Json credentials{{"operator", "wangxm"}, {"password", "Quanke-2026"}, {"device", "D-1"}};
        http.setToken(http.send("POST", "/v1/sessions", credentials.dump()).json()["token"]);
        QCOMPARE(http.get("/v1/changes").status, 200); // a connection kept alive
        QElapsedTimer timer;
        timer.start();
        QVERIFY(gateway.stop());
        QVERIFY(timer.elapsed() < 10'000);
    }

    void keepsItsFilesToItself()
    {
        TestGateway gateway;
        QVERIFY2(gateway.start(), gateway.log().constData());
        const QFileInfo key(gateway.dataFolder() + QStringLiteral("/receipt.key"));
        QCOMPARE(key.permissions()
                & ~QFile::Permissions(
                    QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser),
            QFile::Permissions());
        const QFileInfo folder(gateway.dataFolder());
        QVERIFY(!(folder.permissions() & (QFile::ReadOther | QFile::ReadGroup)));
    }

    void entersAnAdministratorWhereNobodyIs()
    {
        const QTemporaryDir folder;
        const auto enter = [&folder](const char *name) {
            QProcess process;
            process.start(QStringLiteral(QUANKE_BINARY_DIR "/bin/quanke-gateway"),
                {QStringLiteral("--data"), folder.filePath(QStringLiteral("data")), QStringLiteral("--forms"),
                    QStringLiteral(QUANKE_SOURCE_DIR "/forms"), QStringLiteral("--first-administrator"),
                    QLatin1String(name)});
            return process.waitForFinished() && process.exitCode() == 0
                ? process.readAllStandardOutput().trimmed()
                : process.readAllStandardError();
        };
        const auto said = enter("chenjy");
        QVERIFY2(said.startsWith("First password of chenjy: "), said.constData());
        const auto password = said.split(' ').last().toStdString();
        QVERIFY(enter("another").contains("operator.not-first"));
        TestGateway gateway(folder.filePath(QStringLiteral("data")));
        QVERIFY2(gateway.start(), gateway.log().constData());
        HttpClient http(quint16(gateway.url().port()));
        const Json change{{"operator", "chenjy"}, {"password", password}, {"newPassword", "Winter-2026x"},
            {"device", "office-1"}};
        const Json credentials{{"operator", "chenjy"}, {"password", "Winter-2026x"}, {"device", "office-1"}};
        QCOMPARE(http.send("PUT", "/v1/password", change.dump()).status, 204);
        http.setToken(http.send("POST", "/v1/sessions", credentials.dump()).json()["token"]);
        QCOMPARE(http.get("/v1/operators").status, 200);
    }

    void refuses_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("word");
        QTest::addColumn<int>("exitCode");
        const QStringList usual{QStringLiteral("--forms"), QStringLiteral(QUANKE_SOURCE_DIR "/forms")};
        QTest::newRow("no data folder") << usual << QByteArray("usage.missing-option") << 2;
        QTest::newRow("an unknown option") << QStringList{QStringLiteral("--colour"), QStringLiteral("red")}
                                           << QByteArray("usage.unknown-option") << 2;
        QTest::newRow("no forms") << QStringList{QStringLiteral("--data"), QStringLiteral("d"),
            QStringLiteral("--forms"), QStringLiteral("nowhere")}
                                  << QByteArray("folder.missing") << 1;
        QTest::newRow("the whole network") << usual
                + QStringList{QStringLiteral("--data"), QStringLiteral("d"), QStringLiteral("--bind"),
                    QStringLiteral("0.0.0.0")}
                                           << QByteArray("server.not-loopback") << 1;
    }

    void refuses()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QByteArray, word);
        QFETCH(int, exitCode);
        const QTemporaryDir folder;
        QProcess process;
        process.setWorkingDirectory(folder.path());
        process.start(QStringLiteral(QUANKE_BINARY_DIR "/bin/quanke-gateway"), arguments);
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitCode(), exitCode);
        QVERIFY(process.readAllStandardError().contains(word));
    }
};

QTEST_GUILESS_MAIN(ProcessTest)
#include "tst_process.moc"
