#pragma once

#include "core/catalogue/catalogue.h"
#include "core/catalogue/searchindex.h"

#include <QObject>

#include <memory>

namespace quanke::desk {

/// The search of the counter: Chinese at once, pinyin as soon as a thread beside has read its rules.
class MatterFinder : public QObject {
    Q_OBJECT
public:
    explicit MatterFinder(std::shared_ptr<const catalogue::Catalogue> catalogue, QObject *parent = nullptr);

    std::vector<catalogue::SearchHit> find(const QString &query) const;
    bool knowsPinyin() const { return m_knowsPinyin; }

Q_SIGNALS:
    void pinyinReady();

private:
    std::shared_ptr<const catalogue::SearchIndex> m_index;
    bool m_knowsPinyin = false;
};

} // namespace quanke::desk
