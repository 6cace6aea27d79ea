#include "faults/failing.h"

#include <QProcess>

#include <algorithm>

namespace quanke::faults {

void failEverywhere(const QStringList &ways, const TryFault &tryFault, Tally &tally)
{
    for (const QString &way : ways) {
        // Each way begins with another, so that together they are more.
        for (auto access = isThorough() ? 1 : 1 + ways.indexOf(way);;
             access += isThorough() ? 1 : 1 + access / 2) {
            const QString fault = QStringLiteral("%1 %2").arg(way).arg(access);
            const auto broken = tryFault(fault);
            if (!broken) {
                break;
            }
            tally.add(*broken, fault);
        }
    }
}

bool hasStruck(const std::vector<Event> &events, Promises &promises)
{
    bool struck = false;
    for (const Event &event : events) {
        if (event.kind == Event::Kind::Promise) {
            promises.take(event.path);
        }
        struck = struck || event.kind == Event::Kind::Fault;
    }
    return struck;
}

std::optional<QString> tellWithFault(const QString &program, const QStringList &arguments,
    const QString &fault, Promises &promises, const QString &folder)
{
    constexpr int longestStory = 60'000; // ms
    const Recording recording(folder);
    QProcess process;
    process.setProcessEnvironment(recording.environment(fault));
    process.start(program, arguments);
    if (!process.waitForFinished(longestStory)) {
        return QStringLiteral("end: none");
    }
    const bool struck = hasStruck(recording.events(), promises);
    const bool isKilled = fault.startsWith(QStringLiteral("kill"));
    if (process.exitStatus() != QProcess::NormalExit && !(struck && isKilled)) {
        return QStringLiteral("end: crashed");
    }
    const QString broken = promises.broken(folder);
    return struck ? std::optional(broken) : std::nullopt;
}

} // namespace quanke::faults
