#pragma once

#include "desk/fields/fieldeditor.h"
#include "desk/fields/tablecolumn.h"

#include <vector>

class QTableWidget;

namespace quanke::desk {

class ActionButton;

/// A repeating group: rows that are added, taken away, typed, and pasted from a spreadsheet.
class TableEditor : public FieldEditor {
    Q_OBJECT
public:
    TableEditor(std::vector<TableColumn> columns, QWidget *parent);

    QWidget *widget() const override { return m_box; }
    QWidget *focusTarget() const override;
    QSize size(int availableWidth) const override;
    Json value() const override;
    void show(const Json &value) override;
    void setReadOnly(bool readOnly) override;
    void setProblem(FieldProblem problem) override;
    void showCellProblems(const std::vector<CellProblem> &problems) override;
    bool keepsEnter() const override { return true; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void addRow();
    void removeRow();
    void paste();
    bool goOn(bool backwards);
    Json cellValue(int row, int column) const;
    bool isEmptyRow(int row) const;
    void markRow(int row, const std::vector<const CellProblem *> &problems);
    void markCell(int row, int column, FieldProblem problem, const QString &words);
    void tellSize();

    std::vector<TableColumn> m_columns;
    std::vector<CellProblem> m_problems; ///< shown
    QWidget *m_box;
    QTableWidget *m_table;
    ActionButton *m_add;
    ActionButton *m_remove;
};

} // namespace quanke::desk
