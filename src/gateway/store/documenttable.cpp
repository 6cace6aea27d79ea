#include "gateway/store/documenttable.h"

#include "core/base/json.h"

#include <Poco/Data/Session.h>

namespace quanke::gateway {

using Poco::Data::Keywords::bind;
using Poco::Data::Keywords::into;
using Poco::Data::Keywords::now;

std::optional<DocumentRow> DocumentTable::find(const std::string &sha256)
{
    DocumentRow row;
    std::int64_t size = 0;
    m_connection << "SELECT sha256, media_type, size, stored_at FROM documents WHERE sha256 = ?",
        bind(sha256), into(row.sha256), into(row.mediaType), into(size), into(row.storedAt), now;
    row.size = std::uint64_t(size);
    return row.sha256.empty() ? std::nullopt : std::optional(row);
}

void DocumentTable::put(const DocumentRow &row)
{
    m_connection << "INSERT INTO documents(sha256, media_type, size, stored_at) VALUES(?, ?, ?, ?)"
                    " ON CONFLICT(sha256) DO NOTHING",
        bind(row.sha256), bind(row.mediaType), bind(std::int64_t(row.size)), bind(row.storedAt), now;
}

void DocumentTable::addUses(
    const std::string &caseId, const std::string &department, const std::set<std::string> &digests)
{
    // Without the WHERE, SQLite would read ON as that of a join.
    m_connection
        << "INSERT INTO document_uses(sha256, case_id, department) SELECT value, ?, ? FROM json_each(?) "
           "WHERE true ON CONFLICT DO NOTHING",
        bind(caseId), bind(department), bind(Json(digests).dump()), now;
}

bool DocumentTable::isUsedBy(const std::string &sha256, const std::string &department)
{
    int count = 0;
    m_connection << "SELECT count(*) FROM document_uses WHERE sha256 = ?1 AND (?2 = '' OR department = ?2)",
        bind(sha256), bind(department), into(count), now;
    return count > 0;
}

} // namespace quanke::gateway
