#include "desk/counter/push/parcelmodel.h"

namespace quanke::desk {

void ParcelModel::show(std::vector<Parcel> parcels, Date today)
{
    beginResetModel();
    m_parcels = std::move(parcels);
    m_today = today;
    endResetModel();
}

int ParcelModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_parcels.size());
}

int ParcelModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString ParcelModel::text(const Parcel &parcel, int column) const
{
    switch (column) {
    case Department:
        return parcel.shortDepartment;
    case Matter:
        return parcel.shortName;
    case Fields:
        return QString::number(parcel.values.size());
    case Documents:
        return QString::number(parcel.documents);
    default:
        return dueWords(parcel, m_today);
    }
}

QVariant ParcelModel::data(const QModelIndex &index, int role) const
{
    const Parcel &parcel = m_parcels[std::size_t(index.row())];
    const bool number = index.column() == Fields || index.column() == Documents;
    switch (role) {
    case Qt::DisplayRole:
        return text(parcel, index.column());
    case Qt::ToolTipRole:
        return index.column() == Department ? parcel.department
            : index.column() == Matter      ? parcel.name
                                            : text(parcel, index.column());
    case Qt::TextAlignmentRole:
        return int(Qt::AlignVCenter | (number ? Qt::AlignRight : Qt::AlignLeft));
    default:
        return {};
    }
}

QVariant ParcelModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(
            Qt::AlignVCenter | (section == Fields || section == Documents ? Qt::AlignRight : Qt::AlignLeft));
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Department:
        return tr("Department");
    case Matter:
        return tr("Matter");
    case Fields:
        return tr("Fields");
    case Documents:
        return tr("Documents");
    default:
        return tr("Due");
    }
}

} // namespace quanke::desk
