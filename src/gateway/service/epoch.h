#pragma once

#include "core/base/clock.h"
#include "gateway/store/database.h"
#include "gateway/store/highwater.h"

#include <string>

namespace quanke::gateway {

/// Whether whoever starts the gateway says that its database was put back from a backup.
enum class Restored { No, Yes };

/// The epoch names one unbroken life of the store. It is given anew where the store was put back to an earlier state:
/// when that is said, or when the log ends before the high-water mark. Desks that see another epoch offer again what
/// the store has forgotten.
Result<Done> establishEpoch(Database &database, HighWater &highWater, Restored restored, const Clock &clock);

std::string epochIn(Connection &connection);

} // namespace quanke::gateway
