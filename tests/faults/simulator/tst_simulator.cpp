#include "faults/cutting.h"
#include "faults/simulator/simulation.h"

#include <QElapsedTimer>
#include <QTest>

#include <cstdio>

using namespace quanke::faults;

/// Three desks, a hall and all that may happen to them, by the seed: QUANKE_SEED=N plays one of them again.
class SimulatorTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whateverHappens()
    {
        const Stage stage;
        const int only = qEnvironmentVariableIntValue("QUANKE_SEED");
        const int first = only > 0 ? only : 1;
        const int last = only > 0 ? only : isThorough() ? 2000 : 24;
        Tally tally;
        QElapsedTimer timer;
        timer.start();
        for (int seed = first; seed <= last; ++seed) {
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
