#include "faults/cutting.h"
#include "faults/vaultstory.h"

#include <QTemporaryDir>
#include <QTest>

using namespace quanke::faults;

/// The power is cut all along a recorded story of the vault, and whatever is left, the real code must find in it all that was
/// promised.
class PowerCutTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_events = record(vaultStoryProgram(), m_folder.path());
        QVERIFY(m_events.size() > 500);
    }

    void theRecordIsWhole() { QCOMPARE(differenceFrom(m_folder.path(), m_events), QString()); }

    void theVaultKeepsWhatItPromised()
    {
        const Tally tally = cut("power-cut-vault", Syncs::Kept, images());
        QVERIFY2(tally.violations == 0, qPrintable(tally.first));
        QVERIFY(tally.tried > images() / 2);
    }

    /// The same where syncs are forgotten: what finds no loss there proves nothing elsewhere.
    void whereTheLogIsNotSyncedLossesAreFound()
    {
        const Tally tally = cut("control-power-cut-log", Syncs::ForgottenInLogs, images() / 10);
        QVERIFY(tally.kinds.contains(QStringLiteral("field")));
        QVERIFY(tally.kinds.contains(QStringLiteral("operation")));
    }

    void whereDocumentsAreNotSyncedLossesAreFound()
    {
        const Tally tally = cut("control-power-cut-documents", Syncs::ForgottenInDocuments, images() / 10);
        QCOMPARE(tally.kinds, QSet<QString>{QStringLiteral("document")});
    }

    void whereTheSpoolIsNotSyncedLossesAreFound()
    {
        const Tally tally = cut("control-power-cut-spool", Syncs::ForgottenInSpools, images() / 10);
        QCOMPARE(tally.kinds, QSet<QString>{QStringLiteral("spool")});
    }

private:
    static int images() { return wantedImages(45); }

    Tally cut(const char *kind, Syncs syncs, int wanted) const
    {
        VaultPromises promises;
        const Tally tally = cutEverywhere(m_events, syncs, promises, wanted);
        report(kind, tally);
        return tally;
    }

    QTemporaryDir m_folder{placeInMemory()};
    std::vector<Event> m_events;
};

QTEST_GUILESS_MAIN(PowerCutTest)
#include "tst_powercut.moc"
