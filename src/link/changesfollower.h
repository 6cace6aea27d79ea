#pragma once

#include "link/backoff.h"
#include "link/linkmonitor.h"
#include "vault/vault.h"

#include <QTimer>

#include <memory>
#include <set>
#include <string>
#include <vector>

namespace quanke::link {

/// Follows the gateway's log for the signed-in operator: waits for changes (25 s at a time), fetches the cases they
/// touched, keeps views and cursor in the vault in one transaction, and then tells. Rests while offline, signed out,
/// or stopped; the vault must be unlocked while it runs.
class ChangesFollower : public QObject {
    Q_OBJECT

public:
    ChangesFollower(
        vault::Vault &vault, GatewayClient &client, LinkMonitor &monitor, QObject *parent = nullptr);

    void start(); ///< after signing in or unlocking
    void stop(); ///< before locking
    void setDelays(std::chrono::milliseconds first, std::chrono::milliseconds most);

Q_SIGNALS:
    void caseChanged(const QString &caseId);

private:
    /// A page whose cases are being fetched.
    struct Harvest {
        ChangesPage page;
        quint64 from = 0; ///< the cursor it was asked with
        std::vector<std::string> toFetch;
        std::vector<casework::CaseFile> views;
        std::set<std::string> cases;
    };
    using Shared = std::shared_ptr<Harvest>;

    void beginRun();
    void poll();
    void ask(quint64 cursor);
    void take(quint64 cursor, ChangesPage page);
    void fetchNext(const Shared &harvest);
    void fetchLater(const Shared &harvest, const std::string &caseId, const Failure &failure);
    void keep(const Shared &harvest);
    void goOn(std::chrono::milliseconds after);
    void rest();

    vault::Vault &m_vault;
    GatewayClient &m_client;
    LinkMonitor &m_monitor;
    QTimer m_timer;
    Backoff m_backoff;
    Promised<ChangesPage> m_page; ///< being waited for
    quint64 m_run = 0; ///< what belongs to an earlier run is dropped
    bool m_running = false;
    bool m_polling = false;
};

} // namespace quanke::link
