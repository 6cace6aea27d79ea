#include "gateway/service/hallservice.h"

#include "gateway/store/settingtable.h"

namespace quanke::gateway {

namespace {

constexpr const char *settingName = "hall";

} // namespace

wire::Hall hallIn(Connection &connection)
{
    const auto stored = SettingTable(connection).find(settingName);
    const auto json = parseJson(stored.value_or("{}"));
    const auto hall = json ? wire::hallFromJson(*json) : Result<wire::Hall>(json.failure());
    return hall ? *hall : wire::Hall();
}

void putHall(Connection &connection, const wire::Hall &hall)
{
    SettingTable(connection).put(settingName, canonicalText(wire::toJson(hall)));
}

Result<wire::Hall> HallService::hall()
{
    return m_context.database.read<wire::Hall>(
        [](Connection &connection) -> Result<wire::Hall> { return hallIn(connection); });
}

} // namespace quanke::gateway
