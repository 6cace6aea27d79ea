#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <list>
#include <mutex>

namespace quanke::gateway {

/// Who appends to one upload now. Appends of bytes that do not overlap may come at the same time; each waits until those
/// before it have left. Whoever brings bytes that another is just bringing takes over: the other is given up, and once it
/// has left (what it wrote is synced by then) the newcomer goes on. So no connection that died can hold an upload.
class Turns {
    struct Append {
        std::uint64_t begin = 0;
        std::uint64_t end = 0; ///< behind its last byte
        std::function<void()> giveUp;
        bool isTakenOver = false;
    };
    using Appends = std::list<Append>;

public:
    using Lock = std::unique_lock<std::mutex>;

    /// An append's place among the others; it leaves at the end of its life, which must not be under a lock.
    class Turn {
    public:
        ~Turn();
        Turn(const Turn &) = delete;
        Turn &operator=(const Turn &) = delete;

        /// Waits until nobody brings what comes before, or it was taken over; and where that does not reach up to its own
        /// bytes, for somebody to come who does: another connection may be a little slower.
        Lock waitForOthers(const std::function<bool()> &isReached, std::chrono::milliseconds patience) const;
        /// To be asked under the lock.
        bool isTakenOver() const { return m_append->isTakenOver; }
        /// Alone with the upload for a while.
        Lock lock() const { return Lock(m_turns.m_mutex); }

    private:
        friend class Turns;
        Turn(Turns &turns, Appends::iterator append);

        Turns &m_turns;
        Appends::iterator m_append;
    };

    /// `giveUp` must make the append that joins leave soon; it is called from another thread while that has its turn.
    Turn join(std::uint64_t begin, std::uint64_t end, std::function<void()> giveUp);
    /// Takes over from everybody. Nobody appends while the lock is held.
    Lock takeOver();
    /// Has everybody given up, without waiting for them.
    void giveUp();

private:
    template <class Which>
    void takeOverFrom(Lock &lock, Which which);

    std::mutex m_mutex;
    std::condition_variable m_changed;
    Appends m_appends; ///< in the order of their bytes
};

} // namespace quanke::gateway
