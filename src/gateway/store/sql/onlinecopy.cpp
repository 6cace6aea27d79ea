#include "gateway/store/sql/onlinecopy.h"

#include "gateway/store/sql/connection.h"
#include "gateway/store/sql/sqlerror.h"

#include <sqlite3.h>

namespace quanke::gateway {

void OnlineCopy::Finishing::operator()(sqlite3_backup *backup) const
{
    sqlite3_backup_finish(backup);
}

OnlineCopy::OnlineCopy(Connection &source, Connection &target)
    : m_backup(sqlite3_backup_init(target.m_database.get(), "main", source.m_database.get(), "main"))
{
    if (!m_backup) {
        target.check(sqlite3_errcode(target.m_database.get()));
    }
}

bool OnlineCopy::step(int pages)
{
    const int code = sqlite3_backup_step(m_backup.get(), pages);
    if (code != SQLITE_OK && code != SQLITE_DONE) {
        throw SqlError(sqlErrorKind(code), sqlite3_errstr(code));
    }
    return code == SQLITE_DONE;
}

} // namespace quanke::gateway
