#pragma once

#include <QThread>
#include <QUrl>

#include <atomic>
#include <memory>

namespace quanke::test {

/// A line to a gateway that does what poor lines, bad proxies and portals do, request by request: late, cut, half open,
/// swallowed, lost, truncated, altered, twice, again much later, sent elsewhere, answered by somebody else. In a thread of
/// its own, on a free loopback port; what happens to which request follows from the seed.
class HostileProxy {
public:
    HostileProxy(const QUrl &gateway, quint32 seed);
    ~HostileProxy();
    HostileProxy(const HostileProxy &) = delete;
    HostileProxy &operator=(const HostileProxy &) = delete;

    QUrl url() const;
    /// How many of a thousand requests meet a fault from now on; none at first.
    void setHostility(int permille) { m_state.hostility = permille; }
    /// Of the whole line in each direction, from now on; 0, as at first: as quick as it is.
    void setBytesPerSecond(int most) { m_state.bytesPerSecond = most; }

    int faults() const { return m_state.faults; } ///< that requests met so far
    int strangers() const { return m_state.strangers; } ///< connections to the place it sent requests to

    /// What both threads look at.
    struct State {
        std::atomic<int> hostility = 0;
        std::atomic<int> bytesPerSecond = 0;
        std::atomic<int> faults = 0;
        std::atomic<int> strangers = 0;
    };

private:
    class Worker;

    State m_state;
    QThread m_thread;
    quint16 m_port = 0;
    Worker *m_worker = nullptr; ///< lives, and is deleted, in the thread
};

} // namespace quanke::test
