#pragma once

#include "desk/counter/push/parcel.h"

#include <QAbstractTableModel>

namespace quanke::desk {

/// The table "what each department gets": one line a matter.
class ParcelModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Department, Matter, Fields, Documents, Due, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void show(std::vector<Parcel> parcels, Date today);
    const std::vector<Parcel> &parcels() const { return m_parcels; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(const Parcel &parcel, int column) const;

    std::vector<Parcel> m_parcels;
    Date m_today;
};

} // namespace quanke::desk
