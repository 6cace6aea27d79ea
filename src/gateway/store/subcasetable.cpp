#include "gateway/store/subcasetable.h"

namespace quanke::gateway {

void SubCaseTable::put(const SubCaseRow &row)
{
    m_connection.run("INSERT INTO subcases(case_id, matter, department, state, received_at, due)"
                     " VALUES(?, ?, ?, ?, ?, ?) ON CONFLICT(case_id, matter) DO UPDATE SET"
                     " state = excluded.state, received_at = excluded.received_at, due = excluded.due",
        row.caseId, row.matter, row.department, row.state, row.receivedAt, row.due);
}

std::map<std::string, std::string> SubCaseTable::statesOf(
    const std::string &caseId, const std::string &department)
{
    auto query = m_connection.query(
        "SELECT matter, state FROM subcases WHERE case_id = ?1 AND (?2 = '' OR department = ?2)", caseId,
        department);
    std::map<std::string, std::string> states;
    while (query.next()) {
        states.emplace(query.text(0), query.text(1));
    }
    return states;
}

std::vector<WorkRow> SubCaseTable::openOf(const std::string &department)
{
    auto query = m_connection.query(
        "SELECT s.case_id, s.matter, s.department, s.state, s.received_at, s.due, c.number, c.bundle, "
        "c.applicant"
        " FROM subcases s JOIN cases c ON c.id = s.case_id WHERE s.department = ? AND s.state IN"
        " ('waiting', 'received', 'correction', 'supplemented', 'accepted')"
        " ORDER BY s.due = '', s.due, s.received_at, s.case_id, s.matter",
        department);
    std::vector<WorkRow> rows;
    while (query.next()) {
        rows.push_back(
            {{query.text(0), query.text(1), query.text(2), query.text(3), query.text(4), query.text(5)},
                query.text(6), query.text(7), query.text(8)});
    }
    return rows;
}

} // namespace quanke::gateway
