#include "gateway/store/settingtable.h"

namespace quanke::gateway {

std::optional<std::string> SettingTable::find(const std::string &name)
{
    auto query = m_connection.query("SELECT value FROM settings WHERE name = ?", name);
    return query.next() ? std::optional(query.text(0)) : std::nullopt;
}

void SettingTable::put(const std::string &name, const std::string &value)
{
    m_connection.run("INSERT INTO settings(name, value) VALUES(?, ?)"
                     " ON CONFLICT(name) DO UPDATE SET value = excluded.value",
        name, value);
}

void SettingTable::remove(const std::string &name)
{
    m_connection.run("DELETE FROM settings WHERE name = ?", name);
}

std::string epochIn(Connection &connection)
{
    return SettingTable(connection).find(epochSetting).value_or(std::string());
}

} // namespace quanke::gateway
