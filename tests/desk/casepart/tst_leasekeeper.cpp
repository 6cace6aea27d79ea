#include "desk/casepart/leasekeeper.h"
#include "desk/support/workdesk.h"

#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace quanke;
using namespace quanke::desk;
using test::WorkDesk;

/// What a desk tells the gateway about whom works on a case.
class LeaseKeeperTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isLetGoThoughTheAnswerComesLater()
    {
        WorkDesk desk(WorkDesk::clerk());
        LeaseKeeper keeper(desk.context());
        keeper.hold(desk.file.id);
        keeper.letGo();
        QCOMPARE(ended(desk), 0); // nobody knows of it yet
        QTRY_COMPARE(ended(desk), 1);
    }

    void isLetGoThoughNobodyHearsTheAnswer()
    {
        WorkDesk desk(WorkDesk::clerk());
        auto keeper = std::make_unique<LeaseKeeper>(desk.context());
        keeper->hold(desk.file.id);
        keeper.reset();
        QTRY_COMPARE(ended(desk), 1);
    }

    void isLetGoOnce()
    {
        WorkDesk desk(WorkDesk::clerk());
        auto keeper = std::make_unique<LeaseKeeper>(desk.context());
        const QSignalSpy held(keeper.get(), &LeaseKeeper::held);
        keeper->hold(desk.file.id);
        QTRY_COMPARE(held.count(), 1);
        QCOMPARE(ended(desk), 0);
        keeper->letGo();
        keeper.reset();
        QCOMPARE(ended(desk), 1);
    }

    void saysWhenItCannotBeTakenOver()
    {
        WorkDesk desk(WorkDesk::clerk());
        desk.lease = casework::Lease{"liqh", "李青禾", "综合窗口 2 号", "D-2", 3, "2026-11-21T00:50:00.000Z",
            "2026-11-21T01:05:00.000Z"};
        LeaseKeeper keeper(desk.context());
        const QSignalSpy another(&keeper, &LeaseKeeper::heldByAnother);
        const QSignalSpy failed(&keeper, &LeaseKeeper::notTakenOver);
        keeper.hold(desk.file.id);
        QTRY_COMPARE(another.count(), 1);
        QVERIFY(keeper.canTakeOver());
        desk.link = WorkDesk::Link::Down;
        keeper.takeOver();
        QTRY_COMPARE(failed.count(), 1);
        QVERIFY(!keeper.canTakeOver());
    }

private:
    static int ended(const WorkDesk &desk)
    {
        return desk.network().count("DELETE", QStringLiteral("/v1/cases/"));
    }
};

QTEST_MAIN(LeaseKeeperTest)
#include "tst_leasekeeper.moc"
