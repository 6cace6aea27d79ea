#include "gateway/service/epoch.h"

#include "gateway/store/operationtable.h"
#include "gateway/store/settingtable.h"
#include "seal/random.h"

namespace quanke::gateway {

namespace {

constexpr const char *settingName = "epoch";

} // namespace

Result<Done> establishEpoch(
    Database &database, const HighWater &highWater, Restored restored, const Clock &clock)
{
    return database.write<Done>([&](Connection &connection) -> Result<Done> {
        SettingTable settings(connection);
        const bool knowsLess = OperationTable(connection).nextPosition() <= highWater.position();
        if (restored == Restored::Yes || knowsLess || !settings.find(settingName)) {
            settings.put(settingName, seal::makeId(clock));
        }
        return Done{};
    });
}

std::string epochIn(Connection &connection)
{
    return SettingTable(connection).find(settingName).value_or(std::string());
}

} // namespace quanke::gateway
