#include "support/await.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QEvent>
#include <QTimer>

namespace quanke::test {

bool waitFor(const std::function<bool()> &comes, std::chrono::milliseconds longest)
{
    constexpr std::chrono::milliseconds wakeEvery(2);
    const QDeadlineTimer deadline(longest);
    QTimer wake;
    wake.start(wakeEvery);
    while (!comes()) {
        if (deadline.hasExpired()) {
            return false;
        }
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
    return true;
}

} // namespace quanke::test
