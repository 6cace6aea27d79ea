#include "gateway/store/sessiontable.h"

#include <Poco/Data/Session.h>

namespace quanke::gateway {

using Poco::Data::Keywords::bind;
using Poco::Data::Keywords::into;
using Poco::Data::Keywords::now;

void SessionTable::insert(const SessionRow &row)
{
    m_connection
        << "INSERT INTO sessions(token_hash, operator, device, created_at, expires_at) VALUES(?, ?, ?, ?, ?)",
        bind(row.tokenHash), bind(row.operatorName), bind(row.device), bind(row.createdAt),
        bind(row.expiresAt), now;
}

std::optional<SessionRow> SessionTable::find(const std::string &tokenHash)
{
    SessionRow row;
    m_connection
        << "SELECT token_hash, operator, device, created_at, expires_at FROM sessions WHERE token_hash = ?",
        bind(tokenHash), into(row.tokenHash), into(row.operatorName), into(row.device), into(row.createdAt),
        into(row.expiresAt), now;
    return row.tokenHash.empty() ? std::nullopt : std::optional(row);
}

void SessionTable::remove(const std::string &tokenHash)
{
    m_connection << "DELETE FROM sessions WHERE token_hash = ?", bind(tokenHash), now;
}

void SessionTable::removeOf(const std::string &operatorName)
{
    m_connection << "DELETE FROM sessions WHERE operator = ?", bind(operatorName), now;
}

void SessionTable::removeExpired(const std::string &instant)
{
    m_connection << "DELETE FROM sessions WHERE expires_at <= ?", bind(instant), now;
}

} // namespace quanke::gateway
