#include "link/linkfixture.h"
#include "link/pusher.h"
#include "link/reconciler.h"

#include <QSignalSpy>
#include <QTest>

using namespace quanke;
using test::awaited;
using test::caseOne;
using test::caseTwo;
using test::LinkFixture;

Q_DECLARE_METATYPE(quanke::test::FakeGateway::Word)

class ReconcilerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<LinkFixture>();
        QVERIFY(m_fixture->openAndEnrol());
        m_pusher = std::make_unique<link::Pusher>(m_fixture->vault(), m_fixture->client, m_fixture->monitor);
        m_pusher->setDelays(std::chrono::milliseconds(2), std::chrono::milliseconds(10));
        m_reconciler = std::make_unique<link::Reconciler>(
            m_fixture->vault(), m_fixture->client, m_fixture->monitor, *m_pusher);
        m_pusher->start();
        m_reconciler->start();
    }

    void cleanup()
    {
        m_reconciler.reset();
        m_pusher.reset();
        m_fixture.reset();
    }

    void whereBothAgreeNothingHappens()
    {
        QCOMPARE(deliverTwo(), QString());
        QCOMPARE(signInAnew(), 0);
        QCOMPARE(waiting(), 0);
        QCOMPARE(m_fixture->gateway.taken.size(), std::size_t(2));
    }

    void whatTheGatewayForgotIsOfferedAgain()
    {
        QCOMPARE(deliverTwo(), QString());
        m_fixture->gateway.forget(m_second);
        QCOMPARE(signInAnew(), 1);
        QTRY_COMPARE(waiting(), 0);
        QVERIFY(m_fixture->gateway.operations.contains(m_second));
        QCOMPARE(m_fixture->puts(m_first), 1);
        QCOMPARE(m_fixture->puts(m_second), 2);
        QCOMPARE(signInAnew(), 0);
    }

    void whatIsNewerDoesNotOvertakeIt()
    {
        QCOMPARE(deliverTwo(), QString());
        m_fixture->client.forgetSession();
        m_fixture->gateway.forget(m_first);
        m_fixture->gateway.taken.clear();
        const auto newer = m_fixture->enqueue("case.note", caseOne);
        QCOMPARE(signInAnew(), 1);
        QTRY_COMPARE(waiting(), 0);
        QCOMPARE(m_fixture->gateway.taken, (std::vector<std::string>{m_first, newer->id}));
    }

    void theClerkSeesWhy()
    {
        QCOMPARE(deliverTwo(), QString());
        m_reconciler.reset();
        m_pusher = std::make_unique<link::Pusher>(
            m_fixture->vault(), m_fixture->client, m_fixture->monitor); // at rest
        m_reconciler = std::make_unique<link::Reconciler>(
            m_fixture->vault(), m_fixture->client, m_fixture->monitor, *m_pusher);
        m_reconciler->start();
        m_fixture->gateway.forget(m_second);
        QCOMPARE(signInAnew(), 1);
        const auto entries = awaited(m_fixture->vault().outbox());
        QCOMPARE(entries->size(), std::size_t(1));
        QCOMPARE(entries->front().operationId, m_second);
        QCOMPARE(entries->front().problem->key, std::string("link.forgotten"));
    }

    void alsoWhenTheLinkIsBack()
    {
        QCOMPARE(deliverTwo(), QString());
        QTRY_VERIFY(m_fixture->monitor.state() == link::LinkState::Online);
        m_fixture->gateway.link = test::FakeGateway::Link::Down;
        m_fixture->monitor.start();
        QTRY_VERIFY(m_fixture->monitor.state() == link::LinkState::Offline);
        m_fixture->gateway.forget(m_first);
        m_fixture->gateway.link = test::FakeGateway::Link::Up;
        QTRY_VERIFY(m_fixture->gateway.operations.contains(m_first));
    }

    void alsoWhenNobodyNoticedThatTheGatewayWasAway()
    {
        QCOMPARE(deliverTwo(), QString());
        QSignalSpy compared(m_reconciler.get(), &link::Reconciler::compared);
        m_fixture->gateway.forget(m_first);
        m_fixture->monitor.askNow();
        QTRY_VERIFY(m_fixture->gateway.operations.contains(m_first));
        QCOMPARE(compared.count(), 1);
        m_fixture->monitor.askNow();
        QTRY_COMPARE(m_fixture->network.count("GET", QStringLiteral("/v1/health")), 2);
        QCOMPARE(compared.count(), 1); // the same epoch again is no news
    }

    /// The question is lost, and something else is answered before that is known here.
    void alsoWhenTheLinkIsBackTooSoon()
    {
        QCOMPARE(deliverTwo(), QString());
        link::GatewayClient &client = m_fixture->client;
        connect(
            &client, &link::GatewayClient::unreachable, this, [&client] { Q_EMIT client.answered(); },
            Qt::DirectConnection);
        m_fixture->gateway.forget(m_second);
        m_fixture->gateway.loseWatermarks = 1;
        QCOMPARE(signInAnew(), 1);
    }

    void anotherEpochFollowsTheLogFromItsBeginning()
    {
        QCOMPARE(deliverTwo(), QString());
        casework::CaseFile view;
        view.id = caseOne;
        QVERIFY(bool(awaited(m_fixture->vault().keepCaseViews({view}, {0, 40}))));
        QCOMPARE(signInAnew(), 0);
        QCOMPARE(*awaited(m_fixture->vault().changesCursor()), quint64(40));
        m_fixture->gateway.forget(m_second);
        QCOMPARE(signInAnew(), 1);
        QCOMPARE(*awaited(m_fixture->vault().changesCursor()), quint64(0));
        // A page that was under way brings a place in a log that is no more.
        const auto late = awaited(m_fixture->vault().keepCaseViews({view}, {40, 41}));
        QCOMPARE(late.failure().key, std::string("vault.cursor-moved"));
    }

    /// The hall's second copy comes later than its answer.
    void whatIsReceivedBecomesDurableByItsSignedWord()
    {
        m_fixture->gateway.hasSecondCopy = true;
        QCOMPARE(deliverTwo(), QString());
        QCOMPARE(received(), 2);
        QCOMPARE(signInAnew(), 0);
        QCOMPARE(received(), 2); // nobody has said so yet
        m_fixture->gateway.backUp();
        m_fixture->monitor.askNow();
        QTRY_COMPARE(received(), 0);
        const auto filed = awaited(m_fixture->vault().filedCases());
        for (const auto &entry : *filed) {
            QVERIFY(entry.state == vault::OutboxState::Durable);
        }
        QCOMPARE(m_fixture->puts(m_first) + m_fixture->puts(m_second), 2); // nothing is sent for that
    }

    void aForgedWordMakesNothingDurable_data()
    {
        QTest::addColumn<test::FakeGateway::Word>("word");
        QTest::newRow("by another key") << test::FakeGateway::Word::OfAnotherKey;
        QTest::newRow("of more than was signed") << test::FakeGateway::Word::OfMore;
    }
    void aForgedWordMakesNothingDurable()
    {
        QFETCH(const test::FakeGateway::Word, word);
        m_fixture->gateway.hasSecondCopy = true;
        QCOMPARE(deliverTwo(), QString());
        m_fixture->gateway.backUp();
        m_fixture->gateway.word = word;
        QCOMPARE(signInAnew(), 0);
        QCOMPARE(received(), 2);
        m_fixture->gateway.word = test::FakeGateway::Word::Signed;
        QCOMPARE(signInAnew(), 0);
        QCOMPARE(received(), 0);
    }

    /// What it has forgotten is brought again; what it has, has a place in the log as that is now.
    void aHallThatWasPutBackAfterItReceived()
    {
        m_fixture->gateway.hasSecondCopy = true;
        QCOMPARE(deliverTwo(), QString());
        m_fixture->gateway.forget(m_second);
        m_fixture->gateway.backUp(); // which says nothing of positions in the log of before
        QCOMPARE(signInAnew(), 1);
        QTRY_COMPARE(waiting(), 0);
        QCOMPARE(m_fixture->puts(m_first), 2);
        QCOMPARE(m_fixture->puts(m_second), 2);
        QVERIFY(m_fixture->gateway.operations.contains(m_second));
        QCOMPARE(received(), 1); // the first is in the copy that there is
        m_fixture->gateway.backUp();
        m_fixture->monitor.askNow();
        QTRY_COMPARE(received(), 0);
    }

    void nobodyAsksWhereNothingIsReceived()
    {
        QCOMPARE(deliverTwo(), QString());
        QSignalSpy told(&m_fixture->monitor, &link::LinkMonitor::healthTold);
        const auto asked = [this] { return m_fixture->network.count("GET", QStringLiteral("/v1/devices/")); };
        const int before = asked();
        for (int times = 1; times <= 3; ++times) { // a question comes some turns after what gave rise to it
            m_fixture->monitor.askNow();
            QTRY_COMPARE_WITH_TIMEOUT(told.count(), times, test::patience);
            QCOMPARE(received(), 0); // asked after the reconciler has
        }
        QCOMPARE(asked(), before);
    }

private:
    int received() { return awaited(m_fixture->vault().outboxCount())->received; }

    QString deliverTwo()
    {
        const auto refused = m_fixture->signIn();
        m_first = m_fixture->enqueue("case.submit", caseOne)->id;
        m_second = m_fixture->enqueue("case.submit", caseTwo)->id;
        const bool delivered =
            test::waitFor([this] { return waiting() == 0; }, std::chrono::milliseconds(test::patience));
        return delivered ? refused : QStringLiteral("not delivered");
    }

    /// How many operations were offered again; -1 when nothing was compared.
    int signInAnew()
    {
        m_fixture->client.forgetSession();
        QSignalSpy compared(m_reconciler.get(), &link::Reconciler::compared);
        if (!m_fixture->signIn().isEmpty() || (compared.isEmpty() && !compared.wait(test::patience))) {
            return -1;
        }
        return compared.front().front().toInt();
    }

    int waiting() { return awaited(m_fixture->vault().outboxCount())->waiting; }

    std::unique_ptr<LinkFixture> m_fixture;
    std::unique_ptr<link::Pusher> m_pusher;
    std::unique_ptr<link::Reconciler> m_reconciler;
    std::string m_first;
    std::string m_second;
};

QTEST_GUILESS_MAIN(ReconcilerTest)
#include "tst_reconciler.moc"
