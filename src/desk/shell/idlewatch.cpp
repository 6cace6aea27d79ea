#include "desk/shell/idlewatch.h"

#include <QCoreApplication>
#include <QEvent>

#include <algorithm>

namespace quanke::desk {

IdleWatch::IdleWatch(const Clock &clock, std::chrono::minutes limit, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_limit(limit)
    , m_touched(clock.now())
{
    m_timer.setInterval(std::chrono::seconds(10));
    connect(&m_timer, &QTimer::timeout, this, &IdleWatch::look);
}

void IdleWatch::start()
{
    m_touched = m_clock.now();
    QCoreApplication::instance()->installEventFilter(this);
    m_timer.start();
}

void IdleWatch::stop()
{
    m_timer.stop();
    QCoreApplication::instance()->removeEventFilter(this);
}

void IdleWatch::look()
{
    const Instant now = m_clock.now();
    m_touched = std::min(m_touched, now); // a clock that was set back would not lock for as long
    if (!m_timer.isActive() || now - m_touched < m_limit)
        return;
    stop();
    Q_EMIT idle();
}

bool IdleWatch::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::MouseButtonPress:
    case QEvent::MouseMove:
    case QEvent::Wheel:
    case QEvent::TouchBegin:
        m_touched = m_clock.now();
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace quanke::desk
