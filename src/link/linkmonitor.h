#pragma once

#include "core/base/clock.h"
#include "link/backoff.h"
#include "link/gatewayclient.h"

#include <QTimer>

#include <chrono>
#include <optional>

namespace quanke::link {

enum class LinkState { Unknown, Online, Offline };

/// Whether the gateway can be reached: told by every request's outcome, and by asking for its health after 2 s, 4 s …
/// 60 s (with jitter) while it cannot, and once a minute while it can.
class LinkMonitor : public QObject {
    Q_OBJECT

public:
    LinkMonitor(GatewayClient &client, const Clock &clock, QObject *parent = nullptr);

    void start();
    void askNow();
    LinkState state() const { return m_state; }
    /// Why the link is not there, where somebody has to do something about it: link.gateway-… and link.device-….
    const std::optional<Failure> &trouble() const { return m_trouble; }
    Instant since() const { return m_since; } ///< of the state
    /// By how much the gateway's clock is ahead of this machine's, where that is more than five minutes: as it last
    /// answered.
    std::optional<std::chrono::milliseconds> clockDifference() const { return m_clockDifference; }
    /// For tests: how soon and how seldom it asks while the gateway is away.
    void setDelays(std::chrono::milliseconds first, std::chrono::milliseconds most);

Q_SIGNALS:
    void stateChanged(quanke::link::LinkState state);
    void troubleChanged();
    /// The gateway is well; the epoch names the unbroken life of its store, and everything up to that position of its log is
    /// durable: hints, both.
    void healthTold(const QString &epoch, quint64 durable);
    void clockCompared(); ///< clockDifference is another

private:
    void change(LinkState state);
    void setTrouble(const std::optional<Failure> &trouble);
    void askLater();
    void compare(Instant there, std::chrono::milliseconds took);

    GatewayClient &m_client;
    const Clock &m_clock;
    LinkState m_state = LinkState::Unknown;
    Instant m_since;
    std::optional<Failure> m_trouble;
    std::optional<std::chrono::milliseconds> m_clockDifference;
    QTimer m_timer;
    Backoff m_backoff;
    std::chrono::milliseconds m_whileOnline{60'000};
    bool m_started = false;
    bool m_asking = false;
};

} // namespace quanke::link
