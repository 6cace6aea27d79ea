#pragma once

#include "gateway/store/database.h"

#include <string>

namespace quanke::gateway {

class DeviceTable {
public:
    explicit DeviceTable(Connection &connection)
        : m_connection(connection)
    {
    }

    /// Seen now, for the first time or again.
    void touch(const std::string &id, const std::string &instant);

private:
    Connection &m_connection;
};

} // namespace quanke::gateway
