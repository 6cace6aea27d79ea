#pragma once

#include "link/linkmonitor.h"
#include "vault/vault.h"

namespace quanke::link {

/// Follows the gateway's log for the signed-in operator: waits for changes (25 s at a time), fetches the
/// cases they touched, keeps views and cursor in the vault in one transaction, and then tells. Rests while
/// offline or signed out.
class ChangesFollower : public QObject {
    Q_OBJECT

public:
    ChangesFollower(
        vault::Vault &vault, GatewayClient &client, LinkMonitor &monitor, QObject *parent = nullptr);

    void start(); ///< after signing in
    void stop();

Q_SIGNALS:
    void caseChanged(const QString &caseId);

private:
    void poll();
    void take(const ChangesPage &page);
    void keep(std::vector<casework::CaseFile> views, const ChangesPage &page);

    vault::Vault &m_vault;
    GatewayClient &m_client;
    LinkMonitor &m_monitor;
    QTimer m_timer;
    bool m_running = false;
    bool m_polling = false;
};

} // namespace quanke::link
