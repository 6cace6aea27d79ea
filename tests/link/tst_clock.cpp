#include "link/linkfixture.h"

#include <QSignalSpy>
#include <QTest>

using namespace quanke;
using test::awaited;

/// The gateway's clock comes with every answer.
class ClockTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsFarOffIsNoticed_data()
    {
        QTest::addColumn<QByteArray>("date");
        QTest::addColumn<qint64>("difference"); // seconds; 0: they agree
        QTest::newRow("the same") << QByteArray("Sat, 21 Nov 2026 01:00:00 GMT") << qint64(0);
        QTest::newRow("five minutes") << QByteArray("Sat, 21 Nov 2026 01:05:00 GMT") << qint64(0);
        QTest::newRow("a little more") << QByteArray("Sat, 21 Nov 2026 01:05:01 GMT") << qint64(301);
        QTest::newRow("six minutes less") << QByteArray("Sat, 21 Nov 2026 00:54:00 GMT") << qint64(-360);
        QTest::newRow("a day less") << QByteArray("Fri, 20 Nov 2026 01:00:00 GMT") << qint64(-86400);
        QTest::newRow("a dead battery") << QByteArray("Thu, 01 Jan 1970 00:00:00 GMT") << qint64(-1795222800);
        QTest::newRow("a year later") << QByteArray("Sun, 21 Nov 2027 01:00:00 GMT") << qint64(31536000);
        QTest::newRow("no date") << QByteArray() << qint64(0);
        QTest::newRow("no date at all") << QByteArray("yesterday") << qint64(0);
    }

    void whatIsFarOffIsNoticed()
    {
        QFETCH(QByteArray, date);
        QFETCH(qint64, difference);
        test::FakeAccessManager network;
        network.setAnswer([&](const test::FakeAccessManager::Asked &asked) {
            return network.payload(asked, {200, "{}", "application/json", {{"Date", date}}});
        });
        const test::TestClock clock;
        link::GatewayClient client(network, QUrl(QStringLiteral("http://gateway")));
        link::LinkMonitor monitor(client, clock);
        QSignalSpy compared(&monitor, &link::LinkMonitor::clockCompared);
        QVERIFY(bool(awaited(client.health())));
        QCOMPARE(compared.count(), difference == 0 ? 0 : 1);
        const auto found = monitor.clockDifference();
        QCOMPARE(found ? std::chrono::floor<std::chrono::seconds>(*found).count() : 0, difference);
    }

    void whatIsNoGatewayTellsNoTime()
    {
        test::FakeAccessManager network;
        network.setAnswer([&](const test::FakeAccessManager::Asked &asked) {
            return network.payload(
                asked, {200, "<html>", "text/html", {{"Date", "Fri, 20 Nov 2026 01:00:00 GMT"}}});
        });
        const test::TestClock clock;
        link::GatewayClient client(network, QUrl(QStringLiteral("http://gateway")));
        link::LinkMonitor monitor(client, clock);
        QVERIFY(!awaited(client.health()));
        QVERIFY(!monitor.clockDifference());
    }

    void aSlowAnswerIsNoWrongClock()
    {
        test::LinkFixture fixture;
        const Instant at = fixture.store.clock.now() - std::chrono::minutes(14);
        Q_EMIT fixture.client.dated(at, std::chrono::minutes(10));
        QVERIFY(!fixture.monitor.clockDifference());
        Q_EMIT fixture.client.dated(at, std::chrono::minutes(8));
        QVERIFY(bool(fixture.monitor.clockDifference()));
        Q_EMIT fixture.client.dated(fixture.store.clock.now(), {}); // somebody has set it
        QVERIFY(!fixture.monitor.clockDifference());
    }
};

QTEST_GUILESS_MAIN(ClockTest)
#include "tst_clock.moc"
