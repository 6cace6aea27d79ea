#include "link/fakegateway.h"
#include "link/gatewayclient.h"
#include "support/await.h"
#include "vault/whenready.h"

#include <QSignalSpy>
#include <QTest>
#include <QUrl>
#include <QUrlQuery>

using namespace quanke;
using test::awaited;
using test::failureKey;
using Asked = test::FakeAccessManager::Asked;

namespace {

const QUrl base(QStringLiteral("http://gateway.test/"));
const std::string operationId = "0193a001-0000-7000-8000-000000000009";

seal::SecretBytes secret(std::string_view text)
{
    return seal::SecretBytes::copyOf(text);
}

} // namespace

class GatewayClientTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theEndOfAnOldSessionIsNotThatOfTheNewOne()
    {
        test::FakeAccessManager network;
        link::GatewayClient client(network, base);
        test::FakeHeldReply *held = nullptr;
        network.setAnswer([&](const Asked &asked) { return held = network.held(asked); });
        const auto late = client.watermark("device-1"); // without one, which is as old as can be
        test::FakeGateway gateway(network);
        QVERIFY(bool(awaited(client.signIn("wangxm", secret("correct horse"), "device-1"))));
        const QByteArray gone = R"({"type":"urn:quanke:problem:session.missing","title":"t","status":401,)"
                                R"("requestId":"r1","arguments":{}})";
        held->release({401, gone, "application/problem+json", {}});
        QCOMPARE(failureKey(awaited(late)), QStringLiteral("link.unauthorised"));
        QVERIFY(client.hasSession());
    }

    void asksAsAgreed()
    {
        test::FakeAccessManager network;
        test::FakeGateway gateway(network);
        link::GatewayClient client(network, base);
        QSignalSpy changed(&client, &link::GatewayClient::sessionChanged);
        const auto session = awaited(client.signIn("wangxm", secret("correct horse"), "device-1"));
        QVERIFY(bool(session));
        QCOMPARE(session->person.displayName, std::string("王小满"));
        QVERIFY(client.hasSession());
        QCOMPARE(client.signedInName(), std::string("wangxm"));
        QVERIFY(!client.receiptKey().empty());
        QCOMPARE(changed.count(), 1);
        const auto &asked = network.asked().back();
        QCOMPARE(asked.verb, QByteArray("POST"));
        QCOMPARE(asked.path, QStringLiteral("/v1/sessions"));
        QVERIFY(*parseJson(asked.body.toStdString())
            == Json({{"operator", "wangxm"}, {"password", "correct horse"}, {"device", "device-1"}}));
        QVERIFY(!asked.header("X-Request-Id").isEmpty());
        QVERIFY(asked.header("Authorization").isEmpty());

        const std::string bytes = R"({"body":{}})";
        QVERIFY(bool(awaited(client.putOperation(operationId, bytes))));
        const auto &put = network.asked().back();
        QCOMPARE(put.verb, QByteArray("PUT"));
        QCOMPARE(put.path, QStringLiteral("/v1/ops/") + QString::fromStdString(operationId));
        QCOMPARE(put.body, QByteArray::fromStdString(bytes)); // to the byte
        QCOMPARE(put.header("Authorization"), QByteArray("Bearer token"));
        QVERIFY(put.header("X-Request-Id") != asked.header("X-Request-Id"));
        const auto redirects = put.request.attribute(QNetworkRequest::RedirectPolicyAttribute).toInt();
        QCOMPARE(redirects, int(QNetworkRequest::ManualRedirectPolicy));
    }

    void filtersAreEscaped()
    {
        test::FakeAccessManager network;
        network.setAnswer([&](const Asked &asked) { return network.json(asked, 200, R"({"items":[]})"); });
        link::GatewayClient client(network, base);
        QVERIFY(bool(awaited(client.cases({{}, "correction", "张&state=a+b"}))));
        const QUrlQuery query(network.asked().back().request.url());
        QCOMPARE(
            query.queryItemValue(QStringLiteral("text"), QUrl::FullyDecoded), QStringLiteral("张&state=a+b"));
        QCOMPARE(query.queryItemValue(QStringLiteral("state")), QStringLiteral("correction"));
        QVERIFY(!query.hasQueryItem(QStringLiteral("number")));
    }

    void namesWhatWentWrong_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("key");
        QTest::addColumn<bool>("isAnswer");
        const QByteArray problem = "application/problem+json";
        const QByteArray refused =
            R"({"type":"urn:quanke:problem:case.invalid","title":"t","status":422,"requestId":"r","arguments":{"problems":[1]}})";
        const QByteArray gone = R"({"type":"urn:quanke:problem:session.missing","title":"t","status":401})";
        QTest::newRow("problem") << 422 << problem << refused << QStringLiteral("case.invalid") << true;
        QTest::newRow("old session") << 401 << problem << gone << QStringLiteral("link.unauthorised") << true;
        QTest::newRow("portal") << 200 << QByteArray("text/html") << QByteArray("<html>Pay here</html>")
                                << QStringLiteral("link.not-gateway") << false;
        QTest::newRow("portal in JSON's clothes")
            << 200 << QByteArray("application/json") << QByteArray("<html>")
            << QStringLiteral("link.not-gateway") << false;
        QTest::newRow("duplicate keys")
            << 200 << QByteArray("application/json") << QByteArray(R"({"a":1,"a":2})")
            << QStringLiteral("link.not-gateway") << false;
        QTest::newRow("redirect") << 302 << QByteArray("text/html") << QByteArray()
                                  << QStringLiteral("link.not-gateway") << false;
        QTest::newRow("somebody's 404") << 404 << QByteArray("text/html") << QByteArray("nothing")
                                        << QStringLiteral("link.not-gateway") << false;
        QTest::newRow("proxy") << 502 << QByteArray("text/html") << QByteArray("Bad gateway")
                               << QStringLiteral("link.unreachable") << false;
        QTest::newRow("problem of another") << 400 << problem << QByteArray(R"({"type":"about:blank"})")
                                            << QStringLiteral("link.not-gateway") << false;
    }

    void namesWhatWentWrong()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, type);
        QFETCH(QByteArray, body);
        QFETCH(QString, key);
        QFETCH(bool, isAnswer);
        test::FakeAccessManager network;
        network.setAnswer([&](const Asked &asked) {
            return network.payload(asked, {status, body, type, {{"Retry-After", "7"}}});
        });
        link::GatewayClient client(network, base);
        QSignalSpy answered(&client, &link::GatewayClient::answered);
        QSignalSpy unreachable(&client, &link::GatewayClient::unreachable);
        const auto result = awaited(client.work());
        QCOMPARE(failureKey(result), key);
        QCOMPARE(result.failure().arguments.value("status", 0), status);
        QCOMPARE(result.failure().arguments.value("retryAfter", 0), 7);
        QCOMPARE(answered.count(), isAnswer ? 1 : 0);
        QCOMPARE(unreachable.count(), isAnswer ? 0 : 1);
        if (status == 422) {
            QVERIFY(result.failure().arguments.contains("problems"));
            QCOMPARE(result.failure().arguments.value("requestId", ""), std::string("r"));
        }
    }

    void noNetwork()
    {
        test::FakeAccessManager network;
        link::GatewayClient client(network, base);
        QCOMPARE(failureKey(awaited(client.health())), QStringLiteral("link.unreachable"));
        QCOMPARE(
            failureKey(awaited(client.signIn("a", secret("b"), "c"))), QStringLiteral("link.unreachable"));
    }

    void aReplyThatNeverComes()
    {
        test::FakeAccessManager network;
        network.setAnswer([&](const Asked &asked) { return network.hanging(asked); });
        link::GatewayClient client(network, base);
        client.setTimeout(std::chrono::milliseconds(30));
        QSignalSpy unreachable(&client, &link::GatewayClient::unreachable);
        QCOMPARE(failureKey(awaited(client.health())), QStringLiteral("link.timeout"));
        QCOMPARE(unreachable.count(), 1);
    }

    void aClientThatGoesFirst()
    {
        test::FakeAccessManager network;
        network.setAnswer([&](const Asked &asked) { return network.hanging(asked); });
        auto client = std::make_unique<link::GatewayClient>(network, base);
        const auto future = client->health();
        bool called = false;
        whenReady(future, this, [&called](const Result<Json> &) { called = true; });
        client.reset();
        QVERIFY(!called); // and nothing crashed
    }

    void aContextThatGoesFirst()
    {
        test::FakeAccessManager network;
        test::FakeHeldReply *reply = nullptr;
        network.setAnswer([&](const Asked &asked) { return reply = network.held(asked); });
        link::GatewayClient client(network, base);
        auto context = std::make_unique<QObject>();
        bool called = false;
        const auto future = client.health();
        whenReady(future, context.get(), [&called](const Result<Json> &) { called = true; });
        context.reset();
        reply->release({});
        QTRY_VERIFY(future.isFinished());
        QVERIFY(!called);
    }

    void wrongPasswordIsNoOldSession()
    {
        test::FakeAccessManager network;
        test::FakeGateway gateway(network);
        link::GatewayClient client(network, base);
        QSignalSpy unauthorised(&client, &link::GatewayClient::unauthorised);
        QCOMPARE(failureKey(awaited(client.signIn("wangxm", secret("wrong"), "d"))),
            QStringLiteral("session.refused"));
        QCOMPARE(unauthorised.count(), 0);
        QVERIFY(!client.hasSession());
    }

    void anOldSessionIsForgotten()
    {
        test::FakeAccessManager network;
        test::FakeGateway gateway(network);
        link::GatewayClient client(network, base);
        QVERIFY(bool(awaited(client.signIn("wangxm", secret("correct horse"), "d"))));
        QSignalSpy unauthorised(&client, &link::GatewayClient::unauthorised);
        gateway.fates = {test::FakeGateway::Fate::Unauthorised};
        QCOMPARE(failureKey(awaited(client.putOperation(operationId, R"({"body":{}})"))),
            QStringLiteral("link.unauthorised"));
        QCOMPARE(unauthorised.count(), 1);
        QVERIFY(!client.hasSession());
        QVERIFY(client.receiptKey().empty());
    }

    void signingOutForgetsWithoutTheGatewayToo()
    {
        test::FakeAccessManager network;
        test::FakeGateway gateway(network);
        link::GatewayClient client(network, base);
        QVERIFY(bool(awaited(client.signIn("wangxm", secret("correct horse"), "d"))));
        gateway.link = test::FakeGateway::Link::Down;
        const auto done = client.signOut();
        QVERIFY(!client.hasSession());
        QCOMPARE(failureKey(awaited(done)), QStringLiteral("link.unreachable"));
        QCOMPARE(network.asked().back().verb, QByteArray("DELETE"));
        QCOMPARE(network.asked().back().header("Authorization"), QByteArray("Bearer token"));
    }

    void listsThatAreNone()
    {
        test::FakeAccessManager network;
        QByteArray body;
        network.setAnswer([&](const Asked &asked) { return network.json(asked, 200, body); });
        link::GatewayClient client(network, base);
        for (const char *text :
            {"[]", "{}", R"({"items":1})", R"({"items":[{}]})", R"({"cursor":-1,"changes":[]})", "null"}) {
            body = text;
            QVERIFY(!awaited(client.work()));
            QVERIFY(!awaited(client.changes(0, std::chrono::seconds(1))));
        }
    }

    void uploadsElsewhereAreRefused()
    {
        test::FakeAccessManager network;
        network.setAnswer([&](const Asked &asked) {
            return network.payload(
                asked, {201, {}, {}, {{"Location", "http://elsewhere.test/v1/uploads/1"}}});
        });
        link::GatewayClient client(network, base);
        QCOMPARE(
            failureKey(awaited(client.createUpload(1, "sha256 YQ=="))), QStringLiteral("link.not-gateway"));
    }
};

QTEST_GUILESS_MAIN(GatewayClientTest)
#include "tst_gatewayclient.moc"
