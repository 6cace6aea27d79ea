#include "gateway/uploads/incoming.h"

#include <array>

namespace quanke::gateway {

Result<std::string> readWhole(const Incoming &incoming, std::uint64_t most, const Failure &tooLong)
{
    if (incoming.length.value_or(0) > most) {
        return tooLong;
    }
    std::string bytes;
    bytes.reserve(std::size_t(incoming.length.value_or(0))); // costs memory only as it is filled
    std::array<char, pieceBytes> part{};
    while (true) {
        const auto count = incoming.read(part.data(), part.size());
        if (!count) {
            return count.failure();
        }
        if (*count == 0) {
            return bytes;
        }
        const auto room = incoming.room ? incoming.room->take(*count) : Result<Done>(Done{});
        if (!room) {
            return room.failure();
        }
        bytes.append(part.data(), *count);
        if (bytes.size() > most) {
            return tooLong;
        }
    }
}

} // namespace quanke::gateway
