#include "desk/counter/fill/problemlist.h"

#include "desk/look/appearance.h"
#include "desk/look/symbol.h"
#include "desk/look/tokens.h"

#include <QPainter>

namespace quanke::desk {

void ProblemModel::show(std::vector<ProblemRow> rows)
{
    if (rows == m_rows)
        return;
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

int ProblemModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant ProblemModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const ProblemRow &row = m_rows[std::size_t(index.row())];
    if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole)
        return row.field;
    if (role == Qt::ToolTipRole || role == Qt::AccessibleDescriptionRole)
        return row.words;
    return {};
}

QSize ProblemDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    Q_UNUSED(option)
    Q_UNUSED(index)
    return {0, scaled(50)};
}

void ProblemDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const ProblemRow &row = static_cast<const ProblemModel *>(index.model())->row(index.row());
    const Tokens &tokens = tokensOf(option.palette);
    const QRect rect = option.rect;
    const bool focused = option.state & QStyle::State_Selected && option.state & QStyle::State_HasFocus;
    painter->save();
    if (focused) {
        painter->fillRect(rect, tokens.selection);
        painter->fillRect(rect.left(), rect.top(), 3, rect.height(), tokens.accent);
    }
    paintSymbol(*painter, QRect(rect.left() + scaled(14), rect.top() + scaled(5), scaled(18), scaled(20)),
        row.warning ? Symbol::Warning : Symbol::Error, row.warning ? tokens.warning.text : tokens.error.text,
        scaled(18));
    const QRect room = rect.adjusted(scaled(40), scaled(4), -scaled(14), -scaled(4));
    const auto line = [&](const QString &text, const QFont &font, const QColor &colour, int top) {
        painter->setFont(font);
        painter->setPen(colour);
        painter->drawText(QRect(room.left(), room.top() + top, room.width(), scaled(21)), Qt::AlignVCenter,
            painter->fontMetrics().elidedText(text, Qt::ElideRight, room.width()));
    };
    line(row.field, bodyFont(), tokens.text, 0);
    line(row.words, smallFont(), tokens.secondText, scaled(20));
    painter->restore();
}

} // namespace quanke::desk
