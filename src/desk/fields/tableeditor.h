#pragma once

#include "core/catalogue/definitions.h"
#include "desk/fields/fieldeditor.h"

#include <vector>

class QTableWidget;
class QTableWidgetItem;

namespace quanke::desk {

class ActionButton;

/// A repeating group: rows that are added, taken away, typed, and pasted from a spreadsheet.
class TableEditor : public FieldEditor {
    Q_OBJECT
public:
    struct ColumnSetup {
        std::string name; ///< key in the row
        QString title;
        Json schema; ///< of the cell
    };
    TableEditor(std::vector<ColumnSetup> columns, QWidget *parent);

    QWidget *widget() const override { return m_box; }
    QWidget *focusTarget() const override;
    QSize size(int availableWidth) const override;
    Json value() const override;
    void show(const Json &value) override;
    void setReadOnly(bool readOnly) override;
    void setProblem(FieldProblem problem) override;
    bool keepsEnter() const override { return true; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void addRow();
    void removeRow();
    void paste();
    bool goOn(bool backwards);
    Json cellValue(int row, int column) const;
    static QString cellText(const Json &value);
    void tellSize();

    std::vector<ColumnSetup> m_columns;
    QWidget *m_box;
    QTableWidget *m_table;
    ActionButton *m_add;
    ActionButton *m_remove;
};

} // namespace quanke::desk
