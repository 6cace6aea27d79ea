#pragma once

#include "core/base/result.h"

#include <QTimer>
#include <QWidget>

namespace quanke::desk {

class ActionButton;
class Banner;
struct DeskContext;

/// Told above every workspace: the disk does not take what it should, or soon will not. What was typed stays on the screen
/// meanwhile, and is tried again by itself. Hidden while all is well.
class StoreBanner : public QWidget {
    Q_OBJECT
public:
    explicit StoreBanner(const DeskContext &context, QWidget *parent = nullptr);

    /// For tests: below how much room it warns, and says that nothing new should be begun (bytes).
    void setLimits(qint64 little, qint64 least);
    void look(); ///< how much room is left

private:
    void showTrouble(const Failure &failure);
    void showRoom(qint64 left);
    void tryAgain();
    void settle();

    const DeskContext &m_context;
    Banner *m_banner;
    ActionButton *m_again;
    QTimer m_retry; ///< while the disk does not take anything
    QTimer m_look;
    bool m_troubled = false;
    qint64 m_little;
    qint64 m_least;
};

} // namespace quanke::desk
