#include "gateway/store/casetable.h"

#include <Poco/Data/Session.h>

namespace quanke::gateway {

using Poco::Data::Keywords::bind;
using Poco::Data::Keywords::into;
using Poco::Data::Keywords::now;

std::optional<CaseRow> CaseTable::find(const std::string &id)
{
    CaseRow row;
    std::int64_t revision = 0;
    m_connection << "SELECT id, number, bundle, applicant, window, received_at, revision, snapshot FROM "
                    "cases WHERE id = ?",
        bind(id), into(row.id), into(row.number), into(row.bundle), into(row.applicant), into(row.window),
        into(row.receivedAt), into(revision), into(row.snapshot), now;
    row.revision = std::uint64_t(revision);
    return row.id.empty() ? std::nullopt : std::optional(row);
}

bool CaseTable::isNumberTaken(const std::string &number)
{
    int count = 0;
    m_connection << "SELECT count(*) FROM cases WHERE number = ?", bind(number), into(count), now;
    return count > 0;
}

void CaseTable::insert(const CaseRow &row)
{
    m_connection
        << "INSERT INTO cases(id, number, bundle, applicant, window, received_at, revision, snapshot)"
           " VALUES(?, ?, ?, ?, ?, ?, ?, ?)",
        bind(row.id), bind(row.number), bind(row.bundle), bind(row.applicant), bind(row.window),
        bind(row.receivedAt), bind(std::int64_t(row.revision)), bind(row.snapshot), now;
}

bool CaseTable::update(const CaseRow &row, std::uint64_t expected)
{
    m_connection << "UPDATE cases SET revision = ?, snapshot = ? WHERE id = ? AND revision = ?",
        bind(std::int64_t(row.revision)), bind(row.snapshot), bind(row.id), bind(std::int64_t(expected)), now;
    int changed = 0;
    m_connection << "SELECT changes()", into(changed), now;
    return changed == 1;
}

std::vector<CaseRow> CaseTable::list(const CaseFilter &filter)
{
    std::vector<std::string> ids, numbers, bundles, applicants, windows, times;
    m_connection << "SELECT id, number, bundle, applicant, window, received_at FROM cases WHERE (?1 = '' OR "
                    "number = ?1)"
                    " AND (?2 = '' OR instr(number, ?2) > 0 OR instr(applicant, ?2) > 0)"
                    " AND ((?3 = '' AND ?4 = '') OR EXISTS (SELECT 1 FROM subcases WHERE case_id = cases.id"
                    "   AND (?3 = '' OR state = ?3) AND (?4 = '' OR department = ?4)))"
                    " ORDER BY received_at DESC, id DESC LIMIT ?5",
        bind(filter.number), bind(filter.text), bind(filter.state), bind(filter.department),
        bind(filter.limit), into(ids), into(numbers), into(bundles), into(applicants), into(windows),
        into(times), now;
    std::vector<CaseRow> rows;
    for (std::size_t i = 0; i < ids.size(); ++i) {
        rows.push_back({ids[i], numbers[i], bundles[i], applicants[i], windows[i], times[i], 0, {}});
    }
    return rows;
}

std::optional<LeaseRow> LeaseTable::find(const std::string &caseId, const std::string &department)
{
    LeaseRow row{caseId, department, 0, {}, {}, {}, {}, {}};
    std::int64_t fence = 0;
    m_connection << "SELECT fence, operator, device, window, since, until FROM leases"
                    " WHERE case_id = ? AND department = ?",
        bind(caseId), bind(department), into(fence), into(row.operatorName), into(row.device),
        into(row.window), into(row.since), into(row.until), now;
    row.fence = std::uint64_t(fence);
    return fence == 0 ? std::nullopt : std::optional(row);
}

void LeaseTable::put(const LeaseRow &row)
{
    m_connection << "INSERT INTO leases(case_id, department, fence, operator, device, window, since, until)"
                    " VALUES(?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT(case_id, department) DO UPDATE SET"
                    " fence = excluded.fence, operator = excluded.operator, device = excluded.device,"
                    " window = excluded.window, since = excluded.since, until = excluded.until",
        bind(row.caseId), bind(row.department), bind(std::int64_t(row.fence)), bind(row.operatorName),
        bind(row.device), bind(row.window), bind(row.since), bind(row.until), now;
}

void LeaseTable::end(const std::string &caseId, const std::string &department, const std::string &instant)
{
    m_connection << "UPDATE leases SET until = min(until, ?) WHERE case_id = ? AND department = ?",
        bind(instant), bind(caseId), bind(department), now;
}

} // namespace quanke::gateway
