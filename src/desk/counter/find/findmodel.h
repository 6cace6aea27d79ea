#pragma once

#include "core/base/localtext.h"
#include "core/catalogue/searchindex.h"

#include <QAbstractListModel>
#include <QString>

#include <array>
#include <memory>
#include <optional>
#include <vector>

namespace quanke::catalogue {
struct Bundle;
class Catalogue;
struct Matter;
} // namespace quanke::catalogue

namespace quanke::desk {

/// One line of what was found: the head of a group, a bundle or a matter.
struct FindRow {
    enum class Kind { Group, Bundle, Matter };
    Kind kind = Kind::Group;
    std::string id;
    QString title;
    int titleMarkBegin = 0;
    int titleMarkLength = 0;
    QString alias; ///< the everyday word it was found by, empty when it was not
    int aliasMarkBegin = 0;
    int aliasMarkLength = 0;
    QString typed; ///< "k·l·g"
    QString detail;
    QString department;
    QString tier;
    QString limit;
    QString statutory; ///< behind it, in brackets
    QString fee;
    std::array<bool, 4> channels{};
};

/// Whose matters are looked for.
enum class Audience { All, Business, Personal };

/// What the search found, in groups, bundles first.
class FindModel : public QAbstractListModel {
    Q_OBJECT
public:
    FindModel(
        std::shared_ptr<const catalogue::Catalogue> catalogue, Language language, QObject *parent = nullptr);

    void show(const std::vector<catalogue::SearchHit> &hits, Audience audience, const QString &lifeCycle);
    const FindRow &row(int index) const { return m_rows[std::size_t(index)]; }
    /// Bundles and matters, heads of groups not counted.
    int found() const { return m_found; }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

    /// The first bundle that holds the matter, or null.
    const catalogue::Bundle *bundleOf(const std::string &matter) const;

private:
    FindRow rowOf(const catalogue::SearchHit &hit) const;
    void describe(FindRow &row, const catalogue::Bundle &bundle) const;
    void describe(FindRow &row, const catalogue::Matter &matter) const;
    void mark(FindRow &row, const catalogue::SearchHit &hit) const;
    bool fits(const catalogue::Bundle &bundle, Audience audience, const QString &lifeCycle) const;
    QString departmentOf(const catalogue::Matter &matter) const;

    std::shared_ptr<const catalogue::Catalogue> m_catalogue;
    Language m_language;
    std::vector<FindRow> m_rows;
    int m_found = 0;
};

} // namespace quanke::desk
