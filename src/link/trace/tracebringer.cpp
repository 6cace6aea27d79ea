#include "link/trace/tracebringer.h"

#include "seal/text.h"
#include "vault/whenready.h"

namespace quanke::link {

namespace {

constexpr int mostAtOnce = 500;
constexpr std::chrono::minutes broughtEvery(1);

} // namespace

TraceBringer::TraceBringer(vault::Vault &vault, GatewayClient &client, LinkMonitor &monitor, QObject *parent)
    : QObject(parent)
    , m_vault(vault)
    , m_client(client)
    , m_monitor(monitor)
{
    connect(&m_client, &GatewayClient::sessionChanged, this, [this] {
        m_isForked = false;
        m_lacksForGood = false;
        m_lacking.reset();
        look();
    });
    connect(&m_monitor, &LinkMonitor::stateChanged, this, &TraceBringer::look);
    connect(&m_timer, &QTimer::timeout, this, &TraceBringer::look);
}

void TraceBringer::start()
{
    m_timer.start(broughtEvery);
    look();
}

void TraceBringer::look()
{
    const bool mayBring = m_timer.isActive() && !m_isBusy && !m_isForked && !m_lacksForGood
        && m_client.hasSession() && m_monitor.state() != LinkState::Offline;
    if (!mayBring) {
        return;
    }
    m_isBusy = true;
    whenReady(m_vault.traceToBring(mostAtOnce), this, [this](const Result<vault::TraceToBring> &lines) {
        if (lines && !lines->lines.empty()) {
            bring(*lines);
        } else {
            m_isBusy = false;
        }
    });
}

void TraceBringer::bring(const vault::TraceToBring &lines)
{
    const bool isAll = lines.lines.size() < std::size_t(mostAtOnce);
    whenReady(m_client.bringTrace(lines.device, lines.lines), this,
        [this, isAll](const Result<trace::Countersigned> &heads) {
            if (heads) {
                keep(*heads, isAll);
            } else {
                refuse(heads.failure());
            }
        });
}

/// What it has not signed itself counts for nothing: it is brought again another time.
void TraceBringer::keep(const trace::Countersigned &heads, bool isAll)
{
    const auto key = seal::toBase64(m_client.receiptKey());
    if (!trace::isSignedBy(key, heads.desk) || !trace::isSignedBy(key, heads.gateway)) {
        m_isBusy = false;
        return;
    }
    m_lacking.reset();
    whenReady(m_vault.keepTraceHeads(heads, key), this, [this, isAll](const Result<Done> &kept) {
        m_isBusy = false;
        if (kept && isAll) {
            Q_EMIT brought();
        } else if (kept) {
            look();
        }
    });
}

/// A gateway that was put back to an earlier state is brought again what it has lost.
void TraceBringer::refuse(const Failure &failure)
{
    m_isForked = failure.key == "trace.forked";
    const auto after = failure.arguments.find("after");
    const bool hasLost =
        failure.key == "trace.gap" && after != failure.arguments.end() && after->is_number_unsigned();
    if (!hasLost) {
        m_isBusy = false;
        return;
    }
    if (m_lacking == after->get<std::uint64_t>()) {
        m_lacksForGood = true; // it was brought from there on already: the lines are not here any more
        m_isBusy = false;
        return;
    }
    m_lacking = after->get<std::uint64_t>();
    whenReady(m_vault.bringTraceFrom(after->get<std::uint64_t>()), this, [this](const Result<Done> &noted) {
        m_isBusy = false;
        if (noted) {
            look();
        }
    });
}

} // namespace quanke::link
