#include "faults/gateway/gatewayfolder.h"

#include "faults/cutting.h"
#include "faults/failing.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>

namespace quanke::faults {

bool copyFolder(const QString &from, const QString &to)
{
    bool copied = QDir().mkpath(to);
    for (QDirIterator found(from, QDir::AllEntries | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
         found.hasNext();) {
        const QString path = found.next();
        const QString place = to + QLatin1Char('/') + QDir(from).relativeFilePath(path);
        copied = (found.fileInfo().isDir() ? QDir().mkpath(place) : QFile::copy(path, place)) && copied;
    }
    return copied;
}

GatewayFolder::GatewayFolder()
    : m_folder(placeInMemory())
{
    test::TestGateway gateway(GatewayPromises::storeIn(m_folder.path()));
    GatewayStory story(
        gateway, *m_definitions.catalogue, [this](const std::string &words) { m_promises.push_back(words); });
    const bool begun = story.begin();
    story.end();
    m_tokens = story.tokens();
    m_trouble = begun ? QString() : story.trouble() + QString::fromUtf8(gateway.log());
}

std::optional<QString> GatewayFolder::tellWithFault(const QString &fault) const
{
    const QTemporaryDir folder(placeInMemory());
    const QString store = GatewayPromises::storeIn(folder.path());
    if (!copyFolder(GatewayPromises::storeIn(m_folder.path()), store)) {
        return QStringLiteral("test: no copy");
    }
    const Recording recording(folder.path());
    GatewayPromises promises(m_definitions);
    for (const std::string &words : m_promises) {
        promises.take(words);
    }
    {
        test::TestGateway gateway(store);
        gateway.setEnvironment(recording.environment(fault));
        GatewayStory story(
            gateway, *m_definitions.catalogue, [&](const std::string &words) { recording.promise(words); });
        story.setTokens(m_tokens);
        const bool told = story.start() && story.work(1);
        story.end();
        if (!told) {
            return story.trouble().isEmpty() ? QStringLiteral("end: never done") : story.trouble();
        }
        // Where there was no room for once, there is some again.
        if (fault.startsWith(QStringLiteral("enospc ")) && story.wasStuck()) {
            return QStringLiteral("end: did not go on by itself");
        }
    }
    const auto events = recording.events();
    takePromises(events, promises);
    const QString broken = promises.broken(folder.path());
    return hasStruck(events) ? std::optional(broken) : std::nullopt;
}

} // namespace quanke::faults
