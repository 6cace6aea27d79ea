#include "vault/sql/logmark.h"

#include "platform/durablefile.h"

#include <QFile>
#include <QFileInfo>
#include <QtEndian>

#include <filesystem>
#include <optional>

namespace quanke::vault {

namespace {

constexpr qint64 headerBytes = 32; // of a log, as SQLite's file format has it
constexpr qint64 placeOfSalt = 16;
/// More often than that no log begins anew while a desk is open; by chance another's is that near once in four thousand times.
constexpr quint32 mostBeginnings = 1U << 20U;

QString logOf(const QString &database)
{
    return database + QStringLiteral("-wal");
}

std::filesystem::path markOf(const QString &database)
{
    return QFileInfo(database + QStringLiteral("-log")).filesystemFilePath();
}

/// None where there is no log, or none that SQLite would take.
std::optional<quint32> saltOf(const QString &database)
{
    QFile log(logOf(database));
    const auto header = log.open(QIODevice::ReadOnly) ? log.read(headerBytes) : QByteArray();
    return header.size() == headerBytes
        ? std::optional(qFromBigEndian<quint32>(header.constData() + placeOfSalt))
        : std::nullopt;
}

std::optional<quint32> marked(const QString &database)
{
    QFile mark(markOf(database));
    bool isNumber = false;
    const auto number = mark.open(QIODevice::ReadOnly) ? mark.readAll().toUInt(&isNumber) : 0;
    return isNumber ? std::optional(number) : std::nullopt;
}

} // namespace

Result<Done> checkLog(const QString &database)
{
    const auto salt = saltOf(database);
    const auto mark = marked(database);
    if (salt && mark && *salt - *mark >= mostBeginnings) {
        return Failure{"vault.damaged", {}, "the log is another database's"};
    }
    return platform::saidBy("vault", platform::removeFile(markOf(database)));
}

void markLog(const QString &database)
{
    if (const auto salt = saltOf(database)) {
        static_cast<void>(platform::writeWhole(markOf(database),
            [text = std::to_string(*salt)](platform::DurableFile &file) { return file.append(text); }));
    }
}

} // namespace quanke::vault
