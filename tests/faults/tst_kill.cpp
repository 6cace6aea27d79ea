#include "faults/cutting.h"
#include "faults/failing.h"
#include "faults/gateway/gatewayfolder.h"
#include "gateway/hotelsubmission.h"
#include "gateway/store/operationtable.h"
#include "seal/digest.h"

#include <QFile>
#include <QProcess>
#include <QTest>

using namespace quanke;
using namespace quanke::faults;

namespace {

const QStringList kill{QStringLiteral("kill")};

} // namespace

/// Killed at every write, sync, rename and whatever else is asked of the disk, and at everything that is sent; started again,
/// all that was promised is there, and once.
class KillTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theVaultAnywhere()
    {
        Tally tally;
        failEverywhere(kill, tellVaultWithFault, tally);
        report("kill-vault", tally);
        QVERIFY2(tally.violations == 0, qPrintable(tally.first));
        QVERIFY(tally.tried > 5);
    }

    void theDeskAnywhereWhileItDelivers()
    {
        test::RunningGateway gateway;
        Tally tally;
        failEverywhere(
            kill, [&](const QString &fault) { return deliverKilled(gateway, fault); }, tally);
        report("kill-desk", tally);
        QVERIFY2(tally.violations == 0, qPrintable(tally.first));
        QVERIFY(tally.tried > 5);
    }

    void theGatewayAnywhere()
    {
        const GatewayFolder prepared;
        QVERIFY2(prepared.trouble().isEmpty(), qPrintable(prepared.trouble()));
        Tally tally;
        failEverywhere(
            kill, [&](const QString &fault) { return prepared.tellWithFault(fault); }, tally);
        report("kill-gateway", tally);
        QVERIFY2(tally.violations == 0, qPrintable(tally.first));
        QVERIFY(tally.tried > 5);
    }

private:
    /// A desk that is killed once, and then works on: the gateway has each of its cases, by one operation.
    static std::optional<QString> deliverKilled(test::RunningGateway &gateway, const QString &fault)
    {
        const QTemporaryDir folder(placeInMemory());
        const Json plan = planOf(gateway);
        const QString planFile = folder.filePath(QStringLiteral("plan.json"));
        QFile file(planFile);
        if (!file.open(QIODevice::WriteOnly) || file.write(QByteArray::fromStdString(plan.dump())) < 0) {
            return QStringLiteral("test: no plan");
        }
        file.close();
        const Recording recording(folder.path());
        const bool ended = workAsDesk({folder.path(), planFile}, recording.environment(fault));
        if (!hasStruck(recording.events())) {
            return ended ? std::nullopt : std::optional(QStringLiteral("end: not delivered, and not killed"));
        }
        if (!workAsDesk({folder.path(), planFile}, QProcessEnvironment::systemEnvironment())) {
            return QStringLiteral("operation: not delivered when started again");
        }
        for (const Json &one : plan["cases"]) {
            const auto count = operationsOf(gateway, one["id"]);
            if (count != 1) {
                return QStringLiteral("operation: %1 of a case").arg(count);
            }
        }
        return QString();
    }

    static bool workAsDesk(const QStringList &arguments, const QProcessEnvironment &environment)
    {
        QProcess desk;
        desk.setProcessEnvironment(environment);
        desk.start(QStringLiteral(QUANKE_BINARY_DIR "/tests/faults_desk_story"), arguments);
        return desk.waitForFinished(60'000) && desk.exitStatus() == QProcess::NormalExit
            && desk.exitCode() == 0;
    }

    /// Two cases, each with its documents.
    static Json planOf(const test::RunningGateway &gateway)
    {
        Json cases = Json::array();
        for (int number = 0; number < 2; ++number) {
            const auto caseId = test::newId();
            Json documents = Json::array();
            const auto bring = [&](const std::string &, const std::string &mediaType,
                                   const std::string &name) -> Json {
                const auto text = test::somePdf(name + caseId);
                documents.push_back(text);
                return {{"sha256", seal::sha256(text)}, {"mediaType", mediaType}, {"size", text.size()},
                    {"name", name}};
            };
            const auto body = test::hotelSubmission(gateway.catalogue(), bring, {"HT-01"});
            cases.push_back({{"id", caseId}, {"body", body}, {"documents", documents}});
        }
        return {{"gateway", "http://127.0.0.1:" + std::to_string(gateway.port())}, {"cases", cases}};
    }

    static std::size_t operationsOf(test::RunningGateway &gateway, const std::string &caseId)
    {
        return *gateway.gateway().context().database.read<std::size_t>(
            [&](gateway::Connection &connection) -> Result<std::size_t> {
                return gateway::OperationTable(connection).ofCase(caseId).size();
            });
    }
};

QTEST_GUILESS_MAIN(KillTest)
#include "tst_kill.moc"
