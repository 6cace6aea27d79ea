#include "desk/common/banner.h"
#include "desk/shell/clock/clockbanner.h"
#include "desk/support/workdesk.h"

#include <QLabel>
#include <QTest>

using namespace quanke;
using namespace quanke::desk;
using quanke::test::WorkDesk;

/// What is told above the work when a clock is wrong.
class ClockBannerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aClockThatIsFarOffIsToldUntilItIsSet()
    {
        const WorkDesk desk(WorkDesk::clerk());
        const ClockBanner banner(desk.context());
        QVERIFY(banner.isHidden());
        Q_EMIT desk.context().gateway.dated(desk.context().clock.now() + std::chrono::hours(24), {});
        QVERIFY(!banner.isHidden());
        QString words;
        for (const QLabel *label : banner.findChildren<QLabel *>())
            words += label->text();
        QVERIFY2(words.contains(QStringLiteral("2026-11-21 09:00")), qPrintable(words));
        QVERIFY2(words.contains(QStringLiteral("2026-11-22 09:00")), qPrintable(words));
        Q_EMIT desk.context().gateway.dated(desk.context().clock.now(), {});
        QVERIFY(banner.isHidden());
    }

    /// It may be set right meanwhile, which is seen by the next answer.
    void nothingIsToldWhileNothingAnswers()
    {
        const WorkDesk desk(WorkDesk::clerk());
        const ClockBanner banner(desk.context());
        auto &gateway = desk.context().gateway;
        Q_EMIT gateway.dated(desk.context().clock.now() + std::chrono::hours(24), {});
        QVERIFY(!banner.isHidden());
        Q_EMIT gateway.unreachable(Failure{"link.unreachable"});
        QVERIFY(banner.isHidden());
        Q_EMIT gateway.answered();
        QVERIFY(!banner.isHidden());
        Q_EMIT gateway.unreachable(Failure{"link.unreachable"});
        Q_EMIT gateway.answered();
        Q_EMIT gateway.dated(desk.context().clock.now(), {});
        QVERIFY(banner.isHidden());
    }
};

QTEST_MAIN(ClockBannerTest)
#include "tst_clockbanner.moc"
