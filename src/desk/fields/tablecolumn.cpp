#include "desk/fields/tablecolumn.h"

#include "desk/common/words.h"
#include "desk/fields/choiceeditors.h"
#include "desk/fields/dateeditor.h"
#include "desk/look/deskstyle.h"
#include "desk/look/tokens.h"

#include <QComboBox>
#include <QCompleter>
#include <QLineEdit>
#include <QPainter>

#include <algorithm>

namespace quanke::desk {

Json TableColumn::read(const QString &typed) const
{
    const QString text = typed.trimmed();
    if (text.isEmpty())
        return {};
    const auto chosen = std::find_if(choices.begin(), choices.end(), [&text](const Choice &choice) {
        return choice.words.compare(text, Qt::CaseInsensitive) == 0
            || (choice.value.is_string() && fromText(choice.value.get_ref<const std::string &>()) == text);
    });
    if (chosen != choices.end())
        return chosen->value;
    const std::string type = schema.value("type", std::string("string"));
    if (type == "integer" || type == "number")
        return readNumber(text, type == "number" ? NumberKind::Decimal : NumberKind::Whole);
    if (schema.value("format", std::string()) == "date")
        return isoDate(text).toStdString();
    return withoutGroups(text, kind).toStdString();
}

QString TableColumn::write(const Json &value) const
{
    const auto chosen = std::find_if(
        choices.begin(), choices.end(), [&value](const Choice &choice) { return choice.value == value; });
    if (chosen != choices.end())
        return chosen->words;
    return value.is_string() ? inGroups(fromText(value.get_ref<const std::string &>()), kind)
                             : writeNumber(value);
}

TableCellDelegate::TableCellDelegate(const std::vector<TableColumn> &columns, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_columns(columns)
{
}

const TableColumn &TableCellDelegate::column(const QModelIndex &index) const
{
    return m_columns[std::size_t(index.column())];
}

QWidget *TableCellDelegate::createEditor(
    QWidget *parent, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const std::vector<Choice> &choices = column(index).choices;
    if (choices.empty())
        return QStyledItemDelegate::createEditor(parent, option, index);
    auto *combo = new QComboBox(parent);
    for (const Choice &choice : choices)
        combo->addItem(choice.words);
    if (choices.size() > mostLookedThrough) {
        combo->setEditable(true);
        combo->setInsertPolicy(QComboBox::NoInsert);
        combo->completer()->setFilterMode(Qt::MatchContains);
        combo->completer()->setCompletionMode(QCompleter::PopupCompletion);
    }
    return combo;
}

void TableCellDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    auto *combo = qobject_cast<QComboBox *>(editor);
    if (!combo) {
        QStyledItemDelegate::setEditorData(editor, index);
        return;
    }
    const QString words = index.data(Qt::EditRole).toString();
    // What was pasted and is in no list stays until the clerk chooses something else.
    if (!words.isEmpty() && combo->findText(words) < 0)
        combo->insertItem(0, words);
    combo->setCurrentIndex(combo->findText(words));
    if (combo->isEditable())
        combo->setCurrentText(words);
}

void TableCellDelegate::setModelData(
    QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const
{
    QString typed;
    if (const auto *combo = qobject_cast<QComboBox *>(editor))
        typed = combo->currentText();
    else if (const auto *line = qobject_cast<QLineEdit *>(editor))
        typed = line->text();
    // As a field brings what was typed into its usual form when it is left.
    model->setData(index, column(index).write(column(index).read(typed)));
}

void TableCellDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyledItemDelegate::paint(painter, option, index);
    const auto problem = static_cast<FieldProblem>(index.data(problemRole).toInt());
    if (problem == FieldProblem::None)
        return;
    const Tokens &tokens = tokensOf(option.palette);
    const QColor colour = problem == FieldProblem::Error ? tokens.error.text : tokens.warning.text;
    painter->save();
    painter->setPen(colour);
    painter->setBrush(Qt::NoBrush);
    painter->drawRect(option.rect.adjusted(0, 0, -1, -1));
    painter->fillRect(option.rect.left(), option.rect.top(), 3, option.rect.height(), colour);
    painter->restore();
}

} // namespace quanke::desk
