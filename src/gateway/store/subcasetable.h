#pragma once

#include "gateway/store/database.h"

#include <map>
#include <string>
#include <vector>

namespace quanke::gateway {

struct SubCaseRow {
    std::string caseId;
    std::string matter;
    std::string department;
    std::string state;
    std::string receivedAt;
    std::string due; ///< a day, or empty while no limit runs
};

/// A sub-case with what of its case a work list shows.
struct WorkRow {
    SubCaseRow subCase;
    std::string number;
    std::string bundle;
    std::string applicant;
};

class SubCaseTable {
public:
    explicit SubCaseTable(Connection &connection)
        : m_connection(connection)
    {
    }

    void put(const SubCaseRow &row);
    /// Matter → state; of one department, or of all when it is empty.
    std::map<std::string, std::string> statesOf(const std::string &caseId, const std::string &department);
    /// What the department has not decided yet: the earliest due first, those without a date last.
    std::vector<WorkRow> openOf(const std::string &department);

private:
    Connection &m_connection;
};

} // namespace quanke::gateway
