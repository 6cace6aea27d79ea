#pragma once

#include "gateway/store/database.h"

#include <optional>
#include <string>

namespace quanke::gateway {

class SettingTable {
public:
    explicit SettingTable(Connection &connection)
        : m_connection(connection)
    {
    }

    std::optional<std::string> find(const std::string &name);
    void put(const std::string &name, const std::string &value);

private:
    Connection &m_connection;
};

} // namespace quanke::gateway
