#pragma once

#include "core/base/result.h"

#include <atomic>
#include <cstddef>
#include <memory>

namespace quanke::gateway {

/// Room in memory for bodies that are read whole, one for all requests: so many of them can be sent at once, and so slowly,
/// that the bound of each says little. Where it is taken, a request is turned away until others have ended.
class BodyRoom {
public:
    explicit BodyRoom(std::size_t bytes);

    /// What one request takes, as its body comes in; given back when it goes. The room outlives it.
    class Part {
    public:
        explicit Part(BodyRoom &room);
        ~Part();
        Part(const Part &) = delete;
        Part &operator=(const Part &) = delete;

        /// So many more. Fails with request.no-room ("retryAfter", seconds).
        Result<Done> take(std::size_t bytes);

    private:
        BodyRoom &m_room;
        std::size_t m_taken = 0;
    };
    std::shared_ptr<Part> part();

private:
    std::atomic<std::size_t> m_left;
};

} // namespace quanke::gateway
