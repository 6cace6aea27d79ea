#pragma once

#include "gateway/runninggateway.h"

#include <cstdint>
#include <string>

namespace quanke::test {

/// What a gateway keeps: all rows of its tables and all files below its folder but the database's own. Left out is what refusals are meant to leave: wrong passwords, and the numbers of operations that were
/// refused for good.
struct StorePrint {
    std::string kept; ///< digest of all but the uploads
    std::string uploads; ///< digest of what is on its way, of which a piece that is wrong may be the end

    bool operator==(const StorePrint &) const = default;
};
StorePrint printOf(RunningGateway &gateway);

/// The same as long as nothing was written at all; cheap to ask.
std::int64_t rowsWritten(RunningGateway &gateway);

} // namespace quanke::test
