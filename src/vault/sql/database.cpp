#include "vault/sql/database.h"

#include "seal/random.h"
#include "seal/text.h"
#include "vault/sql/logmark.h"

#include <QFileInfo>
#include <QSqlError>
#include <QSqlRecord>

#include <array>
#include <utility>

namespace quanke::vault {

namespace {

constexpr int applicationId = 0x514b5056; // "QKPV"
constexpr int sqliteBusy = 5;
constexpr int sqliteReadOnly = 8;
constexpr int sqliteInputOutput = 10;
constexpr int sqliteCorrupt = 11;
constexpr int sqliteFull = 13;
constexpr int sqliteCannotOpen = 14;
constexpr int sqliteNotADatabase = 26;

int primaryCodeOf(const QSqlError &error)
{
    return error.nativeErrorCode().toInt() & 0xff;
}

} // namespace

QVariant text(const std::string &value)
{
    return QString::fromStdString(value);
}

QVariant blob(const std::string &value)
{
    return QByteArray::fromStdString(value);
}

std::string textOf(const QVariant &value)
{
    return value.toString().toStdString();
}

std::string blobOf(const QVariant &value)
{
    return value.toByteArray().toStdString();
}

Database::Database(QString path)
    : m_path(std::move(path))
    , m_connection(QStringLiteral("vault-") + QString::fromStdString(seal::toHex(seal::randomBytes(8))))
{
}

Database::~Database()
{
    m_prepared.clear();
    m_database.close();
    m_database = QSqlDatabase();
    QSqlDatabase::removeDatabase(m_connection);
}

Result<std::unique_ptr<Database>> Database::open(const QString &path)
{
    std::unique_ptr<Database> database(new Database(path));
    if (auto connected = database->connect(); !connected) {
        return connected.failure();
    }
    if (auto configured = database->configure(); !configured) {
        return configured.failure();
    }
    return database;
}

Result<Done> Database::connect()
{
    m_database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_connection);
    m_database.setDatabaseName(m_path);
    m_database.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=500"));
    return takeHold();
}

Result<Done> Database::recover()
{
    if (!m_broken || m_broken->key == "vault.damaged") {
        return m_broken ? Result<Done>(*m_broken) : Result<Done>(Done{});
    }
    const Failure broken = *m_broken;
    m_prepared.clear();
    m_database.close();
    m_broken.reset();
    auto held = takeHold();
    auto recovered = held ? configure() : held;
    if (!recovered && !m_broken) {
        m_broken = broken; // it is not open as it has to be
    }
    return recovered;
}

Result<Done> Database::takeHold()
{
    if (auto checked = checkLog(m_path); !checked) {
        return checked;
    }
    if (!m_database.open()) {
        return failureOf(m_database.lastError());
    }
    // Before anything reads, so that the lock is ours from the first page on and no shared-memory file comes
    // to be.
    if (auto exclusive = insist("locking_mode", QStringLiteral("exclusive")); !exclusive) {
        return exclusive;
    }
    const auto id = row("PRAGMA application_id");
    const auto tables = id ? row("SELECT count(*) FROM sqlite_schema") : id;
    if (!tables) {
        return tables.failure();
    }
    const bool isNew = (*tables)->at(0).toInt() == 0 && (*id)->at(0).toInt() == 0;
    if (!isNew && (*id)->at(0).toInt() != applicationId) {
        return Failure{"vault.foreign", {}, {}};
    }
    if (isNew) {
        // Only before the first table does this take.
        if (auto vacuum = run("PRAGMA auto_vacuum = INCREMENTAL"); !vacuum) {
            return vacuum;
        }
    }
    return Done{};
}

Result<Done> Database::configure()
{
    const std::array<std::pair<const char *, const char *>, 8> insisted{{{"journal_mode", "wal"},
        {"synchronous", "2"}, {"secure_delete", "1"}, {"foreign_keys", "1"}, {"trusted_schema", "0"},
        {"temp_store", "2"}, {"wal_autocheckpoint", "200"}, {"journal_size_limit", "4194304"}}};
    for (const auto &[setting, wanted] : insisted) {
        if (auto set = insist(setting, QString::fromLatin1(wanted)); !set) {
            return set;
        }
    }
    const auto check = row("PRAGMA quick_check(1)");
    if (!check) {
        return check.failure();
    }
    if (!*check || (*check)->at(0).toString() != QStringLiteral("ok")) {
        return Failure{"vault.damaged", {}, {}};
    }
    // Takes the exclusive lock for as long as we are open, and marks the file as ours.
    auto marked = inTransaction([this]() -> Result<Done> {
        return runOnce(QStringLiteral("PRAGMA application_id = %1").arg(applicationId));
    });
    if (marked) {
        markLog(m_path);
    }
    return marked;
}

Result<Done> Database::insist(const char *setting, const QString &wanted)
{
    const QString name = QString::fromLatin1(setting);
    if (auto set = runOnce(QStringLiteral("PRAGMA %1 = %2").arg(name, wanted)); !set) {
        return set;
    }
    QSqlQuery query(m_database);
    if (!query.exec(QStringLiteral("PRAGMA %1").arg(name)) || !query.next()) {
        return failureOf(query.lastError());
    }
    if (query.value(0).toString().compare(wanted, Qt::CaseInsensitive) != 0) {
        return Failure{"vault.not-durable", {{"setting", setting}}, {}};
    }
    return Done{};
}

Result<QSqlQuery *> Database::execute(const char *sql, const QVariantList &values)
{
    if (m_broken) {
        return *m_broken;
    }
    auto place = m_prepared.find(sql);
    if (place == m_prepared.end()) {
        QSqlQuery query(m_database);
        query.setForwardOnly(true);
        if (!query.prepare(QString::fromLatin1(sql))) {
            return failureOf(query.lastError());
        }
        place = m_prepared.emplace(sql, std::move(query)).first;
    }
    QSqlQuery &query = place->second;
    for (qsizetype i = 0; i < values.size(); ++i) {
        query.bindValue(int(i), values.at(i));
    }
    if (!query.exec()) {
        const auto failure = failureOf(query.lastError());
        query.finish();
        return failure;
    }
    return &query;
}

Result<Done> Database::run(const char *sql, const QVariantList &values)
{
    auto query = execute(sql, values);
    if (!query) {
        return query.failure();
    }
    (*query)->finish();
    return Done{};
}

Result<std::vector<Row>> Database::rows(const char *sql, const QVariantList &values)
{
    auto query = execute(sql, values);
    if (!query) {
        return query.failure();
    }
    std::vector<Row> rows;
    const int columns = (*query)->record().count();
    while ((*query)->next()) {
        Row row;
        for (int column = 0; column < columns; ++column) {
            row.append((*query)->value(column));
        }
        rows.push_back(std::move(row));
    }
    const auto error = (*query)->lastError();
    (*query)->finish(); // a statement left open would hold back the checkpoint
    if (error.type() != QSqlError::NoError) {
        return failureOf(error);
    }
    return rows;
}

Result<std::optional<Row>> Database::row(const char *sql, const QVariantList &values)
{
    auto found = rows(sql, values);
    if (!found) {
        return found.failure();
    }
    return found->empty() ? std::optional<Row>() : std::optional<Row>(std::move(found->front()));
}

Result<Done> Database::runOnce(const QString &sql)
{
    if (m_broken) {
        return *m_broken;
    }
    QSqlQuery query(m_database);
    if (!query.exec(sql)) {
        return failureOf(query.lastError());
    }
    return Done{};
}

Result<Done> Database::commit()
{
    auto committed = run("COMMIT");
    if (!committed) {
        static_cast<void>(run("ROLLBACK")); // the failure in hand says more
    }
    return committed;
}

Result<Done> Database::scrub()
{
    if (auto freed = run("PRAGMA incremental_vacuum"); !freed) {
        return freed;
    }
    return run("PRAGMA wal_checkpoint(TRUNCATE)");
}

Failure Database::failureOf(const QSqlError &error)
{
    const std::string detail = error.driverText().toStdString() + ": " + error.databaseText().toStdString();
    switch (primaryCodeOf(error)) {
    case sqliteBusy:
        return {"vault.held", {}, detail};
    case sqliteFull:
        return {"vault.disk-full", {}, detail};
    case sqliteNotADatabase:
        return {"vault.no-database", {}, detail};
    case sqliteCorrupt:
        m_broken = Failure{"vault.damaged", {}, detail};
        return *m_broken;
    case sqliteInputOutput:
        m_broken = failureOfDisk(detail);
        return *m_broken;
    case sqliteReadOnly:
    case sqliteCannotOpen:
        return failureOfDisk(detail);
    default:
        return {"vault.io", {}, detail};
    }
}

/// A disk that takes nothing any more says so in many ways.
Failure Database::failureOfDisk(const std::string &detail) const
{
    const bool isWritable = QFileInfo(QFileInfo(m_path).path()).isWritable();
    return {isWritable ? "vault.io" : "vault.read-only", {}, detail};
}

} // namespace quanke::vault
