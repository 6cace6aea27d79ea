#pragma once

#include "core/wire/protocol.h"
#include "gateway/backup/durability.h"
#include "gateway/service/receiptsigner.h"
#include "gateway/service/servicecontext.h"
#include "gateway/service/sessionservice.h"

#include <string>
#include <utility>

namespace quanke::gateway {

/// What a desk may ask about itself.
class DeviceService {
public:
    /// Signer and durability outlive it.
    DeviceService(ServiceContext context, const ReceiptSigner &signer, const Durability &durability)
        : m_context(std::move(context))
        , m_signer(signer)
        , m_durability(durability)
    {
    }

    /// How far the device's operations have come, and the signed word on what of the log is durable. Fails with device.other for any but the one that signed in.
    Result<wire::Watermark> watermark(const SignedIn &person, const std::string &device);

private:
    ServiceContext m_context;
    const ReceiptSigner &m_signer;
    const Durability &m_durability;
};

} // namespace quanke::gateway
