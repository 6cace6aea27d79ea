#pragma once

#include "gateway/uploads/checksum.h"

#include <cstdint>
#include <functional>
#include <optional>

namespace quanke::gateway {

/// The bytes of one request on their way in.
struct Incoming {
    /// Fills at most `most`, gives how many; 0 at the end. Fails with upload.interrupted when the connection was cut.
    std::function<Result<std::size_t>(char *into, std::size_t most)> read;
    /// From any thread: a read that waits for bytes ends at once. May be empty.
    std::function<void()> giveUp;
    std::optional<std::uint64_t> length; ///< as announced, bytes
    std::optional<Checksum> checksum;
};

} // namespace quanke::gateway
