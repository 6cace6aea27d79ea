#include "faults/failing.h"
#include "faults/gateway/gatewayfolder.h"

#include <QTest>

using namespace quanke;
using namespace quanke::faults;

namespace {

/// Once, or from then on.
const QStringList ways{
    QStringLiteral("eio"), QStringLiteral("eio-on"), QStringLiteral("enospc"), QStringLiteral("enospc-on")};

} // namespace

/// Every access to a store fails, one after another: the program goes on or says that it cannot, and what it said to be kept
/// is there when the disk is well again.
class AccessTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyAccessOfTheVault()
    {
        Tally tally;
        failEverywhere(ways, tellVaultWithFault, tally);
        report("access-vault", tally);
        QVERIFY2(tally.violations == 0, qPrintable(tally.first));
        QVERIFY(tally.tried > 15);
    }

    /// The bytes are there and only the sync said no: what was not promised may come back, but never half.
    void everySyncOfTheVault()
    {
        Tally tally;
        for (int number = 1;; ++number) {
            const QString fault = QStringLiteral("sync-on %1").arg(number);
            const auto broken = tellVaultWithFault(fault);
            if (!broken)
                break;
            tally.add(*broken, fault);
            if (couldNotBeTried(*broken))
                break;
        }
        report("sync-vault", tally);
        QVERIFY2(tally.violations == 0, qPrintable(tally.first));
        QVERIFY(tally.tried > 15);
    }

    void everyAccessOfTheGateway()
    {
        const GatewayFolder prepared;
        QVERIFY2(prepared.trouble().isEmpty(), qPrintable(prepared.trouble()));
        Tally tally;
        const auto tell = [&](const QString &fault) { return prepared.tellWithFault(fault); };
        failEverywhere({ways.first()}, tell, tally);
        failEverywhere(ways.mid(1), tell, tally, 3); // starting a gateway takes its time
        report("access-gateway", tally);
        QVERIFY2(tally.violations == 0, qPrintable(tally.first));
        QVERIFY(tally.tried > 15);
    }
};

QTEST_GUILESS_MAIN(AccessTest)
#include "tst_access.moc"
