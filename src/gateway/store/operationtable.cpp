#include "gateway/store/operationtable.h"

namespace quanke::gateway {

std::uint64_t OperationTable::nextPosition()
{
    auto query = m_connection.query("SELECT coalesce(max(position), 0) + 1 FROM operations");
    query.next();
    return std::uint64_t(query.number(0));
}

void OperationTable::insert(const OperationRow &row)
{
    m_connection.run("INSERT INTO operations(position, id, device, sequence, case_id, kind, actor, bytes, "
                     "digest, receipt)"
                     " VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        row.position, row.id, row.device, row.sequence, row.caseId, row.kind, row.actor, row.bytes,
        row.digest, row.receipt);
}

std::optional<StoredReceipt> OperationTable::receiptOf(const std::string &id)
{
    auto query = m_connection.query("SELECT digest, receipt FROM operations WHERE id = ?", id);
    return query.next() ? std::optional(StoredReceipt{query.text(0), query.text(1)}) : std::nullopt;
}

std::optional<std::string> OperationTable::bytesOf(const std::string &device, std::uint64_t sequence)
{
    auto query = m_connection.query(
        "SELECT bytes FROM operations WHERE device = ? AND sequence = ?", device, sequence);
    return query.next() ? std::optional(query.text(0)) : std::nullopt;
}

std::vector<std::string> OperationTable::ofCase(const std::string &caseId)
{
    auto query =
        m_connection.query("SELECT bytes FROM operations WHERE case_id = ? ORDER BY position", caseId);
    std::vector<std::string> bytes;
    while (query.next()) {
        bytes.push_back(query.text(0));
    }
    return bytes;
}

} // namespace quanke::gateway
