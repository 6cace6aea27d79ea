#include "desk/casepart/leasekeeper.h"

#include "core/base/clock.h"
#include "core/wire/protocol.h"
#include "desk/common/deskcontext.h"
#include "desk/common/desksession.h"
#include "desk/common/words.h"
#include "link/gatewayclient.h"
#include "link/linkmonitor.h"
#include "vault/whenready.h"

#include <QCoreApplication>

namespace quanke::desk {

namespace {

constexpr std::chrono::minutes renewedEvery(1); // a lease lasts five

std::optional<casework::Lease> leaseIn(const Failure &failure)
{
    if (failure.key != "lease.held" || !failure.arguments.is_object())
        return {};
    const auto lease = wire::leaseFromJson(failure.arguments.value("lease", Json::object()));
    return lease ? std::optional(*lease) : std::nullopt;
}

} // namespace

std::optional<casework::Lease> leaseOfAnother(const DeskContext &context, const casework::CaseFile &file)
{
    const auto until = file.lease ? parseInstant(file.lease->until) : std::nullopt;
    const bool isOver = !until || *until <= context.clock.now();
    if (isOver || file.lease->holder == context.session.person().name)
        return {};
    return file.lease;
}

QString wordsOf(const casework::Lease &lease)
{
    const auto since = parseInstant(lease.since);
    return QCoreApplication::translate("quanke::desk::Lease", "%1, %2, since %3")
        .arg(fromText(lease.displayName), fromText(lease.window),
            since ? timeOfDay(*since).left(5) : QString());
}

LeaseKeeper::LeaseKeeper(const DeskContext &context, QObject *parent)
    : QObject(parent)
    , m_context(context)
{
    m_timer.setInterval(renewedEvery);
    connect(&m_timer, &QTimer::timeout, this, [this] { ask({}); });
    connect(&context.monitor, &link::LinkMonitor::stateChanged, this, &LeaseKeeper::canTakeOverChanged);
    connect(&context.gateway, &link::GatewayClient::sessionChanged, this, &LeaseKeeper::canTakeOverChanged);
}

LeaseKeeper::~LeaseKeeper()
{
    if (m_asking > 0 && !m_isHeld)
        end(m_caseId); // nobody is there any more to hear the answer
    letGo();
}

void LeaseKeeper::hold(const std::string &caseId)
{
    if (caseId == m_caseId)
        return;
    letGo();
    m_caseId = caseId;
    m_timer.start();
    ask({});
}

void LeaseKeeper::letGo()
{
    if (m_isHeld)
        end(m_caseId);
    m_timer.stop();
    m_caseId.clear();
    m_another.reset();
    m_isHeld = false;
}

void LeaseKeeper::end(const std::string &caseId)
{
    if (!caseId.empty() && m_context.gateway.hasSession())
        (void)m_context.gateway.endLease(caseId); // it ends by itself where this is lost
}

bool LeaseKeeper::canTakeOver() const
{
    return m_context.gateway.hasSession() && m_context.monitor.state() != link::LinkState::Offline;
}

void LeaseKeeper::takeOver()
{
    if (m_another)
        ask(m_another->fence);
}

void LeaseKeeper::ask(std::optional<std::uint64_t> instead)
{
    if (m_caseId.empty() || !m_context.gateway.hasSession())
        return;
    ++m_asking;
    whenReady(m_context.gateway.takeLease(m_caseId, m_context.session.window().toStdString(), instead), this,
        [this, caseId = m_caseId, isTakingOver = instead.has_value()](const Result<casework::Lease> &lease) {
            --m_asking;
            take(caseId, lease, isTakingOver);
        });
}

void LeaseKeeper::take(const std::string &caseId, const Result<casework::Lease> &lease, bool isTakingOver)
{
    if (caseId != m_caseId) {
        if (lease)
            end(caseId); // the form was left before the answer came
        return;
    }
    if (lease) {
        const bool isNew = !m_isHeld;
        m_isHeld = true;
        m_another.reset();
        if (isNew)
            Q_EMIT held();
        return;
    }
    const auto another = leaseIn(lease.failure());
    if (another && (!m_another || m_another->fence != another->fence)) {
        m_isHeld = false;
        m_another = another;
        Q_EMIT heldByAnother(*another);
    } else if (isTakingOver) {
        Q_EMIT notTakenOver(lease.failure());
    }
}

} // namespace quanke::desk
