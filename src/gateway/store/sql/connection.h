#pragma once

#include "gateway/store/sql/query.h"

#include <filesystem>
#include <map>
#include <string>
#include <string_view>

struct sqlite3;

namespace quanke::gateway {

/// A connection to an SQLite file, for one thread at a time. A statement is prepared when it is first run and kept,
/// so give it texts that are written out in the source, with ? for what changes: text (UTF-8) or a whole number.
/// Whatever fails throws SqlError.
class Connection {
public:
    enum class Access { ReadAndWrite, ReadOnly };

    /// Opens the file, or makes it unless it is only to be read. Waits two seconds for another that has it open.
    explicit Connection(const std::filesystem::path &file, Access access = Access::ReadAndWrite);
    ~Connection();
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    /// Runs it to its end; says how many rows an INSERT, UPDATE or DELETE changed.
    template <class... Values>
    int run(std::string_view sql, const Values &...values)
    {
        Query query(*this, sql, values...);
        while (query.next()) { }
        return changedRows();
    }

    /// Its rows, one by one. The connection stays longer than the query.
    template <class... Values>
    [[nodiscard]] Query query(std::string_view sql, const Values &...values)
    {
        return Query(*this, sql, values...);
    }

    /// Several statements after one another, not kept.
    void runScript(const std::string &sql);

    /// How many rows it has changed since it was opened.
    std::int64_t changes() const;

private:
    friend class OnlineCopy;
    friend class Query;

    struct Closing {
        void operator()(sqlite3 *database) const;
    };

    /// Out of those that are kept, or new. Whoever runs the same text meanwhile gets another.
    Statement take(std::string_view sql);
    void giveBack(std::string_view sql, Statement statement);
    int changedRows() const;
    void check(int code) const;

    std::unique_ptr<sqlite3, Closing> m_database;
    std::map<std::string, Statement, std::less<>> m_kept; ///< by text
};

} // namespace quanke::gateway
