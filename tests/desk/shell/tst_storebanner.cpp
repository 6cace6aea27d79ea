#include "desk/common/banner.h"
#include "desk/shell/storebanner.h"
#include "desk/support/workdesk.h"
#include "support/await.h"

#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <limits>

using namespace quanke;
using namespace quanke::desk;
using quanke::test::WorkDesk;

/// What is told above the work when the disk does not take what it should, or soon will not.
class StoreBannerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void littleRoomIsToldBeforehand()
    {
        WorkDesk desk(WorkDesk::clerk());
        StoreBanner banner(desk.context());
        banner.setLimits(0, 0);
        lookWith(banner, 0, 0);
        QVERIFY(banner.isHidden());
        lookWith(banner, everything, 0);
        QVERIFY(!banner.isHidden());
        const QString little = title(banner);
        lookWith(banner, everything, everything);
        QVERIFY(title(banner) != little);
        lookWith(banner, 0, 0);
        QTRY_VERIFY(banner.isHidden());
    }

    void troubleIsToldUntilTheDiskTakesSomething()
    {
        WorkDesk desk(WorkDesk::clerk());
        StoreBanner banner(desk.context());
        banner.setLimits(0, 0);
        QSignalSpy recovered(&desk.vault(), &vault::Vault::recovered);
        Q_EMIT desk.vault().troubled(Failure{"vault.disk-full"});
        QVERIFY(!banner.isHidden());
        QVERIFY(title(banner).contains(QStringLiteral("full")));
        banner.findChild<QPushButton *>(QStringLiteral("storeAgainButton"))->click();
        QTRY_COMPARE_WITH_TIMEOUT(recovered.count(), 1, test::patience);
        QTRY_VERIFY(banner.isHidden());
    }

private:
    static constexpr qint64 everything = std::numeric_limits<qint64>::max();

    static void lookWith(StoreBanner &banner, qint64 little, qint64 least)
    {
        banner.setLimits(little, least);
        const QString before = title(banner);
        const bool wasHidden = banner.isHidden();
        banner.look();
        QTRY_VERIFY(title(banner) != before || banner.isHidden() != wasHidden || little == 0);
    }
    static QString title(const StoreBanner &banner)
    {
        return banner.findChild<Banner *>(QStringLiteral("storeBanner"))->title();
    }
};

QTEST_MAIN(StoreBannerTest)
#include "tst_storebanner.moc"
