#pragma once

#include "core/wire/protocol.h"
#include "gateway/service/servicecontext.h"

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

namespace quanke::gateway {

struct ChangesPage {
    std::uint64_t cursor = 0; ///< where to go on from
    std::vector<wire::Change> changes;
    bool tooManyWait = false; ///< answered at once because enough others wait; come back later
};

/// The log of changes, and waiting for the next one. A hint only: what is missed is found at the next call.
class ChangeFeed {
public:
    explicit ChangeFeed(ServiceContext context)
        : m_context(std::move(context))
    {
    }

    /// The changes after the cursor, at most 200; of one department, or all of them. With none at hand,
    /// waits.
    Result<ChangesPage> after(
        std::uint64_t cursor, const std::string &department, std::chrono::milliseconds wait);

    void notify(); ///< something was committed
    void stop(); ///< nobody waits any longer

private:
    Result<ChangesPage> look(std::uint64_t cursor, const std::string &department);

    ServiceContext m_context;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::uint64_t m_commits = 0;
    int m_waiting = 0;
    bool m_stopped = false;
};

} // namespace quanke::gateway
