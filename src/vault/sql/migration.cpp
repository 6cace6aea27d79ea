#include "vault/sql/migration.h"

#include "platform/durablefile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

/// Outside any namespace, as Qt's macro wants it: keeps the linker from leaving the resource out.
static void initialiseResources()
{
    Q_INIT_RESOURCE(migrations);
}

namespace quanke::vault {

namespace {

constexpr int daysToKeepBackups = 7;

Result<int> versionOf(Database &database)
{
    const auto row = database.row("PRAGMA user_version");
    if (!row) {
        return row.failure();
    }
    return (*row)->at(0).toInt();
}

/// Statements end with a semicolon at a line's end; comments begin with two dashes.
QStringList statementsOf(const QByteArray &script)
{
    QStringList statements;
    QString current;
    for (const QByteArray &line : script.split('\n')) {
        const QString text = QString::fromUtf8(line);
        const qsizetype comment = text.indexOf(QStringLiteral("--"));
        const QString code = (comment < 0 ? text : text.left(comment)).trimmed();
        if (code.isEmpty()) {
            continue;
        }
        current += code + QLatin1Char(' ');
        if (code.endsWith(QLatin1Char(';'))) {
            statements += current;
            current.clear();
        }
    }
    return statements;
}

/// There, and durably so, before anything is changed.
Result<Done> backUp(Database &database, int version, const QString &folder, const QDateTime &now)
{
    if (!QDir().mkpath(folder) || !platform::syncFolder(QFileInfo(folder).dir().filesystemPath())) {
        return Failure{"vault.io", {}, "backup folder"};
    }
    // By SQLite itself: opening the file a second time in this process would lose our lock on it.
    QString path = QStringLiteral("%1/vault-%2-%3.db")
                       .arg(folder)
                       .arg(version)
                       .arg(now.toUTC().toString(QStringLiteral("yyyyMMdd'T'HHmmss'Z'")));
    for (const QString &leftOver : {path, path + QStringLiteral("-journal")}) {
        QFile::remove(leftOver); // of an attempt in this very second that did not get further
    }
    auto copied = database.runOnce(
        QStringLiteral("VACUUM INTO '%1'").arg(path.replace(QLatin1Char('\''), QStringLiteral("''"))));
    if (copied && !platform::syncFolder(QDir(folder).filesystemPath())) {
        return Failure{"vault.io", {}, "backup folder"};
    }
    return copied;
}

void removeOldBackups(const QString &folder, const QDateTime &now)
{
    const auto files = QDir(folder).entryInfoList({QStringLiteral("vault-*.db")}, QDir::Files);
    for (const QFileInfo &file : files) {
        if (file.lastModified().daysTo(now) > daysToKeepBackups) {
            QFile::remove(file.filePath());
        }
    }
}

Result<Done> step(Database &database, const QByteArray &script, int version)
{
    return database.inTransaction([&]() -> Result<Done> {
        for (const QString &statement : statementsOf(script)) {
            if (auto done = database.runOnce(statement); !done) {
                return done;
            }
        }
        return database.runOnce(QStringLiteral("PRAGMA user_version = %1").arg(version));
    });
}

} // namespace

std::vector<QByteArray> ownMigrations()
{
    initialiseResources();
    std::vector<QByteArray> scripts;
    const QDir folder(QStringLiteral(":/quanke/vault/migrations"));
    for (const QString &name : folder.entryList(QDir::Files, QDir::Name)) {
        QFile file(folder.filePath(name));
        if (file.open(QIODevice::ReadOnly)) {
            scripts.push_back(file.readAll());
        }
    }
    return scripts;
}

Result<Done> migrate(Database &database, const std::vector<QByteArray> &migrations,
    const QString &backupFolder, const QDateTime &now)
{
    removeOldBackups(backupFolder, now);
    const auto version = versionOf(database);
    if (!version) {
        return version.failure();
    }
    const int newest = int(migrations.size());
    if (*version > newest) {
        return Failure{"vault.too-new", {{"version", *version}, {"known", newest}}, {}};
    }
    if (*version > 0 && *version < newest) {
        if (auto backed = backUp(database, *version, backupFolder, now); !backed) {
            return backed;
        }
    }
    for (int next = *version; next < newest; ++next) {
        if (auto done = step(database, migrations[std::size_t(next)], next + 1); !done) {
            return done;
        }
    }
    return Done{};
}

} // namespace quanke::vault
