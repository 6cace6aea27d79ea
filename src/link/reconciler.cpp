#include "link/reconciler.h"

#include "seal/suite.h"
#include "seal/text.h"
#include "vault/whenready.h"

#include <utility>

namespace quanke::link {

Reconciler::Reconciler(
    vault::Vault &vault, GatewayClient &client, LinkMonitor &monitor, Pusher &pusher, QObject *parent)
    : QObject(parent)
    , m_vault(vault)
    , m_client(client)
    , m_monitor(monitor)
    , m_pusher(pusher)
{
    connect(&m_client, &GatewayClient::sessionChanged, this, &Reconciler::look);
    connect(&m_monitor, &LinkMonitor::stateChanged, this, &Reconciler::look);
    connect(&m_monitor, &LinkMonitor::healthTold, this, [this](const QString &epoch, quint64 durable) {
        if (epoch != m_epoch) {
            look();
        } else if (durable > m_durable) {
            lookForTheReceived();
        }
    });
    connect(&m_pusher, &Pusher::idle, this, [this] {
        if (m_step == Step::WaitsForThePusher) {
            ask();
        }
    });
}

void Reconciler::start()
{
    m_started = true;
    look();
}

/// The pusher stands still meanwhile: what it brings between question and comparison would seem forgotten, and what is
/// newer must not overtake what was.
void Reconciler::look()
{
    const bool mayAsk = m_started && m_client.hasSession() && m_monitor.state() != LinkState::Offline;
    if (!mayAsk) {
        return;
    }
    if (m_step != Step::None) {
        m_lookAgain = true;
        return;
    }
    m_lookAgain = false;
    m_pusher.hold();
    if (m_pusher.isBusy()) {
        m_step = Step::WaitsForThePusher;
    } else {
        ask();
    }
}

/// The pusher is not stopped for nothing.
void Reconciler::lookForTheReceived()
{
    whenReady(m_vault.outboxCount(), this, [this](const Result<vault::OutboxCount> &count) {
        if (count && count->received > 0) {
            look();
        }
    });
}

void Reconciler::ask()
{
    m_step = Step::Compares;
    whenReady(m_vault.deviceId(), this, [this](const Result<std::string> &device) {
        if (!device) {
            giveUp();
            return;
        }
        whenReady(m_client.watermark(*device), this, [this](const Result<wire::Watermark> &watermark) {
            if (watermark) {
                compare(*watermark);
            } else {
                giveUp(); // until the link is back
            }
        });
    });
}

/// What is not signed makes nothing durable; offering again does no harm.
void Reconciler::compare(wire::Watermark watermark)
{
    if (!isSigned(watermark)) {
        watermark.durable = 0;
    }
    const auto epoch = QString::fromStdString(watermark.epoch);
    const quint64 durable = watermark.durable;
    whenReady(m_vault.reconcile(std::move(watermark)), this,
        [this, epoch, durable](const Result<int> &offeredAgain) {
            if (!offeredAgain) {
                giveUp();
                return;
            }
            finish();
            m_epoch = epoch;
            m_durable = durable;
            Q_EMIT compared(*offeredAgain);
        });
}

bool Reconciler::isSigned(const wire::Watermark &watermark) const
{
    const auto signature = seal::fromBase64(watermark.signature);
    return signature && seal::isSignedBy(m_client.receiptKey(), wire::signedText(watermark), *signature);
}

/// Whatever asked for another look meanwhile gets it now: it may have been the link that came back.
void Reconciler::giveUp()
{
    finish();
    if (m_lookAgain) {
        look();
    }
}

void Reconciler::finish()
{
    m_step = Step::None;
    m_pusher.release();
}

} // namespace quanke::link
