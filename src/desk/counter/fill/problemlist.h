#pragma once

#include <QAbstractListModel>
#include <QStyledItemDelegate>

#include <string>
#include <vector>

namespace quanke::desk {

/// One problem as it is listed.
struct ProblemRow {
    std::string key;
    QString field;
    QString words;
    bool warning = false;
    bool operator==(const ProblemRow &) const = default;
};

class ProblemModel : public QAbstractListModel {
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;

    void show(std::vector<ProblemRow> rows);
    const ProblemRow &row(int index) const { return m_rows[std::size_t(index)]; }
    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    std::vector<ProblemRow> m_rows;
};

/// Two lines: the field, and what to do about it.
class ProblemDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(
        QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace quanke::desk
