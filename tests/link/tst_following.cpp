#include "link/changesfollower.h"
#include "link/linkfixture.h"
#include "link/operationsender.h"
#include "seal/digest.h"
#include "seal/text.h"

#include <QSignalSpy>
#include <QTest>
#include <QUrl>

using namespace quanke;
using link::LinkState;
using test::awaited;
using test::caseOne;
using test::caseTwo;
using test::failureKey;
using Link = test::FakeGateway::Link;

/// The monitor, the follower of changes, and sending without a vault.
class FollowingTest : public QObject {
    Q_OBJECT

private:
    static void happen(test::LinkFixture &fixture, const std::string &caseId, const std::string &number)
    {
        const auto position = fixture.gateway.changes.size() + 1;
        fixture.gateway.changes.push_back({position, "case.note", caseId, {}, "2026-11-21T01:00:00.000Z"});
        auto &file = fixture.gateway.cases[caseId];
        file.id = caseId;
        file.number = number;
    }

private Q_SLOTS:
    void theMonitorTellsOfEveryTurn()
    {
        test::LinkFixture fixture;
        QSignalSpy changed(&fixture.monitor, &link::LinkMonitor::stateChanged);
        QVERIFY(fixture.monitor.state() == LinkState::Unknown);
        fixture.monitor.start();
        QTRY_VERIFY(fixture.monitor.state() == LinkState::Online);
        fixture.store.clock.advance(std::chrono::minutes(1));
        fixture.gateway.link = Link::Down;
        QCOMPARE(failureKey(awaited(fixture.client.work())),
            QStringLiteral("link.unreachable")); // any request tells
        QVERIFY(fixture.monitor.state() == LinkState::Offline);
        QCOMPARE(toText(fixture.monitor.since()), std::string("2026-11-21T01:01:00.000Z"));
        fixture.gateway.link = Link::Up;
        QTRY_VERIFY(fixture.monitor.state() == LinkState::Online); // and it asks by itself
        QCOMPARE(changed.count(), 3);
    }

    void aProblemIsAnAnswer()
    {
        test::LinkFixture fixture;
        QVERIFY(!awaited(fixture.client.work()));
        QVERIFY(fixture.monitor.state() == LinkState::Online);
    }

    void aPortalIsNoGateway()
    {
        test::FakeAccessManager network;
        network.setAnswer([&](const auto &asked) {
            return network.payload(asked, {200, "<html>Welcome</html>", "text/html", {}});
        });
        link::GatewayClient client(network, QUrl(QStringLiteral("http://gateway.test")));
        const test::TestClock clock;
        link::LinkMonitor monitor(client, clock);
        monitor.start();
        QTRY_VERIFY(monitor.state() == LinkState::Offline);
    }

    void changesBringTheCases()
    {
        test::LinkFixture fixture;
        QVERIFY(fixture.openAndEnrol());
        QCOMPARE(fixture.signIn(), QString());
        happen(fixture, caseOne, "QS-1");
        happen(fixture, caseTwo, "QS-2");
        happen(fixture, caseOne, "QS-1");
        link::ChangesFollower follower(fixture.vault(), fixture.client, fixture.monitor);
        QSignalSpy changed(&follower, &link::ChangesFollower::caseChanged);
        follower.start();
        QTRY_COMPARE(changed.count(), 2);
        QCOMPARE(*awaited(fixture.vault().changesCursor()), quint64(3));
        QCOMPARE(awaited(fixture.vault().caseView(caseOne))->number, std::string("QS-1"));
        QCOMPARE(fixture.network.count("GET", QStringLiteral("/v1/cases/")), 2); // each once
        follower.stop();
    }

    void whatIsNotOursIsPassedOver()
    {
        test::LinkFixture fixture;
        QVERIFY(fixture.openAndEnrol());
        QCOMPARE(fixture.signIn(), QString());
        happen(fixture, caseOne, "QS-1");
        happen(fixture, caseTwo, "QS-2");
        fixture.gateway.cases.erase(caseOne);
        link::ChangesFollower follower(fixture.vault(), fixture.client, fixture.monitor);
        follower.start();
        QTRY_COMPARE(*awaited(fixture.vault().changesCursor()), quint64(2));
        QCOMPARE(awaited(fixture.vault().caseViews())->size(), std::size_t(1));
    }

    /// A page of more cases than may be read at once comes to its end all the same.
    void whoIsToldToWaitGoesOnWhereItWas_data()
    {
        QTest::addColumn<QByteArray>("pause");
        QTest::newRow("no time") << QByteArray(R"({"retryAfter":0})");
        QTest::newRow("no number") << QByteArray(R"({"retryAfter":"soon"})");
    }
    void whoIsToldToWaitGoesOnWhereItWas()
    {
        QFETCH(const QByteArray, pause);
        test::LinkFixture fixture;
        QVERIFY(fixture.openAndEnrol());
        QCOMPARE(fixture.signIn(), QString());
        for (int i = 0; i < 10; ++i)
            happen(fixture, caseOne.substr(0, caseOne.size() - 1) + char('0' + i), "QS-" + std::to_string(i));
        fixture.gateway.casesBeforePause = 3;
        fixture.gateway.pause = pause;
        link::ChangesFollower follower(fixture.vault(), fixture.client, fixture.monitor);
        follower.setDelays(std::chrono::milliseconds(2), std::chrono::milliseconds(10));
        follower.start();
        QTRY_COMPARE(*awaited(fixture.vault().changesCursor()), quint64(10));
        QCOMPARE(awaited(fixture.vault().caseViews())->size(), std::size_t(10));
        QCOMPARE(fixture.network.count("GET", QStringLiteral("/v1/cases/")),
            13); // each once, and three that had to wait
        follower.stop();
    }

    void nothingIsMissedOverAnOutage()
    {
        test::LinkFixture fixture;
        QVERIFY(fixture.openAndEnrol());
        QCOMPARE(fixture.signIn(), QString());
        fixture.monitor.start();
        link::ChangesFollower follower(fixture.vault(), fixture.client, fixture.monitor);
        follower.setDelays(std::chrono::milliseconds(2), std::chrono::milliseconds(10));
        QSignalSpy changed(&follower, &link::ChangesFollower::caseChanged);
        happen(fixture, caseOne, "QS-1");
        follower.start();
        QTRY_COMPARE(changed.count(), 1);
        follower.stop();
        fixture.gateway.link = Link::Down;
        QVERIFY(!awaited(fixture.client.health()));
        happen(fixture, caseTwo, "QS-2");
        follower.start();
        fixture.gateway.link = Link::Up;
        QTRY_COMPARE(changed.count(), 2);
        QCOMPARE(changed.back()[0].toString(), QString::fromStdString(caseTwo));
    }

    void whoStopsGivesTheConnectionBack()
    {
        test::LinkFixture fixture;
        QVERIFY(fixture.openAndEnrol());
        QCOMPARE(fixture.signIn(), QString());
        fixture.monitor.start();
        QTRY_VERIFY(fixture.monitor.state() == LinkState::Online);
        link::ChangesFollower follower(fixture.vault(), fixture.client, fixture.monitor);
        const auto waiting = [&] { return fixture.network.findChildren<test::FakeHangingReply *>().size(); };
        for (int person = 0; person < 8; ++person) {
            follower.start();
            QTRY_COMPARE(waiting(), 1);
            follower.stop();
            QTRY_COMPARE(waiting(), 0);
        }
        QVERIFY(fixture.monitor.state() == LinkState::Online); // giving up says nothing about the link
    }

    void theCursorStaysUntilTheCaseIsKept()
    {
        test::LinkFixture fixture;
        QVERIFY(fixture.openAndEnrol());
        QCOMPARE(fixture.signIn(), QString());
        happen(fixture, caseOne, "QS-1");
        QVERIFY(bool(awaited(fixture.vault().forget()))); // locked: nothing can be kept
        link::ChangesFollower follower(fixture.vault(), fixture.client, fixture.monitor);
        follower.setDelays(std::chrono::milliseconds(2), std::chrono::milliseconds(10));
        QSignalSpy changed(&follower, &link::ChangesFollower::caseChanged);
        follower.start();
        QVERIFY(bool(awaited(fixture.vault().outboxCount())));
        QCOMPARE(changed.count(), 0);
        QVERIFY(bool(fixture.store.unlock()));
        QTRY_COMPARE(changed.count(), 1);
        QCOMPARE(*awaited(fixture.vault().changesCursor()), quint64(1));
    }

    void sendingWithoutAVault()
    {
        test::LinkFixture fixture;
        QCOMPARE(fixture.signIn(), QString());
        const QByteArray scan("scan");
        const vault::StoredDocument document{seal::sha256("scan"), 4, {"image/png", "a.png", 1}, false};
        casework::Operation operation{"0193a001-0000-7000-8000-000000000009", "case.note", "device-1", 1, {},
            "wangxm", casework::Environment::Production, "2026-11-21T01:00:00.000Z", caseOne,
            {{"file", vault::fileReference(document)}}, {}, {}};
        link::OperationSender sender(fixture.client);
        link::Departure departure;
        departure.operationId = operation.id;
        departure.bytes = casework::bytesOf(operation);
        departure.documents = {document};
        departure.read = [&scan](const vault::StoredDocument &) {
            return QtFuture::makeReadyFuture(Result<QByteArray>(scan));
        };
        const auto receipt = awaited(sender.send(departure));
        QVERIFY(bool(receipt));
        QCOMPARE(receipt->operation, operation.id);
        QCOMPARE(fixture.gateway.taken.size(), std::size_t(1));
        QVERIFY(fixture.gateway.documents.contains(document.sha256));
    }

    void receiptsOfAStrangerAreNone()
    {
        test::LinkFixture fixture;
        QCOMPARE(fixture.signIn(), QString());
        const std::string id = "0193a001-0000-7000-8000-000000000009";
        const auto suite = seal::makeSodiumSuite();
        const auto stranger = suite->makeSigningPair();
        wire::Receipt receipt{id, seal::sha256("{}"), "durable", "2026-11-21T01:00:00.000Z", 1, {}};
        receipt.signature = seal::toBase64(suite->sign(stranger.secretKey, wire::signedText(receipt)));
        fixture.network.setAnswer([&](const auto &asked) {
            return fixture.network.json(
                asked, 201, QByteArray::fromStdString(canonicalText(wire::toJson(receipt))));
        });
        link::OperationSender sender(fixture.client);
        link::Departure departure;
        departure.operationId = id;
        departure.bytes = "{}";
        QCOMPARE(failureKey(awaited(sender.send(departure))), QStringLiteral("link.bad-receipt"));
    }
};

QTEST_GUILESS_MAIN(FollowingTest)
#include "tst_following.moc"
