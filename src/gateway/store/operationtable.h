#pragma once

#include "gateway/store/database.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace quanke::gateway {

struct OperationRow {
    std::uint64_t position = 0;
    std::string id;
    std::string device;
    std::uint64_t sequence = 0;
    std::string caseId;
    std::string kind;
    std::string actor;
    std::string bytes; ///< as they came
    std::string digest;
    std::string receipt; ///< JSON
};

/// What a repeated operation is answered with.
struct StoredReceipt {
    std::string digest;
    std::string receipt;
};

/// The log of operations: append-only.
class OperationTable {
public:
    explicit OperationTable(Connection &connection)
        : m_connection(connection)
    {
    }

    std::uint64_t nextPosition();
    void insert(const OperationRow &row);
    std::optional<StoredReceipt> receiptOf(const std::string &id);
    /// The bytes that came from the device under that number.
    std::optional<std::string> bytesOf(const std::string &device, std::uint64_t sequence);
    /// The bytes of a case's operations in the order they came.
    std::vector<std::string> ofCase(const std::string &caseId);

private:
    Connection &m_connection;
};

} // namespace quanke::gateway
