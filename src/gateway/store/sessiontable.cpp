#include "gateway/store/sessiontable.h"

namespace quanke::gateway {

void SessionTable::insert(const SessionRow &row)
{
    m_connection.run(
        "INSERT INTO sessions(token_hash, operator, device, created_at, expires_at) VALUES(?, ?, ?, ?, ?)",
        row.tokenHash, row.operatorName, row.device, row.createdAt, row.expiresAt);
}

std::optional<SessionRow> SessionTable::find(const std::string &tokenHash)
{
    auto query = m_connection.query(
        "SELECT token_hash, operator, device, created_at, expires_at FROM sessions WHERE token_hash = ?",
        tokenHash);
    if (!query.next()) {
        return std::nullopt;
    }
    return SessionRow{query.text(0), query.text(1), query.text(2), query.text(3), query.text(4)};
}

void SessionTable::remove(const std::string &tokenHash)
{
    m_connection.run("DELETE FROM sessions WHERE token_hash = ?", tokenHash);
}

void SessionTable::removeOf(const std::string &operatorName)
{
    m_connection.run("DELETE FROM sessions WHERE operator = ?", operatorName);
}

void SessionTable::removeOf(const std::string &operatorName, const std::string &device)
{
    m_connection.run("DELETE FROM sessions WHERE operator = ? AND device = ?", operatorName, device);
}

void SessionTable::removeExpired(const std::string &instant)
{
    m_connection.run("DELETE FROM sessions WHERE expires_at <= ?", instant);
}

} // namespace quanke::gateway
