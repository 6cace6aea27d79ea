#include "gateway/store/operationtable.h"

#include <Poco/Data/Session.h>

namespace quanke::gateway {

using Poco::Data::Keywords::bind;
using Poco::Data::Keywords::into;
using Poco::Data::Keywords::now;

std::uint64_t OperationTable::nextPosition()
{
    std::int64_t last = 0;
    m_connection << "SELECT coalesce(max(position), 0) FROM operations", into(last), now;
    return std::uint64_t(last) + 1;
}

void OperationTable::insert(const OperationRow &row)
{
    m_connection << "INSERT INTO operations(position, id, device, sequence, case_id, kind, actor, bytes, "
                    "digest, receipt)"
                    " VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        bind(std::int64_t(row.position)), bind(row.id), bind(row.device), bind(std::int64_t(row.sequence)),
        bind(row.caseId), bind(row.kind), bind(row.actor), bind(row.bytes), bind(row.digest),
        bind(row.receipt), now;
}

std::optional<StoredReceipt> OperationTable::receiptOf(const std::string &id)
{
    StoredReceipt stored;
    m_connection << "SELECT digest, receipt FROM operations WHERE id = ?", bind(id), into(stored.digest),
        into(stored.receipt), now;
    return stored.digest.empty() ? std::nullopt : std::optional(stored);
}

std::optional<std::string> OperationTable::bytesOf(const std::string &device, std::uint64_t sequence)
{
    std::string bytes;
    m_connection << "SELECT bytes FROM operations WHERE device = ? AND sequence = ?", bind(device),
        bind(std::int64_t(sequence)), into(bytes), now;
    return bytes.empty() ? std::nullopt : std::optional(bytes);
}

std::vector<std::string> OperationTable::ofCase(const std::string &caseId)
{
    std::vector<std::string> bytes;
    m_connection << "SELECT bytes FROM operations WHERE case_id = ? ORDER BY position", bind(caseId),
        into(bytes), now;
    return bytes;
}

} // namespace quanke::gateway
