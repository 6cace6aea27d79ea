#pragma once

#include "gateway/store/database.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace quanke::gateway {

struct CaseRow {
    std::string id;
    std::string number;
    std::string bundle;
    std::string applicant; ///< the name
    std::string window;
    std::string receivedAt;
    std::uint64_t revision = 0;
    std::string
        snapshot; ///< the state as JSON, without the history; of one operation, without what that says
};

/// What a list of cases is narrowed by; empty members do not narrow.
struct CaseFilter {
    std::string number;
    std::string state; ///< that of any of its sub-cases
    std::string text; ///< in number or applicant
    std::string department; ///< only cases with a sub-case of it
    int limit = 100;
};

/// Who works on a case, for the hall (department '') or for a department.
struct LeaseRow {
    std::string caseId;
    std::string department;
    std::uint64_t fence = 0; ///< grows whenever it goes to another
    std::string operatorName;
    std::string device;
    std::string window;
    std::string since;
    std::string until; ///< instants
};

class LeaseTable {
public:
    explicit LeaseTable(Connection &connection)
        : m_connection(connection)
    {
    }

    /// The last one, be it over or not.
    std::optional<LeaseRow> find(const std::string &caseId, const std::string &department);
    void put(const LeaseRow &row);
    /// Nobody's from that instant on.
    void end(const std::string &caseId, const std::string &department, const std::string &instant);

private:
    Connection &m_connection;
};

class CaseTable {
public:
    explicit CaseTable(Connection &connection)
        : m_connection(connection)
    {
    }

    std::optional<CaseRow> find(const std::string &id);
    bool isThere(const std::string &id);
    bool isNumberTaken(const std::string &number);
    void insert(const CaseRow &row);
    /// Takes the row's snapshot when the stored revision is `expected`; false when somebody was quicker.
    bool update(const CaseRow &row, std::uint64_t expected);
    /// The latest first; snapshots are left empty.
    std::vector<CaseRow> list(const CaseFilter &filter);

private:
    Connection &m_connection;
};

} // namespace quanke::gateway
