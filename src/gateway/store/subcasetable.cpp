#include "gateway/store/subcasetable.h"

#include <Poco/Data/Session.h>

namespace quanke::gateway {

using Poco::Data::Keywords::bind;
using Poco::Data::Keywords::into;
using Poco::Data::Keywords::now;

void SubCaseTable::put(const SubCaseRow &row)
{
    m_connection << "INSERT INTO subcases(case_id, matter, department, state, received_at, due) VALUES(?, ?, "
                    "?, ?, ?, ?)"
                    " ON CONFLICT(case_id, matter) DO UPDATE SET state = excluded.state,"
                    " received_at = excluded.received_at, due = excluded.due",
        bind(row.caseId), bind(row.matter), bind(row.department), bind(row.state), bind(row.receivedAt),
        bind(row.due), now;
}

std::map<std::string, std::string> SubCaseTable::statesOf(
    const std::string &caseId, const std::string &department)
{
    std::vector<std::string> matters, states;
    m_connection << "SELECT matter, state FROM subcases WHERE case_id = ?1 AND (?2 = '' OR department = ?2)",
        bind(caseId), bind(department), into(matters), into(states), now;
    std::map<std::string, std::string> result;
    for (std::size_t i = 0; i < matters.size(); ++i) {
        result.emplace(matters[i], states[i]);
    }
    return result;
}

std::vector<WorkRow> SubCaseTable::openOf(const std::string &department)
{
    std::vector<std::string> caseIds, matters, states, times, dues, numbers, bundles, applicants;
    m_connection
        << "SELECT s.case_id, s.matter, s.state, s.received_at, s.due, c.number, c.bundle, c.applicant"
           " FROM subcases s JOIN cases c ON c.id = s.case_id WHERE s.department = ? AND s.state IN"
           " ('waiting', 'received', 'correction', 'supplemented', 'accepted')"
           " ORDER BY s.due = '', s.due, s.received_at, s.case_id, s.matter",
        bind(department), into(caseIds), into(matters), into(states), into(times), into(dues), into(numbers),
        into(bundles), into(applicants), now;
    std::vector<WorkRow> rows;
    for (std::size_t i = 0; i < matters.size(); ++i) {
        rows.push_back({{caseIds[i], matters[i], department, states[i], times[i], dues[i]}, numbers[i],
            bundles[i], applicants[i]});
    }
    return rows;
}

} // namespace quanke::gateway
