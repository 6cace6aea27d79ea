#include "desk/shell/enrolment/linkbanner.h"

#include "desk/common/banner.h"
#include "desk/common/deskcontext.h"
#include "desk/common/words.h"
#include "link/linkmonitor.h"

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
    look();
}

void LinkBanner::look()
{
    const auto &trouble = m_context.monitor.trouble();
    setVisible(trouble.has_value());
    if (trouble)
        m_banner->show(Light::Wrong, wordsOf(*trouble),
            tr("Go on: what you do is kept here and sent once that is mended."));
}

} // namespace quanke::desk
