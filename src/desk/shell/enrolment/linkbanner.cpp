#include "desk/shell/enrolment/linkbanner.h"

#include "certificates/device.h"
#include "core/base/clock.h"
#include "desk/common/banner.h"
#include "desk/common/deskcontext.h"
#include "desk/common/words.h"
#include "link/linkmonitor.h"

#include <QTimer>
#include <QVBoxLayout>

namespace quanke::desk {

LinkBanner::LinkBanner(const DeskContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_banner(new Banner(this))
{
    m_banner->setObjectName(QStringLiteral("linkBanner"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_banner);
    connect(&context.monitor, &link::LinkMonitor::troubleChanged, this, &LinkBanner::look);
    auto *days = new QTimer(this); // a desk may stand open for weeks
    connect(days, &QTimer::timeout, this, &LinkBanner::look);
    days->start(std::chrono::hours(1));
    look();
}

void LinkBanner::look()
{
    const auto &trouble = m_context.monitor.trouble();
    const auto &until = m_context.enrolledUntil;
    const bool ends = until && certificates::endsSoon(*until, m_context.clock.now());
    setVisible(trouble.has_value() || ends);
    if (trouble)
        m_banner->show(Light::Wrong, wordsOf(*trouble),
            tr("Go on: what you do is kept here and sent once that is mended."));
    else if (ends)
        m_banner->show(Light::LookAtIt,
            tr("The certificate of this desk ends on %1.").arg(fromText(toText(dayInChina(*until)))),
            tr("Tell the administrator: have it enrolled again before that day. Then it has no link any "
               "more."));
}

} // namespace quanke::desk
