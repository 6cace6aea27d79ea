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
        m_events = record(QStringLiteral(QUANKE_BINARY_DIR "/tests/faults_vault_story"), m_folder.path());
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

    void theVaultKeepsWhatItPromised()
    {
        const Tally tally = cutEverywhere(Syncs::Kept, wantedImages());
        report("power-cut", tally);
        QVERIFY2(tally.violations == 0, qPrintable(tally.first));
        QVERIFY(tally.tried > wantedImages() / 2);
    }

    /// The same where syncs are forgotten: what finds no loss there proves nothing elsewhere.
    void whereTheLogIsNotSyncedLossesAreFound()
    {
        const Tally tally = cutEverywhere(Syncs::ForgottenInLogs, wantedImages() / 10);
        report("control-power-cut-log", tally);
        QVERIFY(tally.kinds.contains(QStringLiteral("field")));
        QVERIFY(tally.kinds.contains(QStringLiteral("operation")));
    }

    void whereDocumentsAreNotSyncedLossesAreFound()
    {
        const Tally tally = cutEverywhere(Syncs::ForgottenInDocuments, wantedImages() / 10);
        report("control-power-cut-documents", tally);
        QCOMPARE(tally.kinds, QSet<QString>{QStringLiteral("document")});
    }

    void whereTheSpoolIsNotSyncedLossesAreFound()
    {
        const Tally tally = cutEverywhere(Syncs::ForgottenInSpools, wantedImages() / 10);
        report("control-power-cut-spool", tally);
        QCOMPARE(tally.kinds, QSet<QString>{QStringLiteral("spool")});
    }

private:
    Tally cutEverywhere(Syncs syncs, int wanted) const
    {
        VaultPromises promises;
        return quanke::faults::cutEverywhere(m_events, syncs, promises, wanted);
    }

    QTemporaryDir m_folder;
    std::vector<Event> m_events;
};

QTEST_GUILESS_MAIN(PowerCutTest)
#include "tst_powercut.moc"
