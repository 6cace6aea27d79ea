#include "gateway/store/casetable.h"

namespace quanke::gateway {

std::optional<CaseRow> CaseTable::find(const std::string &id)
{
    auto query = m_connection.query(
        "SELECT id, number, bundle, applicant, window, received_at, revision, snapshot FROM cases"
        " WHERE id = ?",
        id);
    if (!query.next()) {
        return std::nullopt;
    }
    return CaseRow{query.text(0), query.text(1), query.text(2), query.text(3), query.text(4), query.text(5),
        std::uint64_t(query.number(6)), query.text(7)};
}

bool CaseTable::isThere(const std::string &id)
{
    return m_connection.query("SELECT 1 FROM cases WHERE id = ?", id).next();
}

bool CaseTable::isNumberTaken(const std::string &number)
{
    return m_connection.query("SELECT 1 FROM cases WHERE number = ?", number).next();
}

void CaseTable::insert(const CaseRow &row)
{
    m_connection.run(
        "INSERT INTO cases(id, number, bundle, applicant, window, received_at, revision, snapshot)"
        " VALUES(?, ?, ?, ?, ?, ?, ?, ?)",
        row.id, row.number, row.bundle, row.applicant, row.window, row.receivedAt, row.revision,
        row.snapshot);
}

bool CaseTable::update(const CaseRow &row, std::uint64_t expected)
{
    return m_connection.run(
               "UPDATE cases SET revision = ?, applicant = ?, snapshot = ? WHERE id = ? AND revision = ?",
               row.revision, row.applicant, row.snapshot, row.id, expected)
        == 1;
}

std::vector<CaseRow> CaseTable::list(const CaseFilter &filter)
{
    auto query = m_connection.query(
        "SELECT id, number, bundle, applicant, window, received_at FROM cases WHERE (?1 = '' OR number = ?1)"
        " AND (?2 = '' OR instr(number, ?2) > 0 OR instr(applicant, ?2) > 0)"
        " AND ((?3 = '' AND ?4 = '') OR EXISTS (SELECT 1 FROM subcases WHERE case_id = cases.id"
        "   AND (?3 = '' OR state = ?3) AND (?4 = '' OR department = ?4)))"
        " ORDER BY received_at DESC, id DESC LIMIT ?5",
        filter.number, filter.text, filter.state, filter.department, filter.limit);
    std::vector<CaseRow> rows;
    while (query.next()) {
        rows.push_back({query.text(0), query.text(1), query.text(2), query.text(3), query.text(4),
            query.text(5), 0, {}});
    }
    return rows;
}

std::optional<LeaseRow> LeaseTable::find(const std::string &caseId, const std::string &department)
{
    auto query = m_connection.query("SELECT fence, operator, device, window, since, until FROM leases"
                                    " WHERE case_id = ? AND department = ?",
        caseId, department);
    if (!query.next()) {
        return std::nullopt;
    }
    return LeaseRow{caseId, department, std::uint64_t(query.number(0)), query.text(1), query.text(2),
        query.text(3), query.text(4), query.text(5)};
}

void LeaseTable::put(const LeaseRow &row)
{
    m_connection.run("INSERT INTO leases(case_id, department, fence, operator, device, window, since, until)"
                     " VALUES(?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT(case_id, department) DO UPDATE SET"
                     " fence = excluded.fence, operator = excluded.operator, device = excluded.device,"
                     " window = excluded.window, since = excluded.since, until = excluded.until",
        row.caseId, row.department, row.fence, row.operatorName, row.device, row.window, row.since,
        row.until);
}

void LeaseTable::end(const std::string &caseId, const std::string &department, const std::string &instant)
{
    m_connection.run("UPDATE leases SET until = min(until, ?) WHERE case_id = ? AND department = ?", instant,
        caseId, department);
}

} // namespace quanke::gateway
