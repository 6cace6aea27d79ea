#include "faults/failing.h"

#include <QProcess>

#include <algorithm>

namespace quanke::faults {

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
            access += isThorough() ? stride : 1 + access;
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
