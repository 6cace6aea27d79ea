#pragma once

#include "core/base/clock.h"
#include "link/gatewayclient.h"

#include <QTimer>

namespace quanke::link {

enum class LinkState { Unknown, Online, Offline };

/// Whether the gateway can be reached: told by every request's outcome, and while it cannot, by asking for
/// its health after 2 s, 4 s … 60 s with jitter.
class LinkMonitor : public QObject {
    Q_OBJECT

public:
    explicit LinkMonitor(GatewayClient &client, const Clock &clock, QObject *parent = nullptr);

    void start();
    LinkState state() const { return m_state; }
    Instant since() const { return m_since; } ///< of the state
    void setDelays(std::chrono::milliseconds first, std::chrono::milliseconds most);
    void askNow();

Q_SIGNALS:
    void stateChanged(quanke::link::LinkState state);

private:
    void change(LinkState state);
    void askLater();

    GatewayClient &m_client;
    const Clock &m_clock;
    LinkState m_state = LinkState::Unknown;
    Instant m_since;
    QTimer m_timer;
    std::chrono::milliseconds m_first{2'000};
    std::chrono::milliseconds m_most{60'000};
    std::chrono::milliseconds m_delay{2'000};
    bool m_asking = false;
};

} // namespace quanke::link
