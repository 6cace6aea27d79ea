#include "gateway/service/epoch.h"

#include "gateway/store/operationtable.h"
#include "gateway/store/settingtable.h"
#include "seal/random.h"

namespace quanke::gateway {

namespace {

constexpr const char *settingName = "epoch";

} // namespace

Result<Done> establishEpoch(Database &database, HighWater &highWater, Restored restored, const Clock &clock)
{
    const auto last = database.write<std::uint64_t>([&](Connection &connection) -> Result<std::uint64_t> {
        SettingTable settings(connection);
        const auto position = OperationTable(connection).nextPosition() - 1;
        if (restored == Restored::Yes || position < highWater.position() || !settings.find(settingName)) {
            settings.put(settingName, seal::makeId(clock));
        }
        return position;
    });
    if (!last) {
        return last.failure();
    }
    highWater.restartAt(*last); // or the next start would find it put back once more
    return Done{};
}

std::string epochIn(Connection &connection)
{
    return SettingTable(connection).find(settingName).value_or(std::string());
}

} // namespace quanke::gateway
