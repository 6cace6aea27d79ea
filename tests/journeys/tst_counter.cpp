#include "desk/common/deskcontext.h"
#include "desk/look/appearance.h"
#include "journeys/tour/counterstory.h"
#include "link/gatewayclient.h"
#include "link/linkmonitor.h"
#include "platform/systemclock.h"
#include "support/await.h"
#include "support/testgateway.h"
#include "vault/vault.h"

#include <QApplication>
#include <QtTest>

using namespace quanke;

namespace {

const QString dataFolder = QStringLiteral(QUANKE_SOURCE_DIR "/tests/support/data/");

} // namespace

/// The counter from search to receipt with the real desk, the real gateway and nothing faked.
class CounterJourney : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { desk::apply(*qApp, {}); }

    void init()
    {
        m_gateway = std::make_unique<test::TestGateway>();
        QVERIFY2(m_gateway->start(), m_gateway->log().constData());
    }

    void hotelWithThirteen()
    {
        const auto number =
            receive(QStringLiteral("klg"), QStringLiteral("hotel-values.json"), journeys::Ticks::All);
        QVERIFY(!number.isEmpty());
        QCOMPARE(subCasesAtTheHall(number).size(), std::size_t(13));
    }

    void newbornWithFive()
    {
        const auto number =
            receive(QStringLiteral("上户口"), QStringLiteral("newborn-values.json"), journeys::Ticks::Named);
        QVERIFY(!number.isEmpty());
        QCOMPARE(subCasesAtTheHall(number).size(), std::size_t(5));
    }

    void pushedWithTheGatewayDownArrivesOnce()
    {
        journeys::DeskDriver desk({m_gateway->url(), {}, Language::Chinese, {}}, m_clock);
        desk.signIn(QStringLiteral("wangxm"), test::TestGateway::password());
        m_gateway->kill();
        journeys::CounterStory story(
            desk, setup(QStringLiteral("klg"), QStringLiteral("hotel-values.json"), journeys::Ticks::All));
        for (const journeys::StoryStep &step : story.steps())
            step.act();
        QVERIFY(!story.number().isEmpty());
        vault::Vault &vault = desk.desk().context().vault;
        QCOMPARE(test::awaited(vault.outboxCount())->waiting > 0, true);
        QVERIFY(m_gateway->start());
        desk.desk().context().monitor.askNow();
        QTRY_COMPARE_WITH_TIMEOUT(test::awaited(vault.outboxCount())->waiting, 0, 60'000);
        QCOMPARE(subCasesAtTheHall(story.number()).size(), std::size_t(13));
    }

private:
    journeys::CounterStory::Setup setup(const QString &search, const QString &values, journeys::Ticks ticks)
    {
        return {search, ticks, journeys::readJson(dataFolder + values), m_documents.path(),
            {QStringLiteral("NB-01"), QStringLiteral("NB-02"), QStringLiteral("NB-03"),
                QStringLiteral("NB-04"), QStringLiteral("NB-05")}};
    }

    QString receive(const QString &search, const QString &values, journeys::Ticks ticks)
    {
        journeys::DeskDriver desk({m_gateway->url(), {}, Language::Chinese, {}}, m_clock);
        desk.signIn(QStringLiteral("wangxm"), test::TestGateway::password());
        journeys::CounterStory story(desk, setup(search, values, ticks));
        for (const journeys::StoryStep &step : story.steps())
            step.act();
        vault::Vault &vault = desk.desk().context().vault;
        if (!QTest::qWaitFor([&] { return test::awaited(vault.outboxCount())->waiting == 0; }, 20'000))
            return {};
        return story.number();
    }

    /// matter → state, as the gateway tells it to a supervisor.
    std::map<std::string, std::string> subCasesAtTheHall(const QString &number)
    {
        QNetworkAccessManager network;
        link::GatewayClient client(network, m_gateway->url());
        const auto password = seal::SecretBytes::copyOf(test::TestGateway::password().toStdString());
        if (!test::awaited(client.signIn("zhoums", password, "0193a001-0000-7000-8000-0000000000bb")))
            return {};
        const auto found = test::awaited(client.cases({number.toStdString(), {}, {}}));
        if (!found || found->size() != 1)
            return {};
        const auto view = test::awaited(client.caseView(found->front().id));
        std::map<std::string, std::string> states;
        if (view) {
            for (const auto &[matter, subCase] : view->subCases)
                states[matter] = casework::nameOf(subCase.state);
        }
        return states;
    }

    platform::SystemClock m_clock;
    QTemporaryDir m_documents;
    std::unique_ptr<test::TestGateway> m_gateway;
};

QTEST_MAIN(CounterJourney)
#include "tst_counter.moc"
