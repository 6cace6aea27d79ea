#include "gateway/uploads/turns.h"

#include <algorithm>
#include <utility>

namespace quanke::gateway {

Turns::Turn::Turn(Turns &turns, Appends::iterator append)
    : m_turns(turns)
    , m_append(append)
{
}

Turns::Turn::~Turn()
{
    {
        const std::lock_guard lock(m_turns.m_mutex);
        m_turns.m_appends.erase(m_append);
    }
    m_turns.m_changed.notify_all();
}

Turns::Lock Turns::Turn::waitForOthers(
    const std::function<bool()> &isReached, std::chrono::milliseconds patience) const
{
    const auto isFirst = [this] { return m_turns.m_appends.begin() == m_append; };
    Lock lock(m_turns.m_mutex);
    while (true) {
        m_turns.m_changed.wait(lock, [&] { return isTakenOver() || isFirst(); });
        const auto isDecided = [&] { return isTakenOver() || !isFirst() || isReached(); };
        if (!m_turns.m_changed.wait_for(lock, patience, isDecided) || isTakenOver() || isFirst()) {
            return lock;
        }
    }
}

Turns::Turn Turns::join(std::uint64_t begin, std::uint64_t end, std::function<void()> giveUp)
{
    Lock lock(m_mutex);
    takeOverFrom(lock, [begin, end](const Append &other) {
        return other.begin == begin || (other.begin < end && begin < other.end);
    });
    const auto next =
        std::ranges::find_if(m_appends, [begin](const Append &other) { return other.begin > begin; });
    return {*this, m_appends.insert(next, {begin, end, std::move(giveUp), false})};
}

Turns::Lock Turns::takeOver()
{
    Lock lock(m_mutex);
    takeOverFrom(lock, [](const Append &) { return true; });
    return lock;
}

void Turns::giveUp()
{
    const Lock lock(m_mutex);
    for (auto &append : m_appends) {
        append.isTakenOver = true;
        if (append.giveUp) {
            append.giveUp();
        }
    }
    m_changed.notify_all();
}

/// Others may come while we wait, so it is looked again.
template <class Which>
void Turns::takeOverFrom(Lock &lock, Which which)
{
    while (std::ranges::any_of(m_appends, which)) {
        for (auto &append : m_appends) {
            if (which(append) && !append.isTakenOver) {
                append.isTakenOver = true;
                if (append.giveUp) {
                    append.giveUp();
                }
            }
        }
        m_changed.notify_all();
        m_changed.wait(lock);
    }
}

} // namespace quanke::gateway
