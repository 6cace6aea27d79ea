#pragma once

#include "desk/counter/find/findmodel.h"

#include <QStyledItemDelegate>

namespace quanke::desk {

struct Tokens;

/// The columns of what was found: one table for the header and for every row.
struct FindColumns {
    QRect name;
    QRect department;
    QRect tier;
    QRect limit;
    QRect fee;
    std::array<QRect, 4> channels;

    static FindColumns of(const QRect &row);
};

/// The strip above the list that names its columns.
class FindHeader : public QWidget {
    Q_OBJECT
public:
    explicit FindHeader(QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
};

/// Paints a line of what was found: two lines of text, what the query fitted marked, the four lists as small
/// plates.
class FindDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(
        QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintGroup(QPainter &painter, const QRect &rect, const FindRow &row, const Tokens &tokens) const;
    void paintWords(QPainter &painter, const QRect &rect, const FindRow &row, const Tokens &tokens) const;
    void paintCells(
        QPainter &painter, const FindColumns &columns, const FindRow &row, const Tokens &tokens) const;
};

} // namespace quanke::desk
