#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"

#include <map>
#include <mutex>
#include <string>

namespace quanke::gateway {

/// How fast one person may read: 1,000 answers at once, which no day at a window asks for, then 20 a second. So whoever has a
/// clerk's password does not carry a hall's cases away in a minute (ASVS 2.4.1). For any number of threads.
class ReadPace {
public:
    /// The clock outlives it.
    explicit ReadPace(const Clock &clock);

    /// One more, whatever device and session it comes by. Fails: request.too-often ("retryAfter", in seconds).
    [[nodiscard]] Result<Done> take(const std::string &operatorName);

private:
    struct Allowance {
        double left;
        Instant at;
    };

    const Clock &m_clock;
    std::mutex m_mutex;
    std::map<std::string, Allowance> m_allowances; ///< by operator; as many as the hall has
};

} // namespace quanke::gateway
