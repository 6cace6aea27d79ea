#include "link/linkfixture.h"
#include "link/rescuer.h"

#include <QSignalSpy>
#include <QTest>

using namespace quanke;
using test::awaited;
using test::caseOne;
using test::caseTwo;
using test::LinkFixture;

class RescuerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<LinkFixture>();
        QVERIFY(m_fixture->openAndEnrol());
        QVERIFY(bool(awaited(m_fixture->vault().keepGatewayKey(m_fixture->gateway.sealing.publicKey))));
        QCOMPARE(m_fixture->signIn(), QString());
        QVERIFY(m_fixture->enqueue("case.submit", caseOne) && m_fixture->enqueue("case.submit", caseTwo));
    }

    void bringsEachOnce()
    {
        auto rescued = rescue();
        QCOMPARE(rescued.found, 2);
        QCOMPARE(rescued.taken, 2);
        QVERIFY(rescued.isComplete() && rescued.isDurable());
        rescued = rescue();
        QCOMPARE(rescued.taken, 0);
        QCOMPARE(rescued.wereHere, 2);
        QVERIFY(rescued.isDurable());
    }

    /// Where they lie is wanted until the hall's second copy has them too.
    void whatIsReceivedIsNotDurable()
    {
        m_fixture->gateway.hasSecondCopy = true;
        auto rescued = rescue();
        QVERIFY(rescued.isComplete());
        QCOMPARE(rescued.received, 2);
        QVERIFY(!rescued.isDurable());
        m_fixture->gateway.backUp();
        rescued = rescue();
        QCOMPARE(rescued.received, 0);
        QVERIFY(rescued.isDurable());
    }

private:
    link::Rescued rescue()
    {
        link::Rescuer rescuer(m_fixture->vault(), m_fixture->client);
        link::Rescued outcome;
        bool isFinished = false;
        connect(&rescuer, &link::Rescuer::finished, this, [&](const link::Rescued &rescued) {
            outcome = rescued;
            isFinished = true;
        });
        rescuer.start(m_fixture->store.path(QStringLiteral("spool")));
        [&] { QTRY_VERIFY_WITH_TIMEOUT(isFinished, test::patience); }();
        return outcome;
    }

    std::unique_ptr<LinkFixture> m_fixture;
};

QTEST_GUILESS_MAIN(RescuerTest)
#include "tst_rescuer.moc"
