#include "gateway/store/settingtable.h"

#include <Poco/Data/Session.h>

namespace quanke::gateway {

using Poco::Data::Keywords::bind;
using Poco::Data::Keywords::into;
using Poco::Data::Keywords::now;

std::optional<std::string> SettingTable::find(const std::string &name)
{
    std::vector<std::string> values;
    m_connection << "SELECT value FROM settings WHERE name = ?", bind(name), into(values), now;
    return values.empty() ? std::nullopt : std::optional(values.front());
}

void SettingTable::put(const std::string &name, const std::string &value)
{
    m_connection << "INSERT INTO settings(name, value) VALUES(?, ?)"
                    " ON CONFLICT(name) DO UPDATE SET value = excluded.value",
        bind(name), bind(value), now;
}

} // namespace quanke::gateway
