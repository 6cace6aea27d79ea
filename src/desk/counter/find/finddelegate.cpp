#include "desk/counter/find/finddelegate.h"

#include "desk/common/limitwords.h"
#include "desk/look/appearance.h"
#include "desk/look/tokens.h"

#include <QPainter>
#include <QStyle>

namespace quanke::desk {

namespace {

constexpr int middle = Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine;

void cell(QPainter &painter, const QRect &rect, const QString &text)
{
    painter.drawText(rect, middle, painter.fontMetrics().elidedText(text, Qt::ElideRight, rect.width()));
}

/// Text with a ground behind the part that was looked for. Gives where it ends.
int marked(
    QPainter &painter, const QRect &rect, const QString &text, int begin, int length, const Tokens &tokens)
{
    const QFontMetrics metrics = painter.fontMetrics();
    if (length > 0) {
        const int left = rect.left() + metrics.horizontalAdvance(text.left(begin));
        const int width = metrics.horizontalAdvance(text.mid(begin, length));
        if (left < rect.right()) {
            painter.fillRect(QRect(left, rect.center().y() - metrics.height() / 2 + 1,
                                 qMin(width, rect.right() - left), metrics.height() - 1),
                tokens.mark);
        }
    }
    cell(painter, rect, text);
    return rect.left() + metrics.horizontalAdvance(text);
}

} // namespace

FindColumns FindColumns::of(const QRect &row)
{
    const int top = row.top();
    const int height = row.height();
    int right = row.right() - scaled(14);
    FindColumns columns;
    const int plate = scaled(31);
    right -= 4 * plate;
    for (int index = 0; index < 4; ++index)
        columns.channels[std::size_t(index)] = QRect(right + index * plate, top, scaled(28), height);
    const auto take = [&](int width) {
        right -= scaled(width);
        return QRect(right, top, scaled(width - 8), height);
    };
    columns.fee = take(78);
    columns.limit = take(160);
    columns.tier = take(64);
    columns.department = take(156);
    const int left = row.left() + scaled(14);
    columns.name = QRect(left, top, right - left - scaled(8), height);
    return columns;
}

FindHeader::FindHeader(QWidget *parent)
    : QWidget(parent)
{
    setFixedHeight(scaled(30));
}

void FindHeader::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &tokens = tokensOf(palette());
    painter.fillRect(rect(), tokens.alternate);
    painter.fillRect(0, height() - 1, width(), 1, tokens.line);
    painter.setFont(smallFont());
    painter.setPen(tokens.secondText);
    const int scrollBar = style()->pixelMetric(QStyle::PM_ScrollBarExtent, nullptr, this);
    const FindColumns columns = FindColumns::of(rect().adjusted(0, 0, -scrollBar, 0));
    cell(painter, columns.name, tr("Name"));
    cell(painter, columns.department, tr("Department"));
    cell(painter, columns.tier, tr("Level"));
    cell(painter, columns.limit, tr("Promised (by law)"));
    cell(painter, columns.fee, tr("Fee"));
    const std::vector<ChannelWords> channels = channelWords();
    for (std::size_t index = 0; index < channels.size(); ++index)
        painter.drawText(
            columns.channels[index].adjusted(-4, 0, 4, 0), Qt::AlignCenter, channels[index].name);
}

QSize FindDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    Q_UNUSED(option)
    switch (static_cast<const FindModel *>(index.model())->row(index.row()).kind) {
    case FindRow::Kind::Group:
        return {0, scaled(28)};
    case FindRow::Kind::Bundle:
        return {0, scaled(60)};
    case FindRow::Kind::Matter:
        break;
    }
    return {0, scaled(48)};
}

void FindDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const FindRow &row = static_cast<const FindModel *>(index.model())->row(index.row());
    const Tokens &tokens = tokensOf(option.palette);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRect rect = option.rect;
    if (row.kind == FindRow::Kind::Group) {
        paintGroup(*painter, rect, row, tokens);
    } else {
        const bool selected = option.state & QStyle::State_Selected;
        painter->fillRect(rect, selected ? tokens.selection : tokens.base);
        if (selected)
            painter->fillRect(rect.left(), rect.top(), 3, rect.height(), tokens.accent);
        const FindColumns columns = FindColumns::of(rect);
        paintWords(*painter, columns.name, row, tokens);
        paintCells(*painter, columns, row, tokens);
    }
    painter->fillRect(rect.left(), rect.bottom(), rect.width(), 1, tokens.line);
    painter->restore();
}

void FindDelegate::paintGroup(
    QPainter &painter, const QRect &rect, const FindRow &row, const Tokens &tokens) const
{
    painter.fillRect(rect, tokens.alternate);
    QRect room = rect.adjusted(scaled(14), 0, -scaled(14), 0);
    const auto words = [&](const QString &text, const QFont &font, const QColor &colour) {
        painter.setFont(font);
        painter.setPen(colour);
        cell(painter, room, text);
        room.setLeft(room.left() + painter.fontMetrics().horizontalAdvance(text) + scaled(8));
    };
    words(row.title, fontOf(10, QFont::Bold), tokens.text);
    words(row.alias, smallFont(), tokens.secondText);
    words(row.detail, smallFont(), tokens.secondText);
}

void FindDelegate::paintWords(
    QPainter &painter, const QRect &rect, const FindRow &row, const Tokens &tokens) const
{
    const bool bundle = row.kind == FindRow::Kind::Bundle;
    const int half = rect.height() / 2;
    const QRect upper = rect.adjusted(0, bundle ? scaled(8) : scaled(4), 0, -half + scaled(2));
    const QRect lower(rect.left(), rect.top() + half, rect.width(), half - scaled(bundle ? 8 : 4));
    painter.setFont(bundle ? fontOf(12, QFont::Bold) : bodyFont());
    painter.setPen(tokens.text);
    marked(painter, upper, row.title, row.titleMarkBegin, row.titleMarkLength, tokens);
    painter.setFont(smallFont());
    painter.setPen(tokens.secondText);
    QRect room = lower;
    if (!row.alias.isEmpty()) {
        const QString lead = tr("also called ");
        cell(painter, room, lead);
        room.setLeft(room.left() + painter.fontMetrics().horizontalAdvance(lead));
        room.setLeft(
            marked(painter, room, row.alias, row.aliasMarkBegin, row.aliasMarkLength, tokens) + scaled(5));
    }
    if (!row.typed.isEmpty()) {
        painter.setPen(tokens.text);
        room.setLeft(marked(painter, room, row.typed, 0, int(row.typed.size()), tokens) + scaled(5));
        painter.setPen(tokens.secondText);
    }
    if (room.width() > scaled(20))
        cell(painter, room, row.detail);
}

void FindDelegate::paintCells(
    QPainter &painter, const FindColumns &columns, const FindRow &row, const Tokens &tokens) const
{
    painter.setFont(bodyFont());
    painter.setPen(tokens.text);
    cell(painter, columns.department, row.department);
    cell(painter, columns.tier, row.tier);
    cell(painter, columns.limit, row.limit);
    cell(painter, columns.fee, row.fee);
    const int used = painter.fontMetrics().horizontalAdvance(row.limit) + scaled(2);
    painter.setFont(smallFont());
    painter.setPen(tokens.secondText);
    if (!row.statutory.isEmpty() && used < columns.limit.width())
        cell(painter, columns.limit.adjusted(used, 0, 0, 0), tr("(%1)").arg(row.statutory));
    const std::vector<ChannelWords> channels = channelWords();
    for (std::size_t index = 0; index < channels.size(); ++index) {
        QRectF plate(0, 0, scaled(28), scaled(22));
        plate.moveCenter(QRectF(columns.channels[index]).center());
        const bool offered = row.channels[index];
        painter.setPen(offered ? tokens.ok.text : tokens.secondText);
        if (offered)
            painter.drawRoundedRect(plate.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
        painter.drawText(plate, Qt::AlignCenter, offered ? channels[index].sign : QStringLiteral("–"));
    }
}

} // namespace quanke::desk
