#pragma once

#include "desk/counter/documents/materialrow.h"

#include <QAbstractListModel>
#include <QListView>

#include <optional>

namespace quanke::desk {

/// The checklist's lines: a head for each group that is not empty, its materials below.
class MaterialModel : public QAbstractListModel {
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;

    struct Line {
        MaterialGroup group = MaterialGroup::Missing;
        int count = 0; ///< of a head
        std::optional<MaterialRow> row; ///< none in a head
    };

    void show(std::vector<MaterialRow> rows);
    const Line &line(int index) const { return m_lines[std::size_t(index)]; }
    int indexOf(const std::string &material) const; ///< −1 when it is not there
    int firstRow() const; ///< the first material; −1 when there is none
    const std::vector<MaterialRow> &rows() const { return m_rows; }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    std::vector<MaterialRow> m_rows;
    std::vector<Line> m_lines;
};

/// The checklist. Files can be dropped on a line; Enter, Ctrl+O or a double click asks for files.
class MaterialList : public QListView {
    Q_OBJECT
public:
    explicit MaterialList(QWidget *parent = nullptr);

    /// Keeps the material at the cursor while the list changes around it.
    void show(std::vector<MaterialRow> rows);
    const std::vector<MaterialRow> &rows() const { return m_model.rows(); }
    const MaterialRow *current() const; ///< null where there is none
    void select(const std::string &material);
    /// The next line that wants something done, after the current one; false when there is none.
    bool goToNextOpen();

Q_SIGNALS:
    void chosen();
    void filesWanted();
    void dropped(const QString &material, const QStringList &paths);

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    const MaterialModel::Line *lineAt(const QPoint &point) const;

    MaterialModel m_model;
    bool m_showing = false;
};

} // namespace quanke::desk
