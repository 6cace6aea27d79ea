#pragma once

#include "core/casework/permission.h"
#include "desk/look/symbol.h"

#include <QWidget>

#include <functional>
#include <set>

namespace quanke::desk {

/// Who is at the window just now, as the top bar shows it: the name masked ("陈**").
struct Served {
    QString ticket;
    QString maskedName;
    QString note; ///< "6 min"
    bool operator==(const Served &) const = default;
};

/// One workspace of the rail. It fills everything right of the rail, its bottom bar included.
class Workspace : public QWidget {
    Q_OBJECT
public:
    using QWidget::QWidget;

    /// It has come to the front: put the focus where the work is.
    virtual void activate() = 0;
    /// What F6 goes through, in order; the first focusable widget inside each takes the focus.
    virtual QList<QWidget *> panes() const = 0;
    /// Esc: one step back inside the workspace; false when there is none.
    virtual bool stepBack() { return false; }
    /// Shows a case, where this workspace has cases; false when it does not know it.
    virtual bool openCase(const QString &caseId)
    {
        Q_UNUSED(caseId)
        return false;
    }

Q_SIGNALS:
    void badgeChanged(int count);
    void servedChanged(const quanke::desk::Served &served);
    /// Asks the shell for another workspace ("cases"), with a case to show there or none.
    void workspaceWanted(const QString &id, const QString &caseId);
};

/// What the shell must know to put a workspace on the rail; the workspace itself is made when first opened.
struct WorkspaceEntry {
    QString id; ///< "counter"
    QString name; ///< in the operator's language
    Symbol symbol = Symbol::Receive;
    int number = 1; ///< Ctrl+number, the same for everybody whatever the role shows
    std::set<casework::Duty> duties; ///< any of these opens it; empty opens it to all
    std::function<Workspace *(QWidget *parent)> make;
};

} // namespace quanke::desk
