#include "faults/cutting.h"
#include "faults/gateway/gatewaypromises.h"
#include "faults/gateway/gatewaystory.h"
#include "platform/folder.h"

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
        const auto files = platform::readTextFiles(QUANKE_SOURCE_DIR "/forms", ".json");
        auto catalogue = catalogue::Catalogue::load(*files);
        QVERIFY(bool(catalogue));
        m_catalogue = std::make_shared<const catalogue::Catalogue>(std::move(*catalogue));
        const Recording recording(m_folder.path());
        test::TestGateway gateway(GatewayPromises::storeIn(m_folder.path()));
        gateway.setEnvironment(recording.environment());
        GatewayStory story(
            gateway, *m_catalogue, [&](const std::string &words) { recording.promise(words); });
        const bool told = story.begin() && story.work(cases);
        QVERIFY2(told, qPrintable(story.trouble()));
        QVERIFY(gateway.stop());
        m_events = recording.events();
        QVERIFY(m_events.size() > 500);
    }

    /// What the recorder does not see, no power cut would take away.
    void theRecordIsWhole()
    {
        Disk disk(Syncs::Kept);
        for (const Event &event : m_events)
            disk.apply(event);
        QCOMPARE(disk.whole().differenceFrom(m_folder.path()), QString());
    }

    void theGatewayKeepsWhatItAcknowledged()
    {
        const Tally tally = cut(Syncs::Kept, wantedImages() / 2);
        report("power-cut-gateway", tally);
        QVERIFY2(tally.violations == 0, qPrintable(tally.first));
        QVERIFY(tally.tried > wantedImages() / 4);
    }

    /// The same where syncs are forgotten: what finds no loss there proves nothing elsewhere. Where the mark beside the
    /// database outlived what was lost, the gateway says so by a new epoch.
    void whereTheLogIsNotSyncedLossesAreFound()
    {
        const Tally tally = cut(Syncs::ForgottenInLogs, wantedImages() / 10);
        report("control-power-cut-gateway", tally);
        QVERIFY(tally.kinds.contains(QStringLiteral("operation")));
        QVERIFY(tally.kinds.contains(QStringLiteral("epoch")));
    }

    void whereUploadsAreNotSyncedLossesAreFound()
    {
        const Tally tally = cut(Syncs::ForgottenInUploads, wantedImages() / 10);
        report("control-power-cut-gateway-uploads", tally);
        QVERIFY(tally.kinds.contains(QStringLiteral("upload")));
        QVERIFY(tally.kinds.contains(QStringLiteral("document")));
    }

private:
    static constexpr int cases = 5;

    Tally cut(Syncs syncs, int wanted) const
    {
        GatewayPromises promises(m_catalogue);
        return cutEverywhere(m_events, syncs, promises, wanted);
    }

    QTemporaryDir m_folder{placeInMemory()};
    std::shared_ptr<const catalogue::Catalogue> m_catalogue;
    std::vector<Event> m_events;
};

QTEST_GUILESS_MAIN(GatewayCutTest)
#include "tst_gatewaycut.moc"
