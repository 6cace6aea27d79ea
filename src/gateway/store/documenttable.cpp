#include "gateway/store/documenttable.h"

namespace quanke::gateway {

std::optional<DocumentRow> DocumentTable::find(const std::string &sha256)
{
    auto query = m_connection.query(
        "SELECT sha256, media_type, size, stored_at FROM documents WHERE sha256 = ?", sha256);
    if (!query.next()) {
        return std::nullopt;
    }
    return DocumentRow{query.text(0), query.text(1), std::uint64_t(query.number(2)), query.text(3)};
}

void DocumentTable::put(const DocumentRow &row)
{
    m_connection.run("INSERT INTO documents(sha256, media_type, size, stored_at) VALUES(?, ?, ?, ?)"
                     " ON CONFLICT(sha256) DO NOTHING",
        row.sha256, row.mediaType, row.size, row.storedAt);
}

void DocumentTable::addUses(
    const std::string &caseId, const std::string &department, const std::set<std::string> &digests)
{
    for (const auto &digest : digests) {
        m_connection.run("INSERT INTO document_uses(sha256, case_id, department) VALUES(?, ?, ?)"
                         " ON CONFLICT DO NOTHING",
            digest, caseId, department);
    }
}

bool DocumentTable::isUsedBy(const std::string &sha256, const std::string &department)
{
    return m_connection
        .query("SELECT 1 FROM document_uses WHERE sha256 = ?1 AND (?2 = '' OR department = ?2)", sha256,
            department)
        .next();
}

} // namespace quanke::gateway
