#pragma once

#include "core/wire/protocol.h"
#include "gateway/service/servicecontext.h"

#include <utility>

namespace quanke::gateway {

/// The hall as it stands in the database; empty before anybody has set it up.
wire::Hall hallIn(Connection &connection);
void putHall(Connection &connection, const wire::Hall &hall);

class HallService {
public:
    explicit HallService(ServiceContext context)
        : m_context(std::move(context))
    {
    }

    Result<wire::Hall> hall();

private:
    ServiceContext m_context;
};

} // namespace quanke::gateway
