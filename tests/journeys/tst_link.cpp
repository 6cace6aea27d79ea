#include "desk/common/deskcontext.h"
#include "journeys/tour/journey.h"
#include "link/linkmonitor.h"
#include "support/await.h"
#include "vault/vault.h"

#include <QFile>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

#include <functional>
#include <utility>

using namespace quanke;
using namespace quanke::journeys;

namespace {

/// A line to the gateway that loses one answer: the first that says an operation has been taken. The gateway has
/// stored it by then.
class LossyLine {
public:
    explicit LossyLine(const QUrl &gateway)
        : m_gateway(gateway)
    {
        QObject::connect(&m_server, &QTcpServer::newConnection, &m_server,
            [this] { join(m_server.nextPendingConnection()); });
        m_server.listen(QHostAddress::LocalHost);
    }

    QUrl url() const { return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(m_server.serverPort())); }

    std::function<void()> answerLost; ///< called once

private:
    void join(QTcpSocket *desk)
    {
        auto *gateway = new QTcpSocket(desk);
        const auto asked = std::make_shared<QByteArray>(); // the request under way
        QObject::connect(desk, &QTcpSocket::readyRead, gateway, [desk, gateway, asked] {
            const QByteArray bytes = desk->readAll();
            asked->append(bytes);
            gateway->write(bytes);
        });
        QObject::connect(gateway, &QTcpSocket::readyRead, desk, [this, desk, gateway, asked] {
            const QByteArray bytes = gateway->readAll();
            const bool taken = asked->startsWith("PUT /v1/ops/") && bytes.startsWith("HTTP/1.1 201");
            asked->clear();
            if (taken && answerLost)
                lose(desk);
            else
                desk->write(bytes);
        });
        QObject::connect(gateway, &QTcpSocket::disconnected, desk, &QTcpSocket::disconnectFromHost);
        QObject::connect(gateway, &QTcpSocket::errorOccurred, desk, &QTcpSocket::abort);
        QObject::connect(desk, &QTcpSocket::disconnected, desk, &QObject::deleteLater);
        gateway->connectToHost(m_gateway.host(), quint16(m_gateway.port()));
    }

    void lose(QTcpSocket *desk)
    {
        const auto tell = std::exchange(answerLost, {});
        tell();
        desk->abort();
    }

    QUrl m_gateway;
    QTcpServer m_server;
};

} // namespace

/// What is pushed arrives once, whatever the link and the gateway do meanwhile.
class LinkJourney : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_journey.reset(); // before the next makes its temporary place
        m_journey = std::make_unique<Journey>();
    }

    void pushedWithTheGatewayDownArrivesOnce()
    {
        m_journey->begin();
        DeskDriver &desk = *m_journey->desk;
        desk.signIn(QStringLiteral("wangxm"), test::TestGateway::password());
        m_journey->gateway.kill();
        CounterStory story(desk, hotelWithThirteen(m_journey->documentFolder()));
        for (const StoryStep &step : story.steps())
            step.act();
        QVERIFY(waiting(desk) > 0);
        QVERIFY(m_journey->gateway.start());
        desk.desk().context().monitor.askNow();
        desk.deliver();
        QCOMPARE(m_journey->atTheHall(story.number()).subCases.size(), std::size_t(13));
    }

    void theGatewayKilledBeforeItsReceiptArrives()
    {
        QVERIFY2(m_journey->gateway.start(), m_journey->gateway.log().constData());
        LossyLine line(m_journey->gateway.url());
        DeskDriver desk({line.url(), {}, Language::Chinese, {}}, m_journey->clock);
        desk.signIn(QStringLiteral("wangxm"), test::TestGateway::password());
        bool killed = false;
        line.answerLost = [&] {
            m_journey->gateway.kill();
            killed = true;
        };
        CounterStory story(desk, newbornWithFive(m_journey->documentFolder()));
        for (const StoryStep &step : story.steps())
            step.act();
        desk.waitFor(QStringLiteral("the gateway's end"), [&killed] { return killed; });
        QVERIFY(waiting(desk) > 0); // no receipt, so it is still ours to bring
        QVERIFY(m_journey->gateway.start());
        desk.desk().context().monitor.askNow();
        desk.deliver();
        const casework::CaseFile file = m_journey->atTheHall(story.number()); // one, and only one
        QCOMPARE(file.subCases.size(), std::size_t(5));
        const auto submissions = std::count_if(file.history.begin(), file.history.end(),
            [](const casework::Operation &operation) { return operation.kind == "case.submit"; });
        QCOMPARE(submissions, 1);
    }

    void theHallPutBackToLastNightsBackup()
    {
        m_journey->begin();
        DeskDriver &desk = *m_journey->desk;
        test::TestGateway &gateway = m_journey->gateway;
        desk.signIn(QStringLiteral("wangxm"), test::TestGateway::password());
        const QString database = gateway.dataFolder() + QStringLiteral("/gateway.db");
        const QTemporaryDir night;
        const QString backup = night.filePath(QStringLiteral("gateway.db"));
        QVERIFY(gateway.stop() && QFile::copy(database, backup) && gateway.start());
        desk.desk().context().monitor.askNow();
        CounterStory story(desk, newbornWithFive(m_journey->documentFolder()));
        for (const StoryStep &step : story.steps())
            step.act();
        desk.deliver();
        QCOMPARE(m_journey->atTheHall(story.number()).subCases.size(), std::size_t(5));
        const auto taken = [&gateway] { return gateway.log().count("PUT /v1/ops/{id} 201"); };
        const auto before = taken();

        QVERIFY(
            gateway.stop() && QFile::remove(database) && QFile::copy(backup, database) && gateway.start());
        desk.desk().context().monitor.askNow();
        // not ==: a line of the log may come after the answer it tells of
        desk.waitFor(QStringLiteral("what the hall forgot"), [&] { return taken() >= 2 * before; });
        desk.deliver();
        QCOMPARE(m_journey->atTheHall(story.number()).subCases.size(), std::size_t(5));
    }

    void cleanup() { QCOMPARE(m_journey->leaks(), QStringList()); }

private:
    static int waiting(DeskDriver &desk)
    {
        const auto count = test::awaited(desk.desk().context().vault.outboxCount());
        return count ? count->waiting : -1;
    }

    std::unique_ptr<Journey> m_journey;
};

QTEST_MAIN(LinkJourney)
#include "tst_link.moc"
