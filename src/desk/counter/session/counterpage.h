#pragma once

#include "desk/counter/session/step.h"

#include <QWidget>

namespace quanke::desk {

/// How far a step has come, as its tab shows it.
struct StepState {
    QString count; ///< "65/110", may be empty
    bool done = false; ///< a tick stands before the tab's words
    bool reachable = true; ///< the tab can be chosen
    bool operator==(const StepState &) const = default;
};

/// One step of the counter: everything between the strip of tabs and the foot of the window, its own
/// BottomBar included. Works on the CaseSession it was made with.
class CounterPage : public QWidget {
    Q_OBJECT
public:
    using QWidget::QWidget;

    virtual Step step() const = 0;
    virtual QString title() const = 0; ///< of its tab
    virtual StepState state() const = 0;
    /// It has come to the front: take over what changed, put the focus where the work is.
    virtual void enter() = 0;
    /// Another step comes to the front.
    virtual void leave() { }
    virtual QList<QWidget *> panes() const = 0;
    /// Esc; false where there is nothing to go back from inside the page.
    virtual bool stepBack() { return false; }
    /// Ctrl+Enter: the page's main way on. False when it has none.
    virtual bool goOn() { return false; }

Q_SIGNALS:
    void stepWanted(quanke::desk::Step step);
    void stateChanged();
    void noticeWanted(); ///< F9: the one-time notice of everything still missing
};

} // namespace quanke::desk
