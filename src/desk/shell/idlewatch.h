#pragma once

#include "core/base/clock.h"

#include <QObject>
#include <QTimer>

#include <chrono>

namespace quanke::desk {

/// Notices that nobody has touched keyboard or mouse for a while. Counts by our clock, not by timers' own
/// sums, so that a sleeping machine counts too.
class IdleWatch : public QObject {
    Q_OBJECT
public:
    IdleWatch(const Clock &clock, std::chrono::minutes limit, QObject *parent = nullptr);

    void start();
    void stop();
    void look(); ///< what the timer does; tells at most once until touched again

Q_SIGNALS:
    void idle();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    const Clock &m_clock;
    std::chrono::minutes m_limit;
    Instant m_touched;
    QTimer m_timer;
};

} // namespace quanke::desk
