#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

struct sqlite3_stmt;

namespace quanke::gateway {

class Connection;

struct StatementClosing {
    void operator()(sqlite3_stmt *statement) const;
};

using Statement = std::unique_ptr<sqlite3_stmt, StatementClosing>;

/// A statement that runs, row by row (Connection::query). What it holds of values is let go when it ends.
class Query {
public:
    ~Query();
    Query(const Query &) = delete;
    Query &operator=(const Query &) = delete;

    /// On to the next row, the first at first; false when there is none.
    bool next();

    /// Columns of the row it stands on, from 0.
    std::string text(int column) const;
    std::int64_t number(int column) const;

private:
    friend class Connection;

    Query(Connection &connection, std::string_view sql);

    template <class... Values>
    Query(Connection &connection, std::string_view sql, const Values &...values)
        : Query(connection, sql)
    {
        int place = 0;
        (bind(++place, values), ...);
    }

    void bind(int place, std::string_view value);
    void bind(int place, std::int64_t value);

    Connection &m_connection;
    std::string_view m_sql;
    Statement m_statement;
};

} // namespace quanke::gateway
