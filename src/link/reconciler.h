#pragma once

#include "link/gatewayclient.h"
#include "link/linkmonitor.h"
#include "link/pusher.h"
#include "vault/vault.h"

#include <QObject>

#include <memory>

namespace quanke::link {

/// Compares what this desk believes stored with what the gateway has (its watermark): whenever somebody has signed in,
/// whenever the link is back, and whenever the gateway tells of another epoch, or of more that is durable while something
/// here is only received. A gateway that was put back to last night's backup is offered again what it has forgotten, before
/// anything newer leaves; nothing here is ever dropped because it is not there. What is durable is believed only when it is
/// signed by the key of the session.
class Reconciler : public QObject {
    Q_OBJECT

public:
    Reconciler(vault::Vault &vault, GatewayClient &client, LinkMonitor &monitor, Pusher &pusher,
        QObject *parent = nullptr);

    void start();

Q_SIGNALS:
    void compared(int offeredAgain);

private:
    enum class Step { None, WaitsForThePusher, Compares };

    void look();
    void lookForTheReceived();
    void ask();
    void compare(wire::Watermark watermark);
    bool isSigned(const wire::Watermark &watermark) const;
    void giveUp();
    void finish();

    vault::Vault &m_vault;
    GatewayClient &m_client;
    LinkMonitor &m_monitor;
    Pusher &m_pusher;
    bool m_started = false;
    Step m_step = Step::None;
    bool m_lookAgain = false;
    QString m_epoch; ///< that was compared with last
    quint64 m_durable = 0; ///< of that log, as it was signed last
};

} // namespace quanke::link
