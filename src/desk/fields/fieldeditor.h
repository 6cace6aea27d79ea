#pragma once

#include "core/base/json.h"
#include "desk/look/deskstyle.h"

#include <QObject>
#include <QSize>
#include <QString>

#include <string>
#include <vector>

class QWidget;

namespace quanke::desk {

/// What is wrong in one cell of a repeating group.
struct CellProblem {
    int row = 0; ///< of the value the editor gives
    std::string column; ///< empty: the row itself
    FieldProblem problem = FieldProblem::Error;
    QString words;
    bool operator==(const CellProblem &) const = default;
};

/// What a field is typed into. Knows its element, not the case: takes and gives values as the form holds
/// them.
class FieldEditor : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    virtual QWidget *widget() const = 0; ///< placed by its row, at `size`
    virtual QWidget *focusTarget() const { return widget(); }
    virtual QSize size(int availableWidth) const = 0;

    /// Null when nothing is filled in. Text that cannot be read as the element's type is given as text, so
    /// that validation can say what is wrong with it.
    virtual Json value() const = 0;
    virtual void show(const Json &value) = 0;
    virtual void setReadOnly(bool readOnly) = 0;
    virtual void setProblem(FieldProblem problem) { setFieldProblem(widget(), problem); }
    /// Of a repeating group: these cells and no others.
    virtual void showCellProblems(const std::vector<CellProblem> &problems) { Q_UNUSED(problems) }
    /// The field has been left: bring what was typed into its usual form.
    virtual void tidy() { }
    /// Enter belongs to the editor itself (a table goes from cell to cell).
    virtual bool keepsEnter() const { return false; }
    /// Words behind the field that follow its value ("Friday"), empty for none.
    virtual QString remark() const { return {}; }

Q_SIGNALS:
    void edited();
    void sizeChanged();
    void left(bool backwards); ///< of editors that keep Enter: on to the next field
};

} // namespace quanke::desk
