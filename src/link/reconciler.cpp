#include "link/reconciler.h"

namespace quanke::link {

Reconciler::Reconciler(vault::Vault &vault, GatewayClient &client, LinkMonitor &monitor, QObject *parent)
    : QObject(parent)
    , m_vault(vault)
    , m_client(client)
    , m_monitor(monitor)
{
    connect(&m_client, &GatewayClient::sessionChanged, this, &Reconciler::look);
    connect(&m_monitor, &LinkMonitor::stateChanged, this, &Reconciler::look);
    connect(&m_monitor, &LinkMonitor::healthTold, this, [this](const QString &epoch) {
        if (epoch != m_epoch) {
            look();
        }
    });
}

void Reconciler::start()
{
    m_started = true;
    look();
}

void Reconciler::look()
{
    if (!m_started || m_busy || !m_client.hasSession() || m_monitor.state() == LinkState::Offline) {
        return;
    }
    m_busy = true;
    whenReady(m_vault.deviceId(), this, [this](const Result<std::string> &device) {
        if (!device) {
            m_busy = false;
            return;
        }
        whenReady(m_client.watermark(*device), this, [this](const Result<wire::Watermark> &watermark) {
            m_busy = false; // without an answer: when the link is back
            if (watermark) {
                compare(*watermark);
            }
        });
    });
}

void Reconciler::compare(const wire::Watermark &watermark)
{
    const auto epoch = QString::fromStdString(watermark.epoch);
    whenReady(m_vault.reconcile(watermark), this, [this, epoch](const Result<int> &offeredAgain) {
        if (offeredAgain) {
            m_epoch = epoch;
            Q_EMIT compared(*offeredAgain);
        }
    });
}

} // namespace quanke::link
