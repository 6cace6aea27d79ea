#include "gateway/hotelsubmission.h"
#include "gateway/http/problem.h"
#include "gateway/runninggateway.h"
#include "support/jsoninmessages.h"

#include <QTest>

using namespace quanke;
using namespace quanke::test;

class RefusalsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_gateway = std::make_unique<RunningGateway>();
        m_clerk = &m_gateway->person("wangxm");
    }
    void cleanupTestCase() { m_gateway.reset(); }

    /// Whoever filled a case and gave it on by a file decides nothing of it: no approver is shut out by being named.
    void whoNeverFillsACaseIsNotNamedAsIfTheyHad()
    {
        auto body = hotelSubmission(*m_gateway, *m_clerk, {"HT-01"});
        const auto by = [](const std::string &actor) {
            return Json::array({{{"actor", actor}, {"window", "2"}, {"at", "2026-11-21T00:30:00.000Z"}}});
        };
        body["handings"] = by(m_gateway->approverOf("HT-01").name());
        QCOMPARE(m_clerk->act("case.submit", newId(), body), std::string("422 case.unknown-clerk"));
        body["handings"] = by("liqh");
        QCOMPARE(m_clerk->act("case.submit", newId(), body), std::string("201"));
    }

    void addresses_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("outcome");
        const auto row = [](const char *method, const char *path, const char *outcome) {
            QTest::addRow("%s %s", method, path)
                << QByteArray(method) << QByteArray(path) << QByteArray(outcome);
        };
        row("GET", "/", "404 route.unknown");
        row("GET", "/v1/nothing", "404 route.unknown");
        row("GET", "/v1/cases/", "404 route.unknown");
        row("GET", "/v1/cases/a/b", "404 route.unknown");
        row("GET", "/v1/cases/..%2f..%2fgateway.db", "404 route.unknown");
        row("DELETE", "/v1/cases", "405 route.method");
        row("GET", "/v1/sessions", "405 route.method");
        row("GET", "/v1/cases/0193", "404 case.unknown");
        row("GET", "/v1/documents/0193", "404 document.unknown");
        row("GET", "/v1/cases?state=lost", "400 request.parameter");
        row("GET", "/v1/cases?limit=1000", "400 request.parameter");
        row("GET", "/v1/changes?cursor=-1", "400 request.parameter");
        row("GET", "/v1/changes?wait=26", "400 request.parameter");
        row("GET", "/v1/changes?cursor=1;drop", "400 request.parameter");
    }

    void addresses()
    {
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, outcome);
        const auto response = m_clerk->http().send(method.toStdString(), path.toStdString());
        QCOMPARE(QByteArray::fromStdString(response.outcome()), outcome);
        QCOMPARE(response.status == 405, !response.header("allow").empty());
    }

    void bodies_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("outcome");
        QTest::newRow("not JSON") << QByteArray("hello") << QByteArray("400 json.malformed");
        QTest::newRow("cut off") << QByteArray("{\"operator\":") << QByteArray("400 json.malformed");
        QTest::newRow("bad UTF-8") << QByteArray("{\"operator\":\"\xc3\x28\"}")
                                   << QByteArray("400 json.malformed");
        QTest::newRow("member twice")
            << QByteArray("{\"operator\":\"a\",\"operator\":\"b\"}") << QByteArray("400 json.duplicate-key");
        QTest::newRow("too deep") << QByteArray(1000, '[') << QByteArray("400 json.too-deep");
        QTest::newRow("an array") << QByteArray("[]") << QByteArray("422 request.malformed");
        QTest::newRow("nothing in it") << QByteArray("{}") << QByteArray("422 request.malformed");
        QTest::newRow("wrong types") << QByteArray("{\"operator\":1,\"password\":2,\"device\":3}")
                                     << QByteArray("422 request.malformed");
        QTest::newRow("a member more")
            << QByteArray("{\"operator\":\"a\",\"password\":\"b\",\"device\":\"c\",\"x\":1}")
            << QByteArray("422 request.unknown-member");
        QTest::newRow("a member more, of 40 characters in 120 bytes") << QByteArray(
            R"({")" + QByteArray("全").repeated(40) + R"(":1})") << QByteArray("422 request.unknown-member");
        QTest::newRow("five mebibytes")
            << QByteArray(5 * 1024 * 1024, ' ') << QByteArray("413 request.too-large");
    }

    void bodies()
    {
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, outcome);
        auto &http = m_clerk->http();
        QCOMPARE(QByteArray::fromStdString(http.send("POST", "/v1/sessions", body.toStdString()).outcome()),
            outcome);
        QCOMPARE(http.get("/v1/health").status, 200); // the connection is where it should be
    }

    void onlyJsonIsTakenWhereJsonIsExpected()
    {
        for (const char *type : {"text/plain", "application/x-www-form-urlencoded", "application/jsonp"}) {
            const auto response =
                m_clerk->http().send("POST", "/v1/sessions", "{}", {{"Content-Type", type}});
            QCOMPARE(response.outcome(), std::string("415 request.content-type"));
        }
    }

    void aBodyInChunksIsBoundedToo()
    {
        const auto response = m_clerk->http().send("POST", "/v1/sessions", {},
            {{"Transfer-Encoding", "chunked"}, {"Content-Type", "application/json"}});
        QCOMPARE(response.outcome(), std::string("400 json.malformed"));
    }

    void tokens_data()
    {
        QTest::addColumn<QByteArray>("authorization");
        QTest::newRow("none") << QByteArray();
        QTest::newRow("another scheme") << QByteArray("Basic d2FuZ3htOlF1YW5rZS0yMDI2");
        QTest::newRow("no token") << QByteArray("Bearer ");
        QTest::newRow("not ours") << QByteArray("Bearer ") + QByteArray(64, 'a');
        QTest::newRow("a statement") << QByteArray("Bearer ' OR 1=1 --");
    }

    void tokens()
    {
        QFETCH(QByteArray, authorization);
        HttpClient http(m_gateway->port());
        const auto response = http.get("/v1/cases",
            authorization.isEmpty() ? Headers() : Headers{{"Authorization", authorization.toStdString()}});
        QCOMPARE(response.outcome(), std::string("401 session.missing"));
    }

    void theRequestIdIsEchoedWhenItIsPlainlyOne()
    {
        auto &http = m_clerk->http();
        QCOMPARE(http.get("/v1/health", {{"X-Request-Id", "desk-0001"}}).header("x-request-id"),
            std::string("desk-0001"));
        for (const std::string odd : {"short", "with space in it", "<script>alert(1)</script>"}) {
            const auto given = http.get("/v1/health", {{"X-Request-Id", odd}}).header("x-request-id");
            QVERIFY(given != odd);
            QCOMPARE(given.size(), std::size_t(36));
        }
    }

    void nothingThatWasThrownGoesOut()
    {
        const auto inward =
            gateway::problemOf({"store.failed", {{"path", "/var/lib/x"}}, "SQL logic error"}, "r");
        QCOMPARE(inward.status, 503);
        QCOMPARE(wire::toJson(inward).dump().find("SQL"), std::string::npos);
        QVERIFY(inward.arguments.empty());
        const auto unknown = gateway::problemOf({"never.heard-of", {{"a", 1}}, "std::bad_alloc"}, "r");
        QCOMPARE(unknown.status, 500);
        QCOMPARE(unknown.key, std::string("internal"));
        QVERIFY(unknown.arguments.empty());
    }

    void theLogNamesRoutesNotPeople()
    {
        m_clerk->http().get("/v1/cases?text=%E9%99%88%E8%B0%B7%E9%9B%A8", {{"X-Request-Id", "looked-up-1"}});
        const auto log = m_gateway->log();
        const auto line = log.find("looked-up-1 GET /v1/cases 200 ");
        QVERIFY(line != std::string::npos);
        QVERIFY(log.find("text=") == std::string::npos);
        QVERIFY(log.find("陈谷雨") == std::string::npos);
        QVERIFY(log.find("Quanke-2026") == std::string::npos);
    }

    /// Whoever has a clerk's password does not carry the hall's cases away in a minute.
    void whoReadsTooMuchWaits()
    {
        auto &reader = m_gateway->person("liqh");
        const auto read = [&reader] { return reader.http().get("/v1/cases/0193"); };
        for (int i = 0; i < 1000; ++i)
            QCOMPARE(read().status, 404);
        const auto refused = read();
        QCOMPARE(refused.outcome(), std::string("429 request.too-often"));
        QCOMPARE(refused.header("retry-after"), std::string("5"));
        Person again(m_gateway->port(), "liqh");
        QCOMPARE(again.signIn().status, 201);
        QCOMPARE(again.http().get("/v1/cases").status, 429); // the person's, not the session's
        QCOMPARE(m_clerk->http().get("/v1/cases").status, 200); // others read on
        m_gateway->clock().advance(-std::chrono::hours(1));
        QCOMPARE(again.http().get("/v1/cases").status, 429);
        m_gateway->clock().advance(std::chrono::hours(1) + std::chrono::seconds(5));
        for (int i = 0; i < 100; ++i)
            QCOMPARE(again.http().get("/v1/cases/0193").status, 404);
        QCOMPARE(again.http().get("/v1/cases/0193").status, 429);
    }

    void healthAndHallNeedNoToken()
    {
        HttpClient http(m_gateway->port());
        const auto health = http.get("/v1/health").json();
        QCOMPARE(health["status"], Json("ok"));
        QCOMPARE(health["forms"].get<std::string>().size(), std::size_t(64));
        const auto hall = wire::hallFromJson(http.get("/v1/hall").json());
        QVERIFY(bool(hall));
        QCOMPARE(hall->name, std::string("青石县政务服务中心"));
        QVERIFY(hall->windows.size() >= 6);
    }

private:
    std::unique_ptr<RunningGateway> m_gateway;
    Person *m_clerk = nullptr;
};

QTEST_GUILESS_MAIN(RefusalsTest)
#include "tst_refusals.moc"
