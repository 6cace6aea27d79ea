#pragma once

#include "gateway/store/database.h"

#include <optional>
#include <string>

namespace quanke::gateway {

/// Names the unbroken life of the log (service/epoch.h).
inline constexpr const char *epochSetting = "epoch";
/// Stands in a copy alone: since when it is one.
inline constexpr const char *copySetting = "copied-at";

class SettingTable {
public:
    explicit SettingTable(Connection &connection)
        : m_connection(connection)
    {
    }

    std::optional<std::string> find(const std::string &name);
    void put(const std::string &name, const std::string &value);
    void remove(const std::string &name);

private:
    Connection &m_connection;
};

/// Empty before the first was given.
std::string epochIn(Connection &connection);

} // namespace quanke::gateway
