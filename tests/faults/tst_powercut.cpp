#include "faults/disk.h"
#include "faults/vaultstory.h"

#include <QDir>
#include <QHash>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

#include <array>
#include <cstdio>
#include <unordered_set>

using namespace quanke::faults;

namespace {

/// How many images to try: few in the tests of every change, QUANKE_FAULT_IMAGES of them by ./dev faults.
int wantedImages()
{
    const int wanted = qEnvironmentVariableIntValue("QUANKE_FAULT_IMAGES");
    return wanted > 0 ? wanted : 1000;
}

/// At one moment; many lead to the same image.
constexpr int mostCuts = 40;

struct Tally {
    int tried = 0;
    int violations = 0;
    QString first; ///< the first violation
    QSet<QString> kinds; ///< of things that were broken
};

/// In memory where there is such a place: the images need no disk.
QString placeForImages()
{
    return QFileInfo(QStringLiteral("/dev/shm")).isWritable()
        ? QStringLiteral("/dev/shm/quanke-XXXXXX")
        : QDir::tempPath() + QStringLiteral("/quanke-XXXXXX");
}

} // namespace

/// The power is cut all along a recorded story, and of what was not synced by then this or that is kept; whatever is left,
/// the real code must find in it all that was promised.
class PowerCutTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_events = record(QStringLiteral(QUANKE_BINARY_DIR "/tests/faults_vault_story"), m_folder.path());
        QVERIFY(m_events.size() > 500);
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

private:
    Tally cutEverywhere(Syncs syncs, int wanted)
    {
        Tally tally;
        Disk disk(syncs);
        VaultPromises promises;
        std::mt19937 random(2026);
        std::unordered_set<std::size_t> seen;
        const auto events = int(m_events.size());
        int owed = 0; // images times events
        for (const Event &event : m_events) {
            if (event.kind == Event::Kind::Promise) {
                promises.take(event.path);
            } else {
                disk.apply(event);
            }
            owed += wanted;
            // Where little is pending there are few images; the others come where there are more.
            for (int cuts = 0; owed >= events && cuts < mostCuts; ++cuts) {
                const DiskImage image = cut(disk, random);
                if (seen.insert(qHashMulti(0, image.hash(), promises.count())).second) {
                    tryImage(image, promises, tally);
                    owed -= events;
                }
            }
        }
        return tally;
    }

    /// Of what was not synced: nothing, everything, the first of it, all but one, one alone, or any part; and now and then
    /// one write torn.
    static DiskImage cut(const Disk &disk, std::mt19937 &random)
    {
        const std::size_t count = disk.pending();
        const auto chosen = count == 0 ? 0 : random() % count;
        const auto kind = random() % 7;
        std::vector<bool> kept(count);
        for (std::size_t i = 0; i < count; ++i) {
            const bool any = random() % 2 == 0;
            const std::array keeps{false, true, i < chosen, i != chosen, i == chosen, any, any};
            kept[i] = keeps.at(kind);
        }
        const bool tears = count > 0 && random() % 3 == 0;
        return disk.image(kept, tears ? std::optional(std::size_t(random() % count)) : std::nullopt, random);
    }

    static void tryImage(const DiskImage &image, const VaultPromises &promises, Tally &tally)
    {
        const QTemporaryDir folder(placeForImages());
        QVERIFY(image.writeTo(folder.path()));
        const QString broken = promises.broken(folder.path());
        ++tally.tried;
        if (broken.isEmpty()) {
            return;
        }
        tally.kinds.insert(broken.section(QLatin1Char(':'), 0, 0));
        if (++tally.violations == 1) {
            tally.first = QStringLiteral("after %1 promises: %2").arg(promises.count()).arg(broken);
        }
    }

    static void report(const char *kind, const Tally &tally)
    {
        std::printf("%s: tried %d, violations %d\n", kind, tally.tried, tally.violations);
        std::fflush(stdout);
    }

    QTemporaryDir m_folder;
    std::vector<Event> m_events;
};

QTEST_GUILESS_MAIN(PowerCutTest)
#include "tst_powercut.moc"
