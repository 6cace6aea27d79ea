#pragma once

#include "gateway/store/database.h"

#include <cstdint>
#include <optional>
#include <set>
#include <string>

namespace quanke::gateway {

struct DocumentRow {
    std::string sha256;
    std::string mediaType;
    std::uint64_t size = 0;
    std::string storedAt;
};

/// Documents that are here whole, and which parts of cases refer to them.
class DocumentTable {
public:
    explicit DocumentTable(Connection &connection)
        : m_connection(connection)
    {
    }

    std::optional<DocumentRow> find(const std::string &sha256);
    /// New, or already there.
    void put(const DocumentRow &row);

    /// Says which documents a department's part of a case refers to (department '': the case, but nobody's part); earlier
    /// ones stay, since the history still shows them.
    void addUses(
        const std::string &caseId, const std::string &department, const std::set<std::string> &digests);
    /// Whether the part of any case refers to it; for the hall's people (department '') any part at all.
    bool isUsedBy(const std::string &sha256, const std::string &department);

private:
    Connection &m_connection;
};

} // namespace quanke::gateway
