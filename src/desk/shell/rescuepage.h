#pragma once

#include "link/rescuer.h"
#include "spool/aside.h"

#include <QWidget>

#include <optional>

class QLabel;

namespace quanke::desk {

class ActionButton;
class Banner;
struct DeskContext;

/// Where the store of this desk was damaged and put aside: what happened, what is safe, and what to do. The same page
/// brings in what lies sealed on a stick from another desk.
class RescuePage : public QWidget {
    Q_OBJECT
public:
    explicit RescuePage(const DeskContext &context, QWidget *parent = nullptr);

    /// Shows it when something was put aside that is not known to be at the gateway, and of which nobody has seen yet what
    /// cannot be brought in; else `goOn` at once.
    void showIfNeeded();
    /// Once more, when somebody asks for it.
    void look(const spool::Aside &aside);
    /// What lies below that folder is sent at once.
    void bringIn(const QString &folder);

Q_SIGNALS:
    void needed(); ///< it has something to say: bring it to the front
    void goOn();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void layOut();
    void leave();
    void showWay();
    void send();
    void chooseStick();
    void copyTo(const QString &folder);
    void take(const link::Rescued &rescued);
    void showEnd(const link::Rescued &rescued);

    const DeskContext &m_context;
    link::Rescuer m_rescuer;
    std::optional<spool::Aside> m_aside; ///< none while a stick is brought in
    QString m_folder; ///< that is sent
    bool m_complete = false;
    bool m_isTold = false; ///< what of it cannot be brought in, by anybody
    QLabel *m_title;
    QLabel *m_what;
    QLabel *m_held;
    QLabel *m_lost;
    QLabel *m_place;
    Banner *m_outcome;
    ActionButton *m_send;
    ActionButton *m_copy;
    ActionButton *m_goOn;
};

} // namespace quanke::desk
