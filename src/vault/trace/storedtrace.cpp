#include "vault/trace/storedtrace.h"

#include "seal/random.h"
#include "seal/text.h"

#include <QFileInfo>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QUrl>
#include <QVariant>

#include <set>

namespace quanke::vault {

namespace {

constexpr int sqliteBusyCode = 5;

Failure unreadableStore(const QString &file, const QSqlError &error)
{
    const bool isBusy = (error.nativeErrorCode().toInt() & 0xff) == sqliteBusyCode;
    return {isBusy ? "trace.store-in-use" : "file.unreadable", {{"path", file.toStdString()}},
        error.text().toStdString()};
}

std::string wordAt(const QSqlQuery &query, int column)
{
    return query.value(column).toByteArray().toStdString();
}

/// What nobody has left open is read without a lock and without a file beside it: evidence stays as it was found.
QString addressOf(const QString &file)
{
    auto address = QUrl::fromLocalFile(QFileInfo(file).absoluteFilePath()).toString(QUrl::FullyEncoded);
    address += QStringLiteral("?mode=ro");
    const bool isLeftOpen = QFileInfo(file + QStringLiteral("-wal")).size() > 0;
    return isLeftOpen ? address : address + QStringLiteral("&immutable=1");
}

} // namespace

Result<std::unique_ptr<StoredTrace>> StoredTrace::open(const QString &file)
{
    if (!QFileInfo::exists(file)) {
        return Failure{"file.missing", {{"path", file.toStdString()}}};
    }
    std::unique_ptr<StoredTrace> stored(new StoredTrace(file));
    const auto looked = stored->look();
    return looked ? Result<std::unique_ptr<StoredTrace>>(std::move(stored)) : looked.failure();
}

StoredTrace::StoredTrace(QString file)
    : m_file(std::move(file))
    , m_connection(QStringLiteral("trace-") + QString::fromStdString(seal::toHex(seal::randomBytes(8))))
{
}

StoredTrace::~StoredTrace()
{
    QSqlDatabase::removeDatabase(m_connection);
}

Result<Done> StoredTrace::look()
{
    auto database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_connection);
    database.setConnectOptions(QStringLiteral("QSQLITE_OPEN_URI;QSQLITE_OPEN_READONLY"));
    database.setDatabaseName(addressOf(m_file));
    if (!database.open()) {
        return unreadableStore(m_file, database.lastError());
    }
    QSqlQuery query(database);
    if (!query.exec(QStringLiteral("SELECT name FROM sqlite_schema WHERE type = 'table'"))) {
        return unreadableStore(m_file, query.lastError());
    }
    std::set<std::string> tables;
    while (query.next()) {
        tables.insert(wordAt(query, 0));
    }
    if (!tables.contains("trace") || !tables.contains("trace_heads")) {
        return Failure{"trace.none", {{"path", m_file.toStdString()}}};
    }
    m_isGateway = tables.contains("desk_trace");
    const auto names = m_isGateway
        ? QStringLiteral("SELECT 'gateway' UNION ALL SELECT DISTINCT device FROM desk_trace")
        : QStringLiteral("SELECT id FROM device");
    if (!query.exec(names)) {
        return unreadableStore(m_file, query.lastError());
    }
    while (query.next()) {
        m_chains.push_back(wordAt(query, 0));
    }
    if (!query.exec(QStringLiteral("SELECT chain, number, digest, at, signature FROM trace_heads"))) {
        return unreadableStore(m_file, query.lastError());
    }
    while (query.next()) {
        m_heads.push_back({wordAt(query, 0), query.value(1).toULongLong(), wordAt(query, 2), wordAt(query, 3),
            wordAt(query, 4)});
    }
    if (!m_isGateway
        && query.exec(QStringLiteral("SELECT value FROM setting WHERE key = 'trace.gateway-key'"))
        && query.next()) {
        m_key = wordAt(query, 0);
    }
    return Done{};
}

bool StoredTrace::mayHold(const std::string &chain) const
{
    const bool isOwn = m_chains.empty() ? chain != trace::gatewayChain : chain == m_chains.front();
    return m_isGateway || isOwn;
}

Result<Done> StoredTrace::read(
    const std::string &chain, const std::function<void(std::string_view)> &take) const
{
    QSqlQuery query(QSqlDatabase::database(m_connection, false));
    query.setForwardOnly(true);
    const bool isOwn = !m_isGateway || chain == trace::gatewayChain;
    query.prepare(isOwn ? QStringLiteral("SELECT text FROM trace ORDER BY number")
                        : QStringLiteral("SELECT text FROM desk_trace WHERE device = ? ORDER BY number"));
    if (!isOwn) {
        query.addBindValue(QString::fromStdString(chain));
    }
    if (!query.exec()) {
        return unreadableStore(m_file, query.lastError());
    }
    while (query.next()) {
        take(wordAt(query, 0));
    }
    return query.lastError().isValid() ? unreadableStore(m_file, query.lastError()) : Result<Done>(Done{});
}

} // namespace quanke::vault
