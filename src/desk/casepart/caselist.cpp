#include "desk/casepart/caselist.h"

#include "desk/look/appearance.h"
#include "desk/look/tokens.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStyledItemDelegate>

#include <algorithm>

namespace quanke::desk {

namespace {

/// What paints a row from its model's CaseRow.
class CaseRowDelegate : public QStyledItemDelegate {
public:
    CaseRowDelegate(const CaseListModel &model, QObject *parent)
        : QStyledItemDelegate(parent)
        , m_model(model)
    {
    }

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {scaled(120), scaled(57)};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Tokens &tokens = tokensOf(option.palette);
        const CaseRow &row = m_model.row(index.row());
        const bool selected = option.state & QStyle::State_Selected;
        painter->save();
        painter->fillRect(option.rect, selected ? tokens.selection : tokens.base);
        if (selected)
            painter->fillRect(QRect(option.rect.topLeft(), QSize(3, option.rect.height())), tokens.accent);
        painter->fillRect(
            QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), tokens.line);
        const QRect room = option.rect.adjusted(scaled(12), scaled(7), -scaled(12), -scaled(6));
        const QRect above(room.left(), room.top(), room.width(), room.height() / 2);
        painter->setPen(tokens.text);
        painter->setFont(selected ? boldFont() : bodyFont());
        painter->drawText(above, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
            painter->fontMetrics().elidedText(row.title, Qt::ElideRight, above.width()));
        paintSecondLine(*painter, room.adjusted(0, room.height() / 2, 0, 0), row, option.palette);
        painter->restore();
    }

private:
    static void paintSecondLine(
        QPainter &painter, const QRect &line, const CaseRow &row, const QPalette &palette)
    {
        painter.setFont(smallFont());
        const int wide = qMin(widthOfLight(painter.fontMetrics(), row.words), line.width() * 3 / 4);
        const QRect left = line.adjusted(0, 0, -wide - scaled(8), 0);
        painter.setPen(tokensOf(palette).secondText);
        painter.drawText(left, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
            painter.fontMetrics().elidedText(row.detail, Qt::ElideRight, left.width()));
        paintLight(painter, QRect(line.right() - wide, line.top(), wide + 1, line.height()), row.light,
            row.words, palette);
    }

    const CaseListModel &m_model;
};

} // namespace

void CaseListModel::show(std::vector<CaseRow> rows)
{
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

int CaseListModel::indexOf(const std::string &caseId, const std::string &matter) const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(),
        [&](const CaseRow &row) { return row.caseId == caseId && (matter.empty() || row.matter == matter); });
    return found == m_rows.end() ? -1 : int(found - m_rows.begin());
}

int CaseListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant CaseListModel::data(const QModelIndex &index, int role) const
{
    const CaseRow &shown = row(index.row());
    if (role == Qt::DisplayRole)
        return shown.title;
    if (role == Qt::AccessibleTextRole || role == Qt::ToolTipRole)
        return QStringLiteral("%1, %2, %3").arg(shown.title, shown.detail, shown.words);
    return {};
}

CaseList::CaseList(QWidget *parent)
    : QListView(parent)
{
    setModel(&m_model);
    setItemDelegate(new CaseRowDelegate(m_model, this));
    setFrameShape(QFrame::NoFrame);
    setUniformItemSizes(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    connect(selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &index) {
        if (index.isValid() && !m_showing)
            Q_EMIT chosen(m_model.row(index.row()));
    });
    connect(this, &QListView::doubleClicked, this,
        [this](const QModelIndex &index) { Q_EMIT entered(m_model.row(index.row())); });
}

void CaseList::show(std::vector<CaseRow> rows)
{
    const CaseRow *before = current();
    const std::string caseId = before ? before->caseId : std::string();
    const std::string matter = before ? before->matter : std::string();
    m_showing = true;
    m_model.show(std::move(rows));
    const int kept = m_model.indexOf(caseId, matter);
    if (kept >= 0)
        setCurrentIndex(m_model.index(kept));
    m_showing = false;
    viewport()->update();
}

const CaseRow *CaseList::current() const
{
    return currentIndex().isValid() ? &m_model.row(currentIndex().row()) : nullptr;
}

bool CaseList::select(const std::string &caseId, const std::string &matter)
{
    const int index = m_model.indexOf(caseId, matter);
    if (index < 0)
        return false;
    setCurrentIndex(m_model.index(index));
    return true;
}

void CaseList::setEmptyText(const QString &text)
{
    m_emptyText = text;
    viewport()->update();
}

void CaseList::keyPressEvent(QKeyEvent *event)
{
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        && event->modifiers() == Qt::NoModifier && current()) {
        Q_EMIT entered(*current());
        return;
    }
    QListView::keyPressEvent(event);
}

void CaseList::paintEvent(QPaintEvent *event)
{
    QListView::paintEvent(event);
    if (m_model.rowCount() > 0)
        return;
    QPainter painter(viewport());
    painter.setFont(smallFont());
    painter.setPen(tokensOf(palette()).secondText);
    painter.drawText(viewport()->rect().adjusted(scaled(14), scaled(14), -scaled(14), -scaled(14)),
        int(Qt::AlignLeft | Qt::AlignTop) | int(Qt::TextWordWrap), m_emptyText);
}

} // namespace quanke::desk
