#include "faults/failing.h"

#include "faults/cutting.h"
#include "faults/vaultstory.h"

#include <QProcess>

#include <algorithm>

namespace quanke::faults {

namespace {

constexpr int mostViolations = 100;

} // namespace

bool couldNotBeTried(const QString &broken)
{
    return broken.startsWith(QStringLiteral("test:")) || broken == QStringLiteral("end: none");
}

void failEverywhere(const QStringList &ways, const TryFault &tryFault, Tally &tally, int stride)
{
    for (qsizetype way = 0; way < ways.size(); ++way) {
        qsizetype access = isThorough() ? 1 + way % stride : 1 + way;
        while (true) {
            const QString fault = QStringLiteral("%1 %2").arg(ways.at(way)).arg(access);
            const auto broken = tryFault(fault);
            if (!broken) {
                break;
            }
            tally.add(*broken, fault);
            if (couldNotBeTried(*broken) || tally.violations >= mostViolations) {
                return; // nor could any other; or there is enough to see
            }
            access += isThorough() ? stride : 1 + access;
        }
    }
}

bool hasStruck(const std::vector<Event> &events)
{
    return std::any_of(
        events.begin(), events.end(), [](const Event &event) { return event.kind == Event::Kind::Fault; });
}

void takePromises(const std::vector<Event> &events, Promises &promises)
{
    for (const Event &event : events) {
        if (event.kind == Event::Kind::Promise) {
            promises.take(event.path);
        }
    }
}

std::optional<QString> tellVaultWithFault(const QString &fault)
{
    constexpr int longestStory = 60'000; // ms
    const QTemporaryDir folder(placeInMemory());
    const Recording recording(folder.path());
    QProcess process;
    process.setProcessEnvironment(recording.environment(fault));
    process.start(vaultStoryProgram(), {folder.path(), QStringLiteral("short")});
    if (!process.waitForFinished(longestStory)) {
        return QStringLiteral("end: none");
    }
    const auto events = recording.events();
    const bool struck = hasStruck(events);
    const bool isKilled = fault.startsWith(QStringLiteral("kill"));
    if (process.exitStatus() != QProcess::NormalExit && !(struck && isKilled)) {
        return QStringLiteral("end: crashed");
    }
    VaultPromises promises;
    takePromises(events, promises);
    const QString broken = promises.broken(folder.path());
    return struck ? std::optional(broken) : std::nullopt;
}

} // namespace quanke::faults
