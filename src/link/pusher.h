#pragma once

#include "link/linkmonitor.h"
#include "link/operationsender.h"
#include "vault/vault.h"

namespace quanke::link {

/// Empties the vault's outbox by itself whenever somebody is signed in and the link is up: in order within a
/// case, each operation to the same id until its receipt is here. What the gateway refuses stays visible with
/// the reason and does not hold up other cases.
class Pusher : public QObject {
    Q_OBJECT

public:
    Pusher(vault::Vault &vault, GatewayClient &client, LinkMonitor &monitor, QObject *parent = nullptr);

    void start();
    void setDelays(std::chrono::milliseconds first, std::chrono::milliseconds most);
    bool isBusy() const { return m_busy; }

Q_SIGNALS:
    void progress(const QString &operationId, const QString &sha256, quint64 sent, quint64 total);
    void delivered(const QString &caseId, const QString &operationId);
    void refused(const QString &caseId, const QString &operationId, const quanke::Failure &problem);
    void idle(); ///< nothing more can leave for now

private:
    void look();
    void sendNext();
    void settle(const vault::Outgoing &outgoing, const Result<wire::Receipt> &result);
    void waitAndLook(const Failure &failure);

    vault::Vault &m_vault;
    GatewayClient &m_client;
    LinkMonitor &m_monitor;
    OperationSender m_sender;
    QTimer m_timer;
    std::vector<vault::Outgoing> m_queue;
    std::chrono::milliseconds m_first{2'000};
    std::chrono::milliseconds m_most{300'000};
    std::chrono::milliseconds m_delay{2'000};
    bool m_busy = false;
    bool m_again = false;
};

} // namespace quanke::link
