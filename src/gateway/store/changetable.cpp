#include "gateway/store/changetable.h"

namespace quanke::gateway {

void ChangeTable::insert(const ChangeRow &row)
{
    m_connection.run("INSERT INTO changes(kind, case_id, matter, at) VALUES(?, ?, ?, ?)", row.kind,
        row.caseId, row.matter, row.at);
}

std::uint64_t ChangeTable::last()
{
    auto query = m_connection.query("SELECT coalesce(max(position), 0) FROM changes");
    query.next();
    return std::uint64_t(query.number(0));
}

std::vector<ChangeRow> ChangeTable::after(std::uint64_t position, const std::string &department, int limit)
{
    auto query = m_connection.query(
        "SELECT position, kind, case_id, matter, at FROM changes WHERE position > ?1 AND (?2 = '' OR EXISTS"
        " (SELECT 1 FROM subcases s WHERE s.case_id = changes.case_id AND s.department = ?2"
        "  AND (changes.matter = '' OR changes.matter = s.matter))) ORDER BY position LIMIT ?3",
        position, department, limit);
    std::vector<ChangeRow> rows;
    while (query.next()) {
        rows.push_back(
            {std::uint64_t(query.number(0)), query.text(1), query.text(2), query.text(3), query.text(4)});
    }
    return rows;
}

} // namespace quanke::gateway
