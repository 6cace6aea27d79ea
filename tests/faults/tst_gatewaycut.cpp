#include "faults/cutting.h"
#include "faults/gateway/gatewaypromises.h"
#include "faults/gateway/gatewaystory.h"

#include <QTest>

using namespace quanke;
using namespace quanke::faults;

/// The power is cut all along a recorded story of the real gateway; whatever is left, the real code must find in it all that
/// was acknowledged.
class GatewayCutTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_events = recordGatewayStory(m_folder.path(), *m_definitions.catalogue, cases);
        QVERIFY(m_events.size() > 500);
    }

    void theRecordIsWhole() { QCOMPARE(differenceFrom(m_folder.path(), m_events), QString()); }

    void theGatewayKeepsWhatItAcknowledged()
    {
        const Tally tally = cut("power-cut-gateway", Syncs::Kept, images());
        QVERIFY2(tally.violations == 0, qPrintable(tally.first));
        QVERIFY(tally.tried > images() / 2);
    }

    /// The same where syncs are forgotten: what finds no loss there proves nothing elsewhere. Where the mark beside the
    /// database outlived what was lost, the gateway says so by a new epoch.
    void whereTheLogIsNotSyncedLossesAreFound()
    {
        const Tally tally = cut("control-power-cut-gateway", Syncs::ForgottenInLogs, images() / 5);
        QVERIFY(tally.kinds.contains(QStringLiteral("operation")));
        QVERIFY(tally.kinds.contains(QStringLiteral("epoch")));
    }

    void whereUploadsAreNotSyncedLossesAreFound()
    {
        const Tally tally = cut("control-power-cut-gateway-uploads", Syncs::ForgottenInUploads, images() / 5);
        QVERIFY(tally.kinds.contains(QStringLiteral("upload")));
        QVERIFY(tally.kinds.contains(QStringLiteral("document")));
    }

private:
    static constexpr int cases = 5;

    static int images() { return wantedImages(25); }

    Tally cut(const char *kind, Syncs syncs, int wanted) const
    {
        GatewayPromises promises(m_definitions);
        const Tally tally = cutEverywhere(m_events, syncs, promises, wanted);
        report(kind, tally);
        return tally;
    }

    QTemporaryDir m_folder{placeInMemory()};
    test::Definitions m_definitions = test::Definitions::load();
    std::vector<Event> m_events;
};

QTEST_GUILESS_MAIN(GatewayCutTest)
#include "tst_gatewaycut.moc"
