#include "desk/shell/clock/clockbanner.h"

#include "desk/common/banner.h"
#include "desk/common/deskcontext.h"
#include "link/linkmonitor.h"

#include <QDateTime>
#include <QVBoxLayout>

namespace quanke::desk {

namespace {

constexpr int chinaOffset = 8 * 3600; // seconds

/// With its year: a clock whose battery is dead shows one long past.
QString momentIn(Instant instant)
{
    return QDateTime::fromMSecsSinceEpoch(instant.time_since_epoch().count(), Qt::OffsetFromUTC, chinaOffset)
        .toString(QStringLiteral("yyyy-MM-dd HH:mm"));
}

} // namespace

ClockBanner::ClockBanner(const DeskContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_banner(new Banner(this))
{
    m_banner->setObjectName(QStringLiteral("clockBanner"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_banner);
    connect(&context.monitor, &link::LinkMonitor::clockCompared, this, &ClockBanner::look);
    connect(&context.monitor, &link::LinkMonitor::stateChanged, this, &ClockBanner::look);
    look();
}

void ClockBanner::look()
{
    const auto difference = m_context.monitor.clockDifference();
    // While nothing answers the clock may have been set, and nobody can say; the next answer does.
    const bool isTold = difference && m_context.monitor.state() != link::LinkState::Offline;
    setVisible(isTold);
    if (!isTold)
        return;
    const Instant here = m_context.clock.now();
    m_banner->show(Light::LookAtIt, tr("The clock of this machine and the hall's do not agree."),
        tr("Here it is %1, at the hall %2. What you save is kept, but receipts and time limits bear the time "
           "of this machine: have the clock that is wrong set before you push.")
            .arg(momentIn(here), momentIn(here + *difference)));
}

} // namespace quanke::desk
