#include "faults/simulator/simulation.h"
#include "faults/tally.h"

#include <QElapsedTimer>
#include <QTest>

#include <cstdio>

using namespace quanke::faults;

namespace {

struct Seeds {
    int first = 1;
    int last = 1;
    int step = 1;
};

/// QUANKE_SEED=N plays one of them again; QUANKE_FAULT_PART=2/4 every fourth from the second on, so that four programs share.
Seeds wantedSeeds()
{
    if (const int only = qEnvironmentVariableIntValue("QUANKE_SEED"); only > 0) {
        return {only, only, 1};
    }
    const QStringList part = qEnvironmentVariable("QUANKE_FAULT_PART", QStringLiteral("1/1")).split(u'/');
    return {part.value(0).toInt(), isThorough() ? 2000 : 24, part.value(1).toInt()};
}

} // namespace

/// Three desks, a hall and all that may happen to them, by the seed.
class SimulatorTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whateverHappens()
    {
        const Stage stage;
        const Seeds seeds = wantedSeeds();
        QVERIFY(seeds.first > 0 && seeds.step > 0);
        Tally tally;
        QElapsedTimer timer;
        timer.start();
        for (int seed = seeds.first; seed <= seeds.last; seed += seeds.step) {
            const QString broken = Simulation(stage, unsigned(seed)).play();
            if (!broken.isEmpty())
                std::printf("QUANKE_SEED=%d: %s\n", seed, qPrintable(broken));
            tally.add(broken, QStringLiteral("QUANKE_SEED=%1").arg(seed));
        }
        std::printf("%.1f seeds a second\n", 1000.0 * tally.tried / double(timer.elapsed()));
        report("simulator", tally);
        QVERIFY2(tally.violations == 0, qPrintable(tally.first));
    }
};

QTEST_GUILESS_MAIN(SimulatorTest)
#include "tst_simulator.moc"
