#include "gateway/store/devicetable.h"

#include <Poco/Data/Session.h>

namespace quanke::gateway {

using Poco::Data::Keywords::bind;
using Poco::Data::Keywords::now;

void DeviceTable::touch(const std::string &id, const std::string &instant)
{
    m_connection << "INSERT INTO devices(id, first_seen, last_seen) VALUES(?, ?, ?)"
                    " ON CONFLICT(id) DO UPDATE SET last_seen = excluded.last_seen",
        bind(id), bind(instant), bind(instant), now;
}

} // namespace quanke::gateway
