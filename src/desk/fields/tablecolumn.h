#pragma once

#include "desk/fields/choiceeditors.h"
#include "desk/fields/texteditor.h"

#include <QStyledItemDelegate>

namespace quanke::desk {

/// One column of a repeating group: what its cells hold, and how that is read and typed.
struct TableColumn {
    std::string name; ///< key in the row
    QString title;
    Json schema; ///< of the cell
    std::vector<Choice> choices; ///< where it takes its values from a list or is yes or no
    TextKind kind = TextKind::Plain;

    /// What was typed or pasted, as the form holds it: words or code of a choice, a date in any usual way of
    /// writing, numbers in groups. Null for nothing; text that cannot be read stays text.
    Json read(const QString &typed) const;
    /// How the cell shows it; reading that gives the value again.
    QString write(const Json &value) const;
};

/// Edits and paints the cells: a list where there are choices, a problem as in a single field.
class TableCellDelegate : public QStyledItemDelegate {
public:
    /// Of an item: the FieldProblem of its cell.
    static constexpr int problemRole = Qt::UserRole + 1;

    TableCellDelegate(const std::vector<TableColumn> &columns, QObject *parent);

    QWidget *createEditor(
        QWidget *parent, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;
    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override;
    void paint(
        QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    const TableColumn &column(const QModelIndex &index) const;

    const std::vector<TableColumn> &m_columns; ///< the table's
};

} // namespace quanke::desk
