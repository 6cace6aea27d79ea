#include "gateway/hotelsubmission.h"
#include "gateway/http/problem.h"
#include "security/malformer.h"
#include "security/storeprint.h"
#include "support/jsoninmessages.h"

#include <QTest>

#include <Poco/Net/NetException.h>
#include <Poco/Net/StreamSocket.h>

#include <algorithm>
#include <array>
#include <map>
#include <utility>

using namespace quanke;
using namespace quanke::test;

namespace {

/// So often a new gateway gets so many: what it keeps is looked at again and again, and should stay small.
constexpr int rounds = 25;
constexpr int requests = 260;

quint64 firstSeed()
{
    const auto given = qEnvironmentVariable("QUANKE_SEED");
    return given.isEmpty() ? 20261121 : given.toULongLong();
}

std::vector<Contract::Route> routesWithBody(const Contract &contract)
{
    std::vector<Contract::Route> routes;
    for (const auto &route : contract.routes()) {
        if (!route.mediaType().empty()) {
            routes.push_back(route);
        }
    }
    return routes;
}

QString text(const std::string &utf8)
{
    return QString::fromStdString(utf8);
}

} // namespace

/// Requests that the contract calls wrong, made from it by thousands: each is refused with a word, by none does the gateway
/// fail, and a refusal leaves nothing behind. QUANKE_SEED gives others.
class MalformedTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_gateway = std::make_unique<RunningGateway>();
        auto &clerk = m_gateway->person("wangxm");
        m_submission = hotelSubmission(*m_gateway, clerk, {"HT-01"});
        m_upload.clear();
        m_case = newId();
        QCOMPARE(clerk.act("case.submit", m_case, m_submission), std::string("201"));
    }
    void cleanup() { m_gateway.reset(); }

    void nothingMalformedFailsOrIsHalfWritten_data()
    {
        QTest::addColumn<quint64>("seed");
        for (int round = 0; round < rounds; ++round) {
            const auto seed = firstSeed() + quint64(round);
            QTest::addRow("QUANKE_SEED=%llu", static_cast<unsigned long long>(seed)) << seed;
        }
    }

    void nothingMalformedFailsOrIsHalfWritten()
    {
        QFETCH(quint64, seed);
        const Contract contract(HttpClient(m_gateway->port()).get("/openapi.json").json());
        Malformer malformer(seed);
        const auto withBody = routesWithBody(contract);
        std::map<int, int> statuses;
        int bodies = 0;
        StorePrint print;
        std::int64_t written = -1;
        for (int i = 0; i < requests; ++i) {
            const auto &route = malformer.oneOf(i % 8 == 0 ? contract.routes() : withBody);
            bodies += route.mediaType().empty() ? 0 : 1;
            const auto malformed = malformer.spoilt(route, sampleOf(contract, route, malformer));
            auto &asker = askerOf(route, malformed.asking);
            if (written != rowsWritten(*m_gateway)) {
                print = printOf(*m_gateway);
            }
            const auto answer = ask(asker, malformed.asking);
            ++statuses[answer.status];
            const auto seen = QStringLiteral("QUANKE_SEED=%1, request %2, %3 (%4): %5")
                                  .arg(seed)
                                  .arg(i)
                                  .arg(text(route.name()), text(malformed.how), text(answer.outcome()));
            QVERIFY2(isExpected(route, malformed.asking, answer), qPrintable(seen));
            const auto before = std::exchange(written, rowsWritten(*m_gateway));
            if (written != before || answer.status < 400) {
                const auto after = printOf(*m_gateway);
                QVERIFY2(answer.status < 400 || isAsBefore(route, print, after), qPrintable(seen));
                print = after;
            }
        }
        QVERIFY(printOf(*m_gateway) == print);
        m_bodies += bodies;
        for (const auto &[status, count] : statuses) {
            m_statuses[status] += count;
        }
    }

    void whatIsHardlyARequestIsRefusedOrHungUpOn_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const auto row = [](const char *name, const QByteArray &bytes) { QTest::newRow(name) << bytes; };
        row("nothing", "");
        row("noise", QByteArray(3000, '\xff'));
        row("zeros", QByteArray(3000, '\0'));
        row("no version", "GET /v1/health\r\n\r\n");
        row("another version", "GET /v1/health HTTP/9.9\r\nHost: x\r\n\r\n");
        row("no end", "GET /v1/health HTTP/1.1\r\nHost: x\r\n");
        row("a header without a colon", "GET /v1/health HTTP/1.1\r\nHost x\r\n\r\n");
        row("a long line", "GET /" + QByteArray(100'000, 'a') + " HTTP/1.1\r\n\r\n");
        row("a long header", "GET /v1/health HTTP/1.1\r\nX: " + QByteArray(1'000'000, 'a') + "\r\n\r\n");
        row("many headers", "GET /v1/health HTTP/1.1\r\n" + QByteArray("X: y\r\n").repeated(20'000) + "\r\n");
        row("a length that is none", "POST /v1/sessions HTTP/1.1\r\nContent-Length: many\r\n\r\n{}");
        row("a length below nothing", "POST /v1/sessions HTTP/1.1\r\nContent-Length: -1\r\n\r\n{}");
        row("a length beyond all",
            "POST /v1/sessions HTTP/1.1\r\nContent-Length: 99999999999999999999\r\n\r\n{}");
        row("two lengths", "POST /v1/sessions HTTP/1.1\r\nContent-Length: 2\r\nContent-Length: 40\r\n\r\n{}");
        row("a length and chunks",
            "POST /v1/sessions HTTP/1.1\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n");
        row("chunks that are none",
            "POST /v1/sessions HTTP/1.1\r\nContent-Type: application/json\r\nTransfer-Encoding: "
            "chunked\r\n\r\nzz\r\n{}\r\n");
        row("a chunk beyond all",
            "POST /v1/sessions HTTP/1.1\r\nContent-Type: application/json\r\nTransfer-Encoding: "
            "chunked\r\n\r\nffffffffffffffff\r\n{}");
    }

    /// No request of ours looks so: POCO refuses some of them before anything of ours sees them.
    void whatIsHardlyARequestIsRefusedOrHungUpOn()
    {
        QFETCH(QByteArray, bytes);
        const auto print = printOf(*m_gateway);
        const auto answer = sendBytes(bytes);
        QVERIFY2(answer.empty() || answer[answer.find(' ') + 1] < '5', answer.substr(0, 60).c_str());
        QVERIFY(printOf(*m_gateway) == print);
        QCOMPARE(HttpClient(m_gateway->port()).get("/v1/health").status, 200);
    }

    /// That the above has tried what it says, at least with the seeds it begins with.
    void cleanupTestCase()
    {
        qInfo("%d bodies", m_bodies);
        for (const auto &[status, count] : m_statuses) {
            qInfo("%d: %d", status, count);
        }
        QVERIFY(m_bodies >= 5'000);
        for (const int status : {201, 400, 404, 409, 413, 415, 422}) {
            QVERIFY2(m_statuses[status] > 0, std::to_string(status).c_str());
        }
    }

private:
    /// A request of that route, right but for what may be done to it: about a case and an upload that are there, as far as
    /// the contract's own sample leaves that open.
    Asking sampleOf(const Contract &contract, const Contract::Route &route, Malformer &malformer)
    {
        auto sample = malformer.oneOf(contract.samplesOf(route));
        const auto last = sample.address.rfind("01935f00");
        if (route.pattern == "/v1/ops/{id}") {
            return operationLike(sample, malformer);
        }
        if (route.pattern == "/v1/uploads/{id}") {
            if (m_upload.empty() || malformer.oneOf(std::array{true, false, false, false})) {
                m_upload = newUpload();
            }
            sample.address = m_upload;
        } else if (route.pattern.starts_with("/v1/cases/{id}")) {
            sample.address.replace(last, m_case.size(), m_case);
        } else if (route.pattern == "/v1/uploads") {
            sample.headers["Upload-Metadata"] = metadataOf("bytes", "application/pdf", "name");
        }
        return sample;
    }

    /// An operation that would be taken, or at least looked at closely.
    Asking operationLike(Asking sample, Malformer &malformer)
    {
        auto operation = Json::parse(sample.body);
        operation["id"] = newId();
        operation["actor"] = "wangxm";
        operation["device"] = "D-wangxm";
        operation["previous"] = "";
        operation["sequence"] = m_sequence += 2; // and none before it, which would have to be named
        operation["case"] = m_case;
        if (operation["body"].contains("matter")) {
            operation["body"]["matter"] = "HT-01";
        }
        if (operation["kind"] == "case.submit" || malformer.oneOf(std::array{true, false})) {
            operation["kind"] = "case.submit";
            operation["case"] = newId();
            operation["body"] = m_submission;
            operation["body"]["number"] = "QS-" + std::to_string(m_sequence);
        }
        sample.address = "/v1/ops/" + operation["id"].get<std::string>();
        sample.body = operation.dump();
        return sample;
    }

    std::string newUpload()
    {
        return m_gateway->person("wangxm")
            .http()
            .send("POST", "/v1/uploads", {},
                {{"Tus-Resumable", "1.0.0"}, {"Upload-Length", "5"},
                    {"Upload-Metadata", metadataOf("bytes", "application/pdf", "name")}})
            .header("location");
    }

    /// The first who is let in. Signing out is somebody else's, who comes for that each time.
    Person &askerOf(const Contract::Route &route, const Asking &asking)
    {
        using casework::Role;
        if (asking.address.starts_with("/v1/sessions/current")) {
            m_leaving = std::make_unique<Person>(m_gateway->port(), "liqh");
            m_leaving->signIn();
            return *m_leaving;
        }
        return route.lets({Role::Clerk})        ? m_gateway->person("wangxm")
            : route.lets({Role::Administrator}) ? m_gateway->person("zhengsc")
                                                : m_gateway->approverOf("HT-01");
    }

    static Response ask(Person &asker, const Asking &asking)
    {
        return asker.http().send(asking.method, asking.address, asking.body, asking.headers);
    }

    /// All that is answered until the other side hangs up.
    std::string sendBytes(const QByteArray &bytes) const
    {
        Poco::Net::StreamSocket socket(Poco::Net::SocketAddress("127.0.0.1", m_gateway->port()));
        socket.setReceiveTimeout(Poco::Timespan(10, 0));
        std::string answer;
        try {
            for (int sent = 0; sent < int(bytes.size());) {
                sent += socket.sendBytes(bytes.constData() + sent, int(bytes.size()) - sent);
            }
            socket.shutdownSend();
            std::array<char, 4096> piece{};
            for (int count = 1; count > 0;) {
                count = socket.receiveBytes(piece.data(), int(piece.size()));
                answer.append(piece.data(), std::size_t(std::max(count, 0)));
            }
        } catch (const Poco::Net::NetException &) {
            return answer; // hung up on in the middle
        }
        return answer;
    }

    static bool isAsBefore(const Contract::Route &route, const StorePrint &before, const StorePrint &after)
    {
        return route.method == "PATCH" ? after.kept == before.kept : after == before;
    }

    /// An answer that the contract knows, a refusal with a word of ours. An address that was spoilt may be another's, or
    /// nobody's.
    static bool isExpected(const Contract::Route &route, const Asking &asking, const Response &answer)
    {
        const auto outcome = answer.outcome();
        const bool isListed = route.statuses().contains(answer.status) || answer.status == 404
            || answer.status == 405
            || (answer.status == 400 && (outcome == "400 request.parameter" || asking.method == "HEAD"));
        if (answer.status >= 500 || !isListed) {
            return false;
        }
        if (answer.status < 400 || asking.method == "HEAD") {
            return true;
        }
        return outcome.size() > 4 && gateway::isKnownProblem(outcome.substr(4));
    }

    std::unique_ptr<RunningGateway> m_gateway;
    std::unique_ptr<Person> m_leaving;
    Json m_submission; ///< of one matter
    std::string m_case; ///< submitted so
    std::string m_upload; ///< address of the last one
    int m_sequence = 1'000;
    int m_bodies = 0; ///< sent in all
    std::map<int, int> m_statuses; ///< how often each was the answer
};

QTEST_GUILESS_MAIN(MalformedTest)
#include "tst_malformed.moc"
