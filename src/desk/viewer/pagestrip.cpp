#include "desk/viewer/pagestrip.h"

#include "desk/look/appearance.h"
#include "desk/look/tokens.h"

#include <QPainter>
#include <QScrollBar>
#include <QStyledItemDelegate>

namespace quanke::desk {

namespace {

/// The page on its sheet, framed where it is the one that is open, its number below.
class PageDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Tokens &tokens = tokensOf(option.palette);
        const QSize size = PageStrip::pictureSize();
        const QRect sheet(option.rect.center().x() - size.width() / 2, option.rect.top() + scaled(8),
            size.width(), size.height());
        const bool current = option.state & QStyle::State_Selected;
        painter->save();
        painter->fillRect(sheet, Qt::white);
        const auto picture = index.data(Qt::DecorationRole).value<QImage>();
        if (!picture.isNull()) {
            painter->setRenderHint(QPainter::SmoothPixmapTransform);
            const QSize fitting = picture.size().scaled(sheet.size(), Qt::KeepAspectRatio);
            QRect place(QPoint(), fitting);
            place.moveCenter(sheet.center());
            painter->drawImage(place, picture);
        }
        painter->setPen(QPen(current ? tokens.accent : tokens.edge, current ? 2 : 1));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(current ? sheet.adjusted(-1, -1, 1, 1) : sheet);
        painter->setPen(tokens.text);
        painter->setFont(smallFont());
        const QRect below(option.rect.left(), sheet.bottom() + scaled(3), option.rect.width(), scaled(20));
        painter->drawText(below, Qt::AlignHCenter | Qt::AlignTop, index.data(Qt::DisplayRole).toString());
        painter->restore();
    }

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {PageStrip::pictureSize().width() + scaled(8), PageStrip::pictureSize().height() + scaled(34)};
    }
};

} // namespace

void PageModel::reset(int pages)
{
    beginResetModel();
    m_pictures.assign(std::size_t(qMax(0, pages)), QImage());
    endResetModel();
}

void PageModel::setPicture(int page, const QImage &picture)
{
    if (page < 1 || page > rowCount())
        return;
    m_pictures[std::size_t(page - 1)] = picture;
    const QModelIndex changed = index(page - 1);
    Q_EMIT dataChanged(changed, changed);
}

bool PageModel::hasPicture(int page) const
{
    return page >= 1 && page <= rowCount() && !m_pictures[std::size_t(page - 1)].isNull();
}

int PageModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_pictures.size());
}

QVariant PageModel::data(const QModelIndex &index, int role) const
{
    if (role == Qt::DisplayRole)
        return QStringLiteral("%1 / %2").arg(index.row() + 1).arg(rowCount());
    if (role == Qt::AccessibleTextRole)
        return tr("Page %1 of %2").arg(index.row() + 1).arg(rowCount());
    if (role == Qt::DecorationRole)
        return m_pictures[std::size_t(index.row())];
    return {};
}

PageStrip::PageStrip(QWidget *parent)
    : QListView(parent)
{
    setModel(&m_model);
    setItemDelegate(new PageDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setUniformItemSizes(true);
    viewport()->setBackgroundRole(QPalette::Window);
    setFixedWidth(pictureSize().width() + scaled(34));
    setAccessibleName(tr("Pages"));
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &PageStrip::scrolled);
    connect(selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &index) {
        if (index.isValid())
            Q_EMIT pageChosen(index.row() + 1);
    });
}

QSize PageStrip::pictureSize()
{
    return {scaled(44), scaled(58)};
}

void PageStrip::setPages(int pages)
{
    m_model.reset(pages);
    setVisible(pages > 1);
}

void PageStrip::setCurrent(int page)
{
    const QModelIndex index = m_model.index(page - 1);
    if (index.isValid() && index != currentIndex())
        setCurrentIndex(index);
}

int PageStrip::nextWithoutPicture() const
{
    if (!isVisible())
        return 0;
    const QModelIndex top = indexAt(QPoint(width() / 2, 1));
    for (int row = qMax(0, top.row()); row < m_model.rowCount(); ++row) {
        if (visualRect(m_model.index(row)).top() > viewport()->height())
            break;
        if (!m_model.hasPicture(row + 1))
            return row + 1;
    }
    return 0;
}

} // namespace quanke::desk
