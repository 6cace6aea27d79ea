#pragma once

#include "desk/look/textroles.h"

#include <QAbstractListModel>
#include <QStyledItemDelegate>
#include <QTimer>

#include <array>
#include <map>
#include <string>

class QListView;

namespace quanke::desk {

class CaseSession;
class PaneHead;
class ProgressStrip;
struct DeskContext;

/// How one section stands, for its line in the outline.
struct OutlineRow {
    std::size_t section = 0;
    QString title;
    int done = 0;
    int whole = 0;
    int errors = 0;
    int warnings = 0;
    bool operator==(const OutlineRow &) const = default;
};

/// The sections of which something shows.
class OutlineModel : public QAbstractListModel {
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;

    void show(const std::vector<OutlineRow> &rows);
    const OutlineRow &row(int index) const { return m_rows[std::size_t(index)]; }
    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    std::vector<OutlineRow> m_rows;
};

class OutlineDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(
        QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

/// The pane at the left of the form: how far it has come, its sections, what composing saves.
class Outline : public Pane {
    Q_OBJECT
public:
    Outline(const DeskContext &context, CaseSession &session, QWidget *parent = nullptr);

    void setCurrent(std::size_t section);
    QListView *list() const { return m_list; }

Q_SIGNALS:
    void chosen(std::size_t section);

private:
    void refresh();
    void showSavings();
    void showFilled();

    const DeskContext &m_context;
    CaseSession &m_session;
    PaneHead *m_head;
    ProgressStrip *m_strip;
    OutlineModel *m_model;
    QListView *m_list;
    QLabel *m_savings;
    QLabel *m_filled;
    QTimer m_soon; ///< one key can change values and problems: they are counted once
    std::map<std::string, std::size_t> m_sectionOf; ///< by key
    std::array<QLabel *, 4> m_kinds{}; ///< how many by answers, by results, worked out, usual values
};

} // namespace quanke::desk
