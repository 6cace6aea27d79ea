#pragma once

#include <QAbstractListModel>
#include <QImage>
#include <QListView>

#include <vector>

namespace quanke::desk {

/// The pages of a document by number, with a small picture of each where there is one already.
class PageModel : public QAbstractListModel {
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;

    void reset(int pages);
    void setPicture(int page, const QImage &picture); ///< pages count from 1
    bool hasPicture(int page) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    std::vector<QImage> m_pictures;
};

/// The pages of a document as small pictures, one under the other; hidden where there is only one.
class PageStrip : public QListView {
    Q_OBJECT
public:
    explicit PageStrip(QWidget *parent = nullptr);

    void setPages(int pages);
    void setPicture(int page, const QImage &picture) { m_model.setPicture(page, picture); }
    void setCurrent(int page);
    /// The first page in sight that has no picture yet; 0 when all have.
    int nextWithoutPicture() const;
    static QSize pictureSize();

Q_SIGNALS:
    void pageChosen(int page);
    void scrolled();

private:
    PageModel m_model;
};

} // namespace quanke::desk
