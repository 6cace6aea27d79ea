#pragma once

#include "link/gatewayclient.h"
#include "link/linkmonitor.h"
#include "link/pusher.h"
#include "vault/vault.h"

#include <QObject>

namespace quanke::link {

/// Compares what this desk believes stored with what the gateway has (its watermark): whenever somebody has signed in,
/// whenever the link is back, and whenever the gateway tells of another epoch. A gateway that was put back to last
/// night's backup is offered again what it has forgotten, before anything newer leaves; nothing here is ever dropped
/// because it is not there.
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
    void ask();
    void compare(const wire::Watermark &watermark);
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
};

} // namespace quanke::link
