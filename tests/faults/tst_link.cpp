#include "core/casework/filereference.h"
#include "faults/tally.h"
#include "gateway/hotelsubmission.h"
#include "gateway/store/operationtable.h"
#include "link/changesfollower.h"
#include "link/linkmonitor.h"
#include "link/pusher.h"
#include "seal/digest.h"
#include "seal/random.h"
#include "support/await.h"
#include "support/hostileproxy.h"
#include "vault/vaultfixture.h"

#include <QFile>
#include <QNetworkAccessManager>
#include <QSignalSpy>
#include <QTest>

using namespace quanke;
using namespace quanke::faults;
using namespace std::chrono_literals;
using test::awaited;

namespace {

/// How many requests are to meet a fault: few in the tests of every change, more by ./dev faults.
int wantedFaults()
{
    return isThorough() ? 2000 : 160;
}

constexpr int casesOfAStory = 6;
constexpr int faultsOfAStory = 40;
/// How long an answer is waited for behind the hostile line; at a window it is 30 s.
constexpr auto impatience = 60ms;
constexpr std::size_t largeDocument = 300'000; // several pieces

/// How many cases a village brings after a month without a link.
int casesOfAMonth()
{
    return isThorough() ? 300 : 20;
}

QString fromText(const std::string &text)
{
    return QString::fromStdString(text);
}

} // namespace

namespace quanke::faults {

/// A desk without a window behind such a line: the real vault, client, pusher and follower.
class Desk {
public:
    Desk(const QUrl &gateway, std::string name)
        : m_client(m_network, gateway)
        , m_monitor(m_client, m_store.clock)
        , m_pusher(*m_store.vault, m_client, m_monitor)
        , m_follower(*m_store.vault, m_client, m_monitor)
        , m_name(std::move(name))
    {
        m_monitor.setDelays(2ms, 10ms);
        m_pusher.setDelays(2ms, 20ms);
        m_follower.setDelays(2ms, 20ms);
    }

    bool begin() { return open() && comeOnline(); }
    bool open() { return m_store.open().isEmpty() && m_store.enrol(m_name); }
    bool comeOnline()
    {
        const bool isIn = bool(awaited(m_client.signIn(
            m_name, test::VaultFixture::secret("Quanke-2026"), *awaited(vault().deviceId()))));
        m_client.setTimeout(impatience); // before anything is asked that the line may swallow
        m_monitor.start();
        m_pusher.start();
        m_follower.start();
        return isIn;
    }

    /// A poll that the line swallowed would be waited for until long after the test.
    void calm()
    {
        m_client.setTimeout(5s);
        m_follower.stop();
        m_follower.start();
        m_monitor.askNow();
    }

    vault::Vault &vault() const { return *m_store.vault; }
    test::TestClock &clock() { return m_store.clock; }
    link::GatewayClient &client() { return m_client; }
    link::Pusher &pusher() { return m_pusher; }
    int waiting() const { return awaited(vault().outboxCount())->waiting; }
    int refused() const { return awaited(vault().outboxCount())->refused; }

private:
    test::VaultFixture m_store;
    QNetworkAccessManager m_network;
    link::GatewayClient m_client;
    link::LinkMonitor m_monitor;
    link::Pusher m_pusher;
    link::ChangesFollower m_follower;
    std::string m_name;
};

} // namespace quanke::faults

/// Desks work on behind a line that does all that lines do, and then for a while nothing; whatever it did, what they handed in
/// must be at the hall, once, in order, whole, and not a moment later than they believed it to be.
class HostileLinkTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_gateway = std::make_unique<test::RunningGateway>(); }
    void cleanup() { m_gateway.reset(); }

    void whatWasHandedInIsAtTheHallOnceAndWhole()
    {
        Tally tally;
        for (quint32 story = 1; tally.tried < wantedFaults(); ++story) {
            tell(story, tally);
            QVERIFY(!QTest::currentTestFailed());
        }
        report("link", tally);
        QVERIFY2(tally.violations == 0, qPrintable(tally.first));
    }

    /// A desk that takes any good answer for a receipt and does not ask again: what finds no loss there proves nothing.
    void whoTrustsAnyAnswerLoses()
    {
        Tally tally;
        test::HostileProxy line(url(), 2026);
        auto &clerk = m_gateway->person("wangxm");
        const std::string caseId = submitted(clerk);
        QNetworkAccessManager network;
        line.setHostility(600);
        std::string previous;
        while (tally.violations < 3 && line.faults() < 1000) {
            Json note = clerk.operation("case.note", caseId, {{"text", "看过"}});
            note["previous"] = previous.empty() ? note["previous"] : Json(previous);
            previous = seal::sha256(note.dump());
            if (isAnswered(network, line.url(), clerk, note) && !isStored(note["id"])) {
                tally.violate(QStringLiteral("operation"));
            }
        }
        tally.tried = line.faults();
        report("control-link", tally);
        QVERIFY(tally.violations > 0);
    }

    /// 16 kbit/s: what the operations of others weigh passes, the documents take their time, and somebody waits for neither.
    void aSlowLineBringsEverythingOperationsFirst()
    {
        test::HostileProxy line(url(), 1);
        Desk desk(line.url(), "wangxm");
        QVERIFY(desk.begin());
        desk.client().setTimeout(30s);
        QSignalSpy delivered(&desk.pusher(), &link::Pusher::delivered);
        QSignalSpy progress(&desk.pusher(), &link::Pusher::progress);
        line.setBytesPerSecond(16'000 / 8);
        const auto heavy = submit(desk, 5'000);
        QTRY_VERIFY_WITH_TIMEOUT(desk.pusher().transfer(), 20'000);
        const auto light = submit(desk, 0);
        QTRY_COMPARE_WITH_TIMEOUT(delivered.count(), 1, 60'000);
        QCOMPARE(delivered.front()[1].toString(), fromText(light.id));
        line.setBytesPerSecond(0);
        QTRY_COMPARE_WITH_TIMEOUT(delivered.count(), 2, 60'000);
        QCOMPARE(delivered.back()[1].toString(), fromText(heavy.id));
        QVERIFY(isStored(heavy.id) && isStored(light.id));
        QVERIFY(!progress.isEmpty());
    }

    void aMonthOfCasesAtOnceIsThereOnceAndWhole()
    {
        Desk desk(url(), "wangxm");
        QVERIFY(desk.open());
        const std::chrono::milliseconds month = std::chrono::hours(30 * 24);
        desk.clock().advance(-month);
        std::map<std::string, std::vector<std::string>> handedIn; // operations by case
        for (int i = 0; i < casesOfAMonth(); ++i) {
            const auto operation = submit(desk, 4'000);
            handedIn[operation.caseId] = {operation.id, note(desk, operation.caseId, "在村里收的")};
            desk.clock().advance(month / casesOfAMonth());
        }
        QVERIFY(desk.comeOnline());
        desk.client().setTimeout(30s);
        QTRY_COMPARE_WITH_TIMEOUT(desk.waiting(), 0, 240'000);
        QCOMPARE(desk.refused(), 0);
        Tally tally;
        check(desk, handedIn, QStringLiteral("the month"), tally);
        QVERIFY2(tally.violations == 0, qPrintable(tally.first));
        const auto atTheHall = awaited(desk.client().cases({}));
        QVERIFY(bool(atTheHall));
        QCOMPARE(atTheHall->size(), std::min(handedIn.size(), std::size_t(100))); // as many as a list shows
    }

private:
    QUrl url() const { return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(m_gateway->port())); }

    void tell(quint32 story, Tally &tally)
    {
        test::HostileProxy line(url(), story);
        Desk desk(line.url(), "wangxm");
        QVERIFY(desk.begin());
        connect(&desk.pusher(), &link::Pusher::delivered, this, [&](const QString &, const QString &id) {
            if (!isStored(id.toStdString())) {
                tally.violate(QStringLiteral("story %1: %2 is durable and not there").arg(story).arg(id));
            }
        });
        line.setHostility(500);
        std::map<std::string, std::vector<std::string>> handedIn; // operations by case
        for (int i = 0; i < casesOfAStory; ++i) {
            const auto operation = submit(desk, i == 1 ? largeDocument : 100);
            handedIn[operation.caseId].push_back(operation.id);
            for (const char *text : {"一", "二"}) {
                handedIn[operation.caseId].push_back(note(desk, operation.caseId, text));
            }
        }
        // The line keeps on as long as there is something to disturb, then it is calm.
        static_cast<void>(
            test::waitFor([&] { return line.faults() >= faultsOfAStory || desk.waiting() == 0; }, 4s));
        line.setHostility(0);
        desk.calm();
        if (!test::waitFor([&] { return desk.waiting() == 0; }, 60s)) {
            tally.violate(QStringLiteral("story %1: %2 still wait").arg(story).arg(desk.waiting()));
        }
        if (desk.refused() > 0) {
            tally.violate(QStringLiteral("story %1: refused: %2").arg(story).arg(reasonOf(desk)));
        }
        check(desk, handedIn, QStringLiteral("story %1").arg(story), tally);
        tally.tried += line.faults();
        if (line.strangers() > 0) {
            tally.violate(QStringLiteral("story %1: went elsewhere").arg(story));
        }
    }

    void check(Desk &desk, const std::map<std::string, std::vector<std::string>> &handedIn,
        const QString &story, Tally &tally)
    {
        for (const auto &entry : handedIn) {
            const auto &caseId = entry.first;
            const auto &operations = entry.second;
            const auto bytes = ofCase(caseId);
            std::vector<std::string> ids;
            for (const auto &one : bytes) {
                const auto operation = Json::parse(one);
                ids.push_back(operation["id"]);
                for (const auto &file : casework::filesIn(operation["body"])) {
                    if (!isWhole(file.sha256)) {
                        tally.violate(story + QStringLiteral(": a document is not whole"));
                    }
                }
            }
            if (ids != operations) {
                tally.violate(story + QStringLiteral(": not these operations once and in order"));
            }
            const auto isSeen = [&] {
                const auto view = awaited(desk.vault().caseView(caseId));
                return view && view->history.size() == operations.size();
            };
            if (!test::waitFor(isSeen, 10s)) {
                tally.violate(story + QStringLiteral(": the desk does not see the case as it is"));
            }
        }
    }

    /// A case with every document it needs; one of them is that much larger.
    casework::Operation submit(Desk &desk, std::size_t more)
    {
        vault::NewOperation wanted;
        wanted.kind = "case.submit";
        wanted.caseId = test::newId();
        wanted.title = "开旅馆";
        std::size_t left = more;
        const auto bring = [&](const std::string &, const std::string &mediaType,
                               const std::string &name) -> Json {
            if (more == 0) {
                return known(); // is at the hall, so there is nothing to bring
            }
            const auto bytes = test::somePdf(test::newId() + seal::randomBytes(std::exchange(left, 0)));
            const auto stored = awaited(desk.vault().storeDocument(
                wanted.caseId, QByteArray::fromStdString(bytes), {mediaType, name, 1}));
            wanted.documents.push_back(stored->sha256);
            return vault::fileReference(*stored);
        };
        wanted.body = test::hotelSubmission(m_gateway->catalogue(), bring, {"HT-01"});
        return *awaited(desk.vault().enqueue(wanted));
    }

    static std::string note(Desk &desk, const std::string &caseId, const char *text)
    {
        vault::NewOperation wanted;
        wanted.kind = "case.note";
        wanted.caseId = caseId;
        wanted.body = {{"text", text}};
        wanted.title = "开旅馆";
        return awaited(desk.vault().enqueue(wanted))->id;
    }

    Json known()
    {
        return m_gateway->person("liqh").upload(test::somePdf("known"), "application/pdf", "a.pdf");
    }

    std::string submitted(test::Person &clerk)
    {
        const auto caseId = test::newId();
        const auto body = test::hotelSubmission(*m_gateway, clerk, {"HT-01"});
        return clerk.act("case.submit", caseId, body) == "201" ? caseId : std::string();
    }

    /// Tries the same until there is any answer that is not an error.
    static bool isAnswered(
        QNetworkAccessManager &network, const QUrl &line, test::Person &clerk, const Json &operation)
    {
        constexpr int attempts = 20;
        for (int i = 0; i < attempts; ++i) {
            QNetworkRequest request(QUrl(
                line.toString() + QStringLiteral("/v1/ops/") + fromText(operation["id"].get<std::string>())));
            request.setTransferTimeout(int(impatience.count()));
            request.setRawHeader(
                "Authorization", "Bearer " + QByteArray::fromStdString(clerk.http().token()));
            request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
            const std::unique_ptr<QNetworkReply> reply(
                network.put(request, QByteArray::fromStdString(operation.dump())));
            if (test::waitFor([&reply] { return reply->isFinished(); }, 5s) && !reply->error()) {
                return true;
            }
        }
        return false;
    }

    bool isStored(const std::string &operationId)
    {
        const auto receipt =
            m_gateway->gateway().context().database.read<bool>([&](gateway::Connection &connection) {
                return Result<bool>(gateway::OperationTable(connection).receiptOf(operationId).has_value());
            });
        return receipt && *receipt;
    }

    std::vector<std::string> ofCase(const std::string &caseId)
    {
        return *m_gateway->gateway().context().database.read<std::vector<std::string>>(
            [&](gateway::Connection &connection) {
                return Result(gateway::OperationTable(connection).ofCase(caseId));
            });
    }

    bool isWhole(const std::string &sha256) const
    {
        const auto digest = seal::sha256OfFile((m_gateway->folder() + QStringLiteral("/documents/")
            + fromText(sha256.substr(0, 2) + "/" + sha256))
                                                   .toStdString());
        return digest && *digest == sha256;
    }

    static QString reasonOf(Desk &desk)
    {
        const auto entries = awaited(desk.vault().outbox());
        for (const auto &entry : *entries) {
            if (entry.state == vault::OutboxState::Refused && entry.problem) {
                return fromText(entry.problem->key);
            }
        }
        return {};
    }

    std::unique_ptr<test::RunningGateway> m_gateway;
};

QTEST_GUILESS_MAIN(HostileLinkTest)
#include "tst_link.moc"
