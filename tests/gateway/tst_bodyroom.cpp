#include "gateway/runninggateway.h"
#include "support/await.h"

#include <QTest>

#include <optional>

using namespace quanke;
using namespace quanke::test;

/// Bodies that are read whole share one room.
class BodyRoomTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_gateway = std::make_unique<RunningGateway>();
        auto server =
            gateway::Server::start(m_gateway->gateway(), m_log, {"127.0.0.1", 0, "0.0.0", 64 * 1024});
        QVERIFY(bool(server));
        m_server = std::move(*server);
    }
    void cleanup()
    {
        m_server.reset();
        m_gateway.reset();
    }

    void whatOneSlowlySendsLeavesTheOthersLess()
    {
        HttpClient client(m_server->port());
        QCOMPARE(signIn(client, 20'000), std::string("422 request.malformed"));
        const std::string long60(60'000, ' ');
        {
            const auto begin = [&] {
                return client.begin("POST", path, long60, 50'000, {{"Content-Type", "application/json"}});
            };
            std::optional<decltype(begin())> slow;
            const auto besideIt = [&] {
                slow.reset(); // it is turned away itself where what was answered just now has not given its room back
                slow.emplace(begin());
                signIn(client, 2'000);
                const auto answer = client.send("POST", path, std::string(20'000, ' '));
                return answer.outcome() == "503 request.no-room" && answer.header("retry-after") == "1";
            };
            QVERIFY(test::waitFor(besideIt, std::chrono::milliseconds(patience)));
            QCOMPARE(signIn(client, 2'000), std::string("422 request.malformed")); // there is room for that
        }
        const auto isGivenBack = [&] { return signIn(client, 20'000) == "422 request.malformed"; };
        QVERIFY(test::waitFor(isGivenBack, std::chrono::milliseconds(patience)));
    }

    void whatIsTooMuchForAllIsTurnedAway()
    {
        HttpClient client(m_server->port());
        for (int i = 0; i < 5; ++i)
            QCOMPARE(signIn(client, 100'000), std::string("503 request.no-room"));
        QCOMPARE(signIn(client, 50'000), std::string("422 request.malformed")); // nothing was kept of those
    }

    void piecesOfUploadsShareIt()
    {
        HttpClient client(m_server->port());
        client.setToken(m_gateway->person("wangxm").http().token());
        const auto bytes = somePdf(std::string(100'000, 'x'));
        const auto begun = client.send("POST", "/v1/uploads", {},
            {{"Tus-Resumable", "1.0.0"}, {"Upload-Length", std::to_string(bytes.size())},
                {"Upload-Metadata", metadataOf(bytes, "application/pdf", "a.pdf")}});
        QCOMPARE(begun.status, 201);
        Headers headers{{"Tus-Resumable", "1.0.0"}, {"Upload-Offset", "0"},
            {"Content-Type", "application/offset+octet-stream"}};
        headers["Upload-Checksum"] = "sha256 " + std::string(43, 'A') + "="; // so that it is read whole
        QCOMPARE(client.send("PATCH", begun.header("location"), bytes, headers).outcome(),
            std::string("503 request.no-room"));
        headers.erase("Upload-Checksum"); // as it comes, from hand to mouth
        QCOMPARE(client.send("PATCH", begun.header("location"), bytes, headers).status, 204);
    }

private:
    static constexpr const char *path = "/v1/sessions";
    static std::string signIn(HttpClient &client, std::size_t length)
    {
        return client.send("POST", path, "{}" + std::string(length - 2, ' ')).outcome();
    }

    std::ostringstream m_log;
    std::unique_ptr<RunningGateway> m_gateway;
    std::unique_ptr<gateway::Server> m_server;
};

QTEST_GUILESS_MAIN(BodyRoomTest)
#include "tst_bodyroom.moc"
