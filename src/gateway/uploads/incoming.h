#pragma once

#include "gateway/uploads/bodyroom.h"
#include "gateway/uploads/checksum.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace quanke::gateway {

/// Larger reads wait for more than has arrived, and the sender for our acknowledgement: 40 ms lost per piece.
constexpr std::size_t pieceBytes = 16 * 1024;

/// The bytes of one request on their way in.
struct Incoming {
    /// Fills at most `most`, gives how many; 0 at the end. Fails with upload.interrupted when the connection was cut.
    std::function<Result<std::size_t>(char *into, std::size_t most)> read;
    /// From any thread: a read that waits for bytes ends at once. May be empty.
    std::function<void()> giveUp;
    std::optional<std::uint64_t> length; ///< as announced, bytes
    std::optional<Checksum> checksum;
    std::shared_ptr<BodyRoom::Part> room{}; ///< what is read whole takes of it; none: unbounded
};

/// All of it, in memory. Fails as reading does, as BodyRoom::Part::take, and with `tooLong` where there is more than `most`.
Result<std::string> readWhole(const Incoming &incoming, std::uint64_t most, const Failure &tooLong);

} // namespace quanke::gateway
