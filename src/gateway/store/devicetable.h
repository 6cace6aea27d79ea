#pragma once

#include "gateway/store/database.h"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace quanke::gateway {

/// The desks, and how far the numbers of their operations have come.
class DeviceTable {
public:
    explicit DeviceTable(Connection &connection)
        : m_connection(connection)
    {
    }

    /// Seen now, for the first time or again.
    void touch(const std::string &id, const std::string &instant);

    bool isKnown(const std::string &id);

    /// The number up to which every operation has come, stored or refused. Looks on from where it stood.
    std::uint64_t contiguous(const std::string &id);
    /// The unbroken runs of numbers whose operations are stored: first and last of each.
    std::vector<std::pair<std::uint64_t, std::uint64_t>> stored(const std::string &id);
    /// SHA-256 of what came under that number, stored or refused.
    std::optional<std::string> digestAt(const std::string &id, std::uint64_t sequence);
    /// Notes, once, that the operation of that number was refused for good.
    void refuse(const std::string &id, std::uint64_t sequence, const std::string &digest,
        const std::string &problem, const std::string &instant);

private:
    Connection &m_connection;
};

} // namespace quanke::gateway
