#pragma once

#include "core/base/clock.h"
#include "gateway/store/database.h"
#include "gateway/store/highwater.h"
#include "gateway/store/settingtable.h"

#include <string>

namespace quanke::gateway {

/// Whether whoever starts the gateway says that its database was put back from a backup.
enum class Restored { No, Yes };

/// The epoch names one unbroken life of the store. It is given anew where the store was put back to an earlier state:
/// when that is said, when the log ends before the high-water mark, or when the store is a copy that we made
/// (store/copy/storecopy.h). Desks that see another epoch offer again what the store has forgotten. Gives the epoch.
Result<std::string> establishEpoch(
    Database &database, HighWater &highWater, Restored restored, const Clock &clock);

} // namespace quanke::gateway
