#include "gateway/store/sql/query.h"

#include "gateway/store/sql/connection.h"

#include <sqlite3.h>

#include <utility>

namespace quanke::gateway {

void StatementClosing::operator()(sqlite3_stmt *statement) const
{
    sqlite3_finalize(statement);
}

Query::Query(Connection &connection, std::string_view sql)
    : m_connection(connection)
    , m_sql(sql)
    , m_statement(connection.take(sql))
{
}

Query::~Query()
{
    sqlite3_reset(m_statement.get()); // says again what next() has thrown
    sqlite3_clear_bindings(m_statement.get());
    m_connection.giveBack(m_sql, std::move(m_statement));
}

bool Query::next()
{
    const int code = sqlite3_step(m_statement.get());
    if (code != SQLITE_ROW && code != SQLITE_DONE) {
        m_connection.check(code);
    }
    return code == SQLITE_ROW;
}

std::string Query::text(int column) const
{
    const void *bytes = sqlite3_column_blob(m_statement.get(), column);
    const auto size = std::size_t(sqlite3_column_bytes(m_statement.get(), column));
    return size == 0 ? std::string() : std::string(static_cast<const char *>(bytes), size);
}

std::int64_t Query::number(int column) const
{
    return sqlite3_column_int64(m_statement.get(), column);
}

void Query::bind(int place, std::string_view value)
{
    // An empty view may have no address, which SQLite would take for NULL.
    const char *bytes = value.empty() ? "" : value.data();
    m_connection.check(sqlite3_bind_text64(
        m_statement.get(), place, bytes, value.size(), SQLITE_TRANSIENT, SQLITE_UTF8)); // NOLINT
}

void Query::bind(int place, std::int64_t value)
{
    m_connection.check(sqlite3_bind_int64(m_statement.get(), place, value));
}

} // namespace quanke::gateway
