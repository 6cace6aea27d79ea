#pragma once

#include "gateway/store/database.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace quanke::gateway {

/// For a change's matter: the hall's affair, no department is told.
constexpr std::string_view hallAlone = "-";

struct ChangeRow {
    std::uint64_t position = 0; ///< given by insert
    std::string kind;
    std::string caseId;
    std::string matter; ///< empty: the whole case; or hallAlone
    std::string at;
};

class ChangeTable {
public:
    explicit ChangeTable(Connection &connection)
        : m_connection(connection)
    {
    }

    void insert(const ChangeRow &row);
    std::uint64_t last();
    /// Those after the position, in order; for a department only those of its sub-cases and of cases it has
    /// one in.
    std::vector<ChangeRow> after(std::uint64_t position, const std::string &department, int limit);

private:
    Connection &m_connection;
};

} // namespace quanke::gateway
