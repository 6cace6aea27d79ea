#pragma once

#include "gateway/store/database.h"

#include <optional>
#include <string>
#include <vector>

namespace quanke::gateway {

struct OperatorRow {
    std::string name;
    std::string displayName;
    std::string password; ///< Argon2id, PHC string
    std::string roles; ///< names joined by commas
    std::string department;
    std::string createdAt;
    bool hasFirstPassword = false; ///< somebody else chose it

    bool isRemoved() const { return roles.empty(); } ///< what they did goes on naming them
};

class OperatorTable {
public:
    explicit OperatorTable(Connection &connection)
        : m_connection(connection)
    {
    }

    std::optional<OperatorRow> find(const std::string &name);
    std::vector<OperatorRow> all();
    /// New, or in the place of the one of that name.
    void put(const OperatorRow &row);

private:
    Connection &m_connection;
};

} // namespace quanke::gateway
