#include "desk/fields/tableeditor.h"

#include "desk/common/actionbutton.h"
#include "desk/look/appearance.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QTableWidget>
#include <QToolTip>

#include <algorithm>
#include <map>

namespace quanke::desk {

namespace {

constexpr int rowHeight = 34;
constexpr int headHeight = 30;
constexpr int mostPasted = 2'000;

} // namespace

TableEditor::TableEditor(std::vector<TableColumn> columns, QWidget *parent)
    : FieldEditor(parent)
    , m_columns(std::move(columns))
    , m_box(new QWidget(parent))
    , m_table(new QTableWidget(0, int(m_columns.size()), m_box))
    , m_add(new ActionButton(tr("Add a row"), ButtonKind::Small, m_box))
    , m_remove(new ActionButton(tr("Take the row away"), ButtonKind::Small, m_box))
{
    auto *layout = new QVBoxLayout(m_box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(scaled(4));
    layout->addWidget(m_table, 1);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_add);
    buttons->addWidget(m_remove);
    buttons->addStretch(1);
    layout->addLayout(buttons);
    QStringList titles;
    for (const TableColumn &column : m_columns)
        titles.append(column.title);
    m_table->setHorizontalHeaderLabels(titles);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->horizontalHeader()->setFixedHeight(scaled(headHeight));
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->verticalHeader()->setDefaultSectionSize(scaled(rowHeight));
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::AnyKeyPressed | QAbstractItemView::DoubleClicked
        | QAbstractItemView::EditKeyPressed | QAbstractItemView::SelectedClicked);
    m_table->setItemDelegate(new TableCellDelegate(m_columns, m_table));
    m_table->setTabKeyNavigation(false);
    m_table->installEventFilter(this);
    m_add->setSymbol(Symbol::Add);
    m_remove->setSymbol(Symbol::Remove);
    m_add->setObjectName(QStringLiteral("addRowButton"));
    m_remove->setObjectName(QStringLiteral("removeRowButton"));
    connect(m_add, &QPushButton::clicked, this, &TableEditor::addRow);
    connect(m_remove, &QPushButton::clicked, this, &TableEditor::removeRow);
    connect(m_table, &QTableWidget::cellChanged, this, &FieldEditor::edited);
}

QWidget *TableEditor::focusTarget() const
{
    return m_table->rowCount() == 0 ? static_cast<QWidget *>(m_add) : m_table;
}

QSize TableEditor::size(int availableWidth) const
{
    const int rows = qBound(1, m_table->rowCount(), 12);
    return {qMin(scaled(760), availableWidth),
        scaled(headHeight) + rows * scaled(rowHeight) + scaled(4 + 28) + 2};
}

Json TableEditor::cellValue(int row, int column) const
{
    const QTableWidgetItem *item = m_table->item(row, column);
    return item ? m_columns[std::size_t(column)].read(item->text()) : Json();
}

bool TableEditor::isEmptyRow(int row) const
{
    for (int column = 0; column < m_table->columnCount(); ++column) {
        const QTableWidgetItem *item = m_table->item(row, column);
        if (item && !item->text().trimmed().isEmpty())
            return false;
    }
    return true;
}

Json TableEditor::value() const
{
    Json rows = Json::array();
    for (int row = 0; row < m_table->rowCount(); ++row) {
        Json cells = Json::object();
        for (int column = 0; column < m_table->columnCount(); ++column) {
            Json cell = cellValue(row, column);
            if (!cell.is_null())
                cells[m_columns[std::size_t(column)].name] = std::move(cell);
        }
        if (!cells.empty())
            rows.push_back(std::move(cells));
    }
    return rows.empty() ? Json() : rows;
}

void TableEditor::show(const Json &value)
{
    if (value == this->value())
        return;
    const QSignalBlocker quiet(m_table);
    m_problems.clear();
    m_table->setRowCount(value.is_array() ? int(value.size()) : 0);
    for (int row = 0; row < m_table->rowCount(); ++row) {
        for (int column = 0; column < m_table->columnCount(); ++column) {
            const TableColumn &shown = m_columns[std::size_t(column)];
            const Json &cells = value[std::size_t(row)];
            m_table->setItem(row, column,
                new QTableWidgetItem(
                    cells.contains(shown.name) ? shown.write(cells[shown.name]) : QString()));
        }
    }
    tellSize();
}

void TableEditor::setReadOnly(bool readOnly)
{
    m_table->setEnabled(!readOnly);
    m_add->setEnabled(!readOnly);
    m_remove->setEnabled(!readOnly);
}

void TableEditor::setProblem(FieldProblem problem)
{
    setFieldProblem(m_table, problem);
}

void TableEditor::showCellProblems(const std::vector<CellProblem> &problems)
{
    if (problems == m_problems)
        return;
    m_problems = problems;
    std::map<int, std::vector<const CellProblem *>> byRow;
    for (const CellProblem &problem : problems)
        byRow[problem.row].push_back(&problem);
    const QSignalBlocker quiet(m_table);
    int valueRow = -1; // rows with nothing in them are not part of the value
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const auto found = isEmptyRow(row) ? byRow.end() : byRow.find(++valueRow);
        markRow(row, found == byRow.end() ? std::vector<const CellProblem *>() : found->second);
    }
    m_table->viewport()->update();
}

void TableEditor::markRow(int row, const std::vector<const CellProblem *> &problems)
{
    for (int column = 0; column < m_table->columnCount(); ++column) {
        const auto found = std::find_if(problems.begin(), problems.end(), [&](const CellProblem *cell) {
            return cell->column.empty() || cell->column == m_columns[std::size_t(column)].name;
        });
        if (found == problems.end())
            markCell(row, column, FieldProblem::None, {});
        else
            markCell(row, column, (*found)->problem, (*found)->words);
    }
}

void TableEditor::markCell(int row, int column, FieldProblem problem, const QString &words)
{
    QTableWidgetItem *item = m_table->item(row, column);
    const int before = item ? item->data(TableCellDelegate::problemRole).toInt() : 0;
    if (FieldProblem(before) == FieldProblem::None && problem == FieldProblem::None)
        return;
    if (!item) {
        item = new QTableWidgetItem;
        m_table->setItem(row, column, item);
    }
    item->setData(TableCellDelegate::problemRole, int(problem));
    item->setToolTip(words);
    item->setData(Qt::AccessibleDescriptionRole, words);
}

void TableEditor::addRow()
{
    const int row = m_table->rowCount();
    m_table->setRowCount(row + 1);
    tellSize();
    m_table->setCurrentCell(row, 0);
    m_table->setFocus();
}

void TableEditor::removeRow()
{
    const int row = m_table->currentRow();
    if (row < 0)
        return;
    m_table->removeRow(row);
    tellSize();
    Q_EMIT edited();
}

void TableEditor::tellSize()
{
    m_remove->setEnabled(m_table->rowCount() > 0);
    Q_EMIT sizeChanged();
}

void TableEditor::paste()
{
    QString text = QGuiApplication::clipboard()->text();
    text.remove(QLatin1Char('\r'));
    while (text.endsWith(QLatin1Char('\n')))
        text.chop(1);
    const QStringList lines = text.split(QLatin1Char('\n'));
    if (lines.size() > mostPasted) {
        QToolTip::showText(m_table->mapToGlobal(QPoint()),
            tr("%1 rows at once are too many: nothing was pasted. At most %2 at a time.")
                .arg(lines.size())
                .arg(mostPasted),
            m_table);
        return;
    }
    const int top = qMax(0, m_table->currentRow());
    const int left = qMax(0, m_table->currentColumn());
    {
        const QSignalBlocker quiet(m_table);
        m_problems.clear(); // the marks go with the cells they stood in
        if (m_table->rowCount() < top + lines.size())
            m_table->setRowCount(top + int(lines.size()));
        for (int row = 0; row < lines.size(); ++row) {
            const QStringList cells = lines[row].split(QLatin1Char('\t'));
            for (int column = 0; column < cells.size() && left + column < m_table->columnCount(); ++column) {
                const TableColumn &into = m_columns[std::size_t(left) + std::size_t(column)];
                m_table->setItem(
                    top + row, left + column, new QTableWidgetItem(into.write(into.read(cells[column]))));
            }
        }
    }
    tellSize();
    Q_EMIT edited();
}

bool TableEditor::goOn(bool backwards)
{
    int cell =
        m_table->currentRow() * m_table->columnCount() + m_table->currentColumn() + (backwards ? -1 : 1);
    if (m_table->currentRow() < 0 || cell < 0 || cell >= m_table->rowCount() * m_table->columnCount()) {
        Q_EMIT left(backwards);
        return true;
    }
    m_table->setCurrentCell(cell / m_table->columnCount(), cell % m_table->columnCount());
    return true;
}

bool TableEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_table && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->matches(QKeySequence::Paste)) {
            paste();
            return true;
        }
        const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (enter && !(key->modifiers() & Qt::ControlModifier))
            return goOn(key->modifiers() & Qt::ShiftModifier);
        if (key->key() == Qt::Key_Delete && m_table->currentItem()) {
            m_table->currentItem()->setText({});
            return true;
        }
    }
    return FieldEditor::eventFilter(watched, event);
}

} // namespace quanke::desk
