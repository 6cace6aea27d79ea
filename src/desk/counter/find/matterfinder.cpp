#include "desk/counter/find/matterfinder.h"

#include "vault/whenready.h"

#include <QPromise>
#include <QThreadPool>

namespace quanke::desk {

using Index = std::shared_ptr<const catalogue::SearchIndex>;

MatterFinder::MatterFinder(std::shared_ptr<const catalogue::Catalogue> catalogue, QObject *parent)
    : QObject(parent)
    , m_index(std::make_shared<const catalogue::SearchIndex>(*catalogue, nullptr))
{
    auto promise = std::make_shared<QPromise<Index>>();
    whenReady(promise->future(), this, [this](const Index &index) {
        m_index = index;
        m_knowsPinyin = true;
        Q_EMIT pinyinReady();
    });
    promise->start();
    QThreadPool::globalInstance()->start([promise, catalogue] {
        catalogue::Pinyin pinyin;
        promise->addResult(std::make_shared<const catalogue::SearchIndex>(*catalogue, &pinyin));
        promise->finish();
    });
}

std::vector<catalogue::SearchHit> MatterFinder::find(const QString &query) const
{
    return m_index->find(query.toStdString());
}

} // namespace quanke::desk
