#include "gateway/store/sql/connection.h"

#include "gateway/store/sql/sqlerror.h"

#include <sqlite3.h>

#include <utility>

namespace quanke::gateway {

namespace {

constexpr int longestWait = 2'000; // ms

int flagsFor(Connection::Access access)
{
    return access == Connection::Access::ReadOnly ? SQLITE_OPEN_READONLY
                                                  : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
}

} // namespace

SqlError::Kind sqlErrorKind(int code)
{
    switch (code & 0xff) { // without what the extended codes add
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return SqlError::Kind::InUse;
    case SQLITE_FULL:
        return SqlError::Kind::NoRoom;
    default:
        return SqlError::Kind::Other;
    }
}

void Connection::Closing::operator()(sqlite3 *database) const
{
    sqlite3_close(database);
}

Connection::Connection(const std::filesystem::path &file, Access access)
{
    sqlite3 *database = nullptr;
    const int code = sqlite3_open_v2(file.c_str(), &database, flagsFor(access), nullptr);
    m_database.reset(database); // there even if it could not be opened, to say why
    check(code);
    check(sqlite3_busy_timeout(database, longestWait));
}

Connection::~Connection() = default;

void Connection::runScript(const std::string &sql)
{
    check(sqlite3_exec(m_database.get(), sql.c_str(), nullptr, nullptr, nullptr));
}

Statement Connection::take(std::string_view sql)
{
    if (const auto kept = m_kept.find(sql); kept != m_kept.end() && kept->second) {
        return std::move(kept->second);
    }
    sqlite3_stmt *statement = nullptr;
    check(sqlite3_prepare_v3(
        m_database.get(), sql.data(), int(sql.size()), SQLITE_PREPARE_PERSISTENT, &statement, nullptr));
    return Statement(statement);
}

void Connection::giveBack(std::string_view sql, Statement statement)
{
    if (const auto kept = m_kept.find(sql); kept != m_kept.end()) {
        kept->second = std::move(statement);
    } else {
        m_kept.emplace(sql, std::move(statement));
    }
}

std::int64_t Connection::changes() const
{
    return sqlite3_total_changes64(m_database.get());
}

int Connection::changedRows() const
{
    return sqlite3_changes(m_database.get());
}

void Connection::check(int code) const
{
    if (code != SQLITE_OK) {
        throw SqlError(sqlErrorKind(code), sqlite3_errmsg(m_database.get()));
    }
}

} // namespace quanke::gateway
