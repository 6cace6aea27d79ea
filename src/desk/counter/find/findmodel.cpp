#include "desk/counter/find/findmodel.h"

#include "core/catalogue/catalogue.h"
#include "desk/common/limitwords.h"
#include "desk/common/words.h"

#include <algorithm>

namespace quanke::desk {

namespace {

/// Bytes of UTF-8 to units of QString.
int unitsOf(std::string_view text)
{
    return int(fromText(text).size());
}

const char *audienceName(Audience audience)
{
    return audience == Audience::Business ? "legal" : "personal";
}

} // namespace

FindModel::FindModel(
    std::shared_ptr<const catalogue::Catalogue> catalogue, Language language, QObject *parent)
    : QAbstractListModel(parent)
    , m_catalogue(std::move(catalogue))
    , m_language(language)
{
}

void FindModel::show(
    const std::vector<catalogue::SearchHit> &hits, Audience audience, const QString &lifeCycle)
{
    std::vector<FindRow> bundles;
    std::vector<FindRow> matters;
    for (const catalogue::SearchHit &hit : hits) {
        const catalogue::Bundle *bundle = hit.bundle ? m_catalogue->bundle(hit.id) : bundleOf(hit.id);
        if (bundle && fits(*bundle, audience, lifeCycle))
            (hit.bundle ? bundles : matters).push_back(rowOf(hit));
    }
    beginResetModel();
    m_rows.clear();
    m_found = int(bundles.size() + matters.size());
    const auto addGroup = [this](std::vector<FindRow> &rows, const QString &title, const QString &detail) {
        if (rows.empty())
            return;
        FindRow group;
        group.title = title;
        group.alias = QString::number(rows.size());
        group.detail = detail;
        m_rows.push_back(group);
        std::move(rows.begin(), rows.end(), std::back_inserter(m_rows));
    };
    addGroup(bundles, tr("Bundles"), {});
    addGroup(matters, tr("Single matters"), tr("part of a bundle, can also be handled alone"));
    endResetModel();
}

bool FindModel::fits(const catalogue::Bundle &bundle, Audience audience, const QString &lifeCycle) const
{
    if (audience != Audience::All && bundle.audience != audienceName(audience))
        return false;
    return lifeCycle.isEmpty() || textOf(bundle.lifeCycle, m_language) == lifeCycle;
}

const catalogue::Bundle *FindModel::bundleOf(const std::string &matter) const
{
    for (const auto &[id, bundle] : m_catalogue->bundles()) {
        for (const catalogue::BundleMatter &member : bundle.matters) {
            if (member.matter == matter)
                return &bundle;
        }
    }
    return nullptr;
}

FindRow FindModel::rowOf(const catalogue::SearchHit &hit) const
{
    FindRow row;
    row.id = hit.id;
    row.kind = hit.bundle ? FindRow::Kind::Bundle : FindRow::Kind::Matter;
    if (hit.bundle)
        describe(row, *m_catalogue->bundle(hit.id));
    else
        describe(row, *m_catalogue->matter(hit.id));
    mark(row, hit);
    return row;
}

void FindModel::mark(FindRow &row, const catalogue::SearchHit &hit) const
{
    const std::string_view text = hit.text;
    const int begin = unitsOf(text.substr(0, hit.begin));
    const int length = unitsOf(text.substr(hit.begin, hit.length));
    if (hit.foundIn == catalogue::FoundIn::Name && fromText(text) == row.title) {
        row.titleMarkBegin = begin;
        row.titleMarkLength = length;
    } else if (hit.foundIn == catalogue::FoundIn::Word) {
        row.alias = fromText(text);
        row.aliasMarkBegin = begin;
        row.aliasMarkLength = length;
    }
    row.typed = fromText(hit.typed);
}

void FindModel::describe(FindRow &row, const catalogue::Bundle &bundle) const
{
    row.title = textOf(bundle.name, m_language);
    int mandatory = 0;
    bool charged = false;
    bool free = false;
    row.channels.fill(true);
    const std::vector<ChannelWords> channels = channelWords();
    const catalogue::Limit *longest = nullptr;
    for (const catalogue::BundleMatter &member : bundle.matters) {
        const catalogue::Matter *matter = m_catalogue->matter(member.matter);
        mandatory += member.mandatory ? 1 : 0;
        (matter->fee.charged ? charged : free) = true;
        for (std::size_t index = 0; index < channels.size(); ++index) {
            row.channels[index] = row.channels[index]
                && std::find(matter->channels.begin(), matter->channels.end(), channels[index].channel)
                    != matter->channels.end();
        }
        if (matter->committed.value && (!longest || *matter->committed.value > *longest->value))
            longest = &matter->committed;
    }
    const int optional = int(bundle.matters.size()) - mandatory;
    row.detail = tr("%1 mandatory and %2 optional matters").arg(mandatory).arg(optional);
    const catalogue::Matter *first = m_catalogue->matter(bundle.matters.front().matter);
    row.department = tr("%1 leads").arg(departmentOf(*first));
    row.tier = wordsOfTier(first->tier);
    row.limit = longest ? tr("up to %1").arg(wordsOf(*longest)) : QString();
    row.fee = charged && free ? tr("Partly") : wordsOf(first->fee);
}

void FindModel::describe(FindRow &row, const catalogue::Matter &matter) const
{
    row.title = textOf(matter.name, m_language);
    row.detail = fromText(matter.id);
    row.department = departmentOf(matter);
    row.tier = wordsOfTier(matter.tier);
    row.limit = wordsOf(matter.committed);
    if (matter.statutory.value && matter.statutory.value != matter.committed.value)
        row.statutory = QString::number(*matter.statutory.value);
    row.fee = wordsOf(matter.fee);
    const std::vector<ChannelWords> channels = channelWords();
    for (std::size_t index = 0; index < channels.size(); ++index) {
        row.channels[index] =
            std::find(matter.channels.begin(), matter.channels.end(), channels[index].channel)
            != matter.channels.end();
    }
}

QString FindModel::departmentOf(const catalogue::Matter &matter) const
{
    const catalogue::Department *department = m_catalogue->department(matter.department);
    return department ? textOf(department->shortName, m_language) : fromText(matter.department);
}

int FindModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant FindModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const FindRow &row = m_rows[std::size_t(index.row())];
    if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole)
        return row.title;
    if (role == Qt::AccessibleDescriptionRole)
        return listed({row.department, row.limit, row.fee});
    return {};
}

Qt::ItemFlags FindModel::flags(const QModelIndex &index) const
{
    if (!index.isValid() || row(index.row()).kind == FindRow::Kind::Group)
        return Qt::ItemNeverHasChildren;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
}

} // namespace quanke::desk
