#include "desk/counter/handover/headwayview.h"

#include "desk/common/progressstrip.h"
#include "desk/common/words.h"
#include "desk/look/appearance.h"
#include "desk/look/textroles.h"

#include <QLabel>
#include <QVBoxLayout>

namespace quanke::desk {

HeadwayView::HeadwayView(QWidget *parent)
    : QWidget(parent)
    , m_strip(new ProgressStrip(this))
    , m_words(secondLabel({}, this))
{
    setObjectName(QStringLiteral("headwayView"));
    m_words->setObjectName(QStringLiteral("headwayLabel"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, scaled(4), 0, 0);
    layout->setSpacing(scaled(2));
    layout->addWidget(m_strip);
    layout->addWidget(m_words);
    setVisible(false);
    m_timer.setInterval(std::chrono::milliseconds(100));
    connect(&m_timer, &QTimer::timeout, this, &HeadwayView::refresh);
}

std::shared_ptr<vault::Headway> HeadwayView::begin(const QString &what)
{
    m_what = what;
    m_headway = std::make_shared<vault::Headway>();
    m_timer.start();
    refresh();
    setVisible(true);
    return m_headway;
}

void HeadwayView::cancel()
{
    if (m_headway)
        m_headway->cancel();
    refresh();
}

bool HeadwayView::isCancelled() const
{
    return m_headway && m_headway->isCancelled();
}

void HeadwayView::end()
{
    m_timer.stop();
    m_headway.reset();
    setVisible(false);
}

void HeadwayView::refresh()
{
    if (!m_headway)
        return;
    const auto all = double(m_headway->all());
    const auto done = double(m_headway->done());
    m_strip->setProgress(done, all);
    if (m_headway->isCancelled())
        m_words->setText(tr("Is being cancelled …"));
    else if (all == 0)
        m_words->setText(m_what);
    else
        m_words->setText(tr("%1 %2 of %3").arg(m_what, sizeWords(done), sizeWords(all)));
}

} // namespace quanke::desk
