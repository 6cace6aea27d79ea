#include "gateway/service/epoch.h"

#include "gateway/store/operationtable.h"
#include "gateway/store/settingtable.h"
#include "seal/random.h"

namespace quanke::gateway {

Result<std::string> establishEpoch(
    Database &database, HighWater &highWater, Restored restored, const Clock &clock)
{
    std::uint64_t last = 0;
    const auto epoch = database.write<std::string>([&](Connection &connection) -> Result<std::string> {
        SettingTable settings(connection);
        last = OperationTable(connection).nextPosition() - 1;
        const bool isCopy = settings.find(copySetting).has_value();
        if (restored == Restored::Yes || isCopy || last < highWater.position()
            || !settings.find(epochSetting)) {
            settings.put(epochSetting, seal::makeId(clock));
            settings.remove(copySetting);
        }
        return epochIn(connection);
    });
    if (epoch) {
        highWater.restartAt(last); // or the next start would find it put back once more
    }
    return epoch;
}

} // namespace quanke::gateway
