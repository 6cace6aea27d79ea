#include "gateway/store/changetable.h"

#include <Poco/Data/Session.h>

namespace quanke::gateway {

using Poco::Data::Keywords::bind;
using Poco::Data::Keywords::into;
using Poco::Data::Keywords::now;

void ChangeTable::insert(const ChangeRow &row)
{
    m_connection << "INSERT INTO changes(kind, case_id, matter, at) VALUES(?, ?, ?, ?)", bind(row.kind),
        bind(row.caseId), bind(row.matter), bind(row.at), now;
}

std::uint64_t ChangeTable::last()
{
    std::int64_t position = 0;
    m_connection << "SELECT coalesce(max(position), 0) FROM changes", into(position), now;
    return std::uint64_t(position);
}

std::vector<ChangeRow> ChangeTable::after(std::uint64_t position, const std::string &department, int limit)
{
    std::vector<std::int64_t> positions;
    std::vector<std::string> kinds, caseIds, matters, times;
    m_connection << "SELECT position, kind, case_id, matter, at FROM changes WHERE position > ?1 AND (?2 = "
                    "'' OR EXISTS"
                    " (SELECT 1 FROM subcases s WHERE s.case_id = changes.case_id AND s.department = ?2"
                    "  AND (changes.matter = '' OR changes.matter = s.matter))) ORDER BY position LIMIT ?3",
        bind(std::int64_t(position)), bind(department), bind(limit), into(positions), into(kinds),
        into(caseIds), into(matters), into(times), now;
    std::vector<ChangeRow> rows;
    for (std::size_t i = 0; i < positions.size(); ++i) {
        rows.push_back({std::uint64_t(positions[i]), kinds[i], caseIds[i], matters[i], times[i]});
    }
    return rows;
}

} // namespace quanke::gateway
