#pragma once

#include "desk/common/workspace.h"
#include "desk/look/textroles.h"

#include <QTimer>

class QToolButton;

namespace quanke::desk {

class ActionButton;
class ElidedLabel;
class StatusLight;
struct DeskContext;

/// Who is at the window just now, as a plate: ticket, masked name, a note.
class ServedPlate : public QWidget {
    Q_OBJECT
public:
    explicit ServedPlate(QWidget *parent = nullptr);

    void show(const Served &served);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString firstWords() const;

    Served m_served;
};

/// What is always told: where this is, who is served, how the link stands, what wants attention, who works
/// here, when.
class TopBar : public Pane {
    Q_OBJECT
public:
    explicit TopBar(const DeskContext &context, QWidget *parent = nullptr);

    void showServed(const Served &served);
    void refresh(); ///< what the store tells, once it is open

Q_SIGNALS:
    void lockWanted();
    void outboxWanted();
    void copiesWanted(); ///< where they are set

private:
    void layOut();
    void showPerson();
    void showLink();
    void takeCount(int waiting, int refused, const QString &oldestAt);
    void showTransfer();
    void showCopies();
    void showClock();

    const DeskContext &m_context;
    ElidedLabel *m_place;
    ServedPlate *m_served;
    QToolButton *m_link;
    QString m_linkWords;
    QToolButton *m_copies; ///< shown while there is one copy, or a stick has the other
    QToolButton *m_alerts;
    QLabel *m_person;
    QLabel *m_clock;
    ActionButton *m_lock;
    QTimer m_timer;
};

} // namespace quanke::desk
