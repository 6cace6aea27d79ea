#pragma once

#include "desk/look/light.h"

#include <QAbstractListModel>
#include <QListView>

#include <string>
#include <vector>

namespace quanke::desk {

/// A line of a list of cases or of parts of cases.
struct CaseRow {
    std::string caseId;
    std::string matter; ///< empty where the row is the whole case
    QString title;
    QString detail;
    Light light = Light::OnTime;
    QString words; ///< beside the light
    bool operator==(const CaseRow &) const = default;
};

class CaseListModel : public QAbstractListModel {
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;

    void show(std::vector<CaseRow> rows);
    const CaseRow &row(int index) const { return m_rows[std::size_t(index)]; }
    /// −1 when it is not in the list.
    int indexOf(const std::string &caseId, const std::string &matter) const;

    const std::vector<CaseRow> &rows() const { return m_rows; }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    std::vector<CaseRow> m_rows;
};

/// Cases one under the other, two lines each: what and who, its number and its light. Keeps the case that is
/// selected while the list changes around it.
class CaseList : public QListView {
    Q_OBJECT
public:
    explicit CaseList(QWidget *parent = nullptr);

    void show(std::vector<CaseRow> rows);
    const std::vector<CaseRow> &rows() const { return m_model.rows(); }
    const CaseRow *current() const; ///< null when nothing is selected
    bool select(const std::string &caseId, const std::string &matter = {});
    /// What the list says when it is empty: what to do to fill it.
    void setEmptyText(const QString &text);

Q_SIGNALS:
    void chosen(const quanke::desk::CaseRow &row);
    void entered(const quanke::desk::CaseRow &row); ///< Enter, or a double click

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    CaseListModel m_model;
    QString m_emptyText;
    bool m_showing = false;
};

} // namespace quanke::desk
