#pragma once

#include <chrono>

namespace quanke::link {

/// How long to wait before trying again: twice as long each time, up to a most, and each time a random part of it, so
/// that four hundred desks do not come back in the same moment.
class Backoff {
public:
    Backoff(std::chrono::milliseconds first, std::chrono::milliseconds most);

    /// The next wait, at least `atLeast` (what the other side asked for).
    std::chrono::milliseconds next(std::chrono::milliseconds atLeast = {});
    void reset() { m_delay = m_first; }

private:
    std::chrono::milliseconds m_first;
    std::chrono::milliseconds m_most;
    std::chrono::milliseconds m_delay;
};

} // namespace quanke::link
