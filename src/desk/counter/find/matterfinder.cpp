#include "desk/counter/find/matterfinder.h"

#include "desk/common/later.h"
#include "vault/whenready.h"

namespace quanke::desk {

using Index = std::shared_ptr<const catalogue::SearchIndex>;

MatterFinder::MatterFinder(std::shared_ptr<const catalogue::Catalogue> catalogue, QObject *parent)
    : QObject(parent)
    , m_index(std::make_shared<const catalogue::SearchIndex>(*catalogue, nullptr))
{
    const auto indexed = later([catalogue]() -> Index {
        catalogue::Pinyin pinyin;
        return std::make_shared<const catalogue::SearchIndex>(*catalogue, &pinyin);
    });
    whenReady(indexed, this, [this](const Index &index) {
        m_index = index;
        m_knowsPinyin = true;
        Q_EMIT pinyinReady();
    });
}

std::vector<catalogue::SearchHit> MatterFinder::find(const QString &query) const
{
    return m_index->find(query.toStdString());
}

} // namespace quanke::desk
