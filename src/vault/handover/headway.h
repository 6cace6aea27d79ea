#pragma once

#include <atomic>
#include <cstdint>

namespace quanke::vault {

/// A long piece of work as whoever asked for it sees it: how far it is, and that they want no more of it. Shared by two
/// threads.
class Headway {
public:
    Headway() = default;
    virtual ~Headway() = default;
    Headway(const Headway &) = delete;
    Headway &operator=(const Headway &) = delete;

    /// In bytes; called by the work's own thread, which goes on when it returns.
    virtual void tell(std::uint64_t done, std::uint64_t all)
    {
        m_done = done;
        m_all = all;
    }
    std::uint64_t done() const { return m_done; }
    std::uint64_t all() const { return m_all; } ///< 0: not known yet

    /// It ends soon, and leaves nothing; unless it was done already.
    void cancel() { m_isCancelled = true; }
    bool isCancelled() const { return m_isCancelled; }

private:
    std::atomic<std::uint64_t> m_done = 0;
    std::atomic<std::uint64_t> m_all = 0;
    std::atomic<bool> m_isCancelled = false;
};

} // namespace quanke::vault
