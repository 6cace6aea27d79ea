#include "gateway/service/deviceservice.h"

#include "gateway/service/epoch.h"
#include "gateway/store/devicetable.h"
#include "gateway/store/operationtable.h"

namespace quanke::gateway {

Result<wire::Watermark> DeviceService::watermark(const SignedIn &person, const std::string &device)
{
    if (device != person.device) {
        return Failure{"device.other", Json::object(), {}};
    }
    return m_context.database.write<wire::Watermark>([&](Connection &connection) -> Result<wire::Watermark> {
        DeviceTable devices(connection);
        wire::Watermark watermark;
        watermark.device = device;
        watermark.epoch = epochIn(connection);
        watermark.contiguous = devices.contiguous(device);
        watermark.head = devices.digestAt(device, watermark.contiguous).value_or(std::string());
        for (const auto &[first, last] : devices.stored(device)) {
            watermark.stored.push_back({first, last});
        }
        watermark.durable = m_durability.position(OperationTable(connection).nextPosition() - 1);
        m_signer.sign(watermark);
        return watermark;
    });
}

} // namespace quanke::gateway
