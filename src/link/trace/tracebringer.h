#pragma once

#include "link/gatewayclient.h"
#include "link/linkmonitor.h"
#include "vault/vault.h"

#include <QObject>
#include <QTimer>

#include <optional>

namespace quanke::link {

/// Brings the desk's trace to the gateway, whenever somebody has signed in, the link is back, and every minute while there is
/// both; whoever works here, the lines are the desk's. What comes back is how far the gateway has them, signed, and how far
/// its own trace has come: kept here, it finds what is cut off there. Nothing is brought by a desk that is told that its
/// trace is another than the one that was brought before, until somebody signs in again: the gateway has that in its own.
class TraceBringer : public QObject {
    Q_OBJECT

public:
    TraceBringer(vault::Vault &vault, GatewayClient &client, LinkMonitor &monitor, QObject *parent = nullptr);

    void start();
    void look();

Q_SIGNALS:
    void brought(); ///< all there was

private:
    void bring(const vault::TraceToBring &lines);
    void keep(const trace::Countersigned &heads, bool isAll);
    void refuse(const Failure &failure);

    vault::Vault &m_vault;
    GatewayClient &m_client;
    LinkMonitor &m_monitor;
    QTimer m_timer;
    bool m_isBusy = false;
    bool m_isForked = false;
    bool m_lacksForGood = false; ///< the gateway has none of the lines that this desk has dropped
    std::optional<std::uint64_t> m_lacking; ///< after which the gateway has said that there are none
};

} // namespace quanke::link
