#pragma once

#include "core/wire/protocol.h"
#include "gateway/service/servicecontext.h"
#include "gateway/service/sessionservice.h"

#include <string>
#include <utility>

namespace quanke::gateway {

/// What a desk may ask about itself.
class DeviceService {
public:
    explicit DeviceService(ServiceContext context)
        : m_context(std::move(context))
    {
    }

    /// How far the device's operations have come. Fails with device.other for any but the one that signed in.
    Result<wire::Watermark> watermark(const SignedIn &person, const std::string &device);

private:
    ServiceContext m_context;
};

} // namespace quanke::gateway
