#pragma once

#include "core/base/clock.h"

#include <atomic>

namespace quanke::test {

/// A clock that stands still until it is told; from the vault's thread too.
class TestClock : public Clock {
public:
    explicit TestClock(Instant start = *parseInstant("2026-11-21T01:00:00Z"))
        : m_now(start)
    {
    }
    Instant now() const override { return m_now; }
    void set(Instant instant) { m_now = instant; }
    void advance(std::chrono::milliseconds by) { m_now = now() + by; }

private:
    std::atomic<Instant> m_now;
};

} // namespace quanke::test
