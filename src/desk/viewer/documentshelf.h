#pragma once

#include "core/base/json.h"
#include "core/base/result.h"
#include "desk/viewer/documentviewer.h"

#include <QAbstractListModel>
#include <QImage>
#include <QListView>

#include <set>
#include <string>
#include <vector>

namespace quanke::desk {

class DocumentSource;

/// One document handed in.
struct ShelfDocument {
    std::string caseId;
    std::string material; ///< MH06
    QString title; ///< what the material is called
    std::string sha256;
    QString name; ///< as the applicant called the file
    int pages = 1;
};

/// The documents of a part of a case, for the shelf: every file of every material in `values`, in the order
/// of the materials' ids. `label` gives what a material is called.
std::vector<ShelfDocument> documentsIn(
    const std::string &caseId, const Json &values, const std::function<QString(const std::string &)> &label);

class ShelfModel : public QAbstractListModel {
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;

    void show(std::vector<ShelfDocument> documents);
    void setPicture(int index, const QImage &picture);
    void mark(const std::set<std::string> &materials);
    const ShelfDocument &document(int index) const { return m_documents[std::size_t(index)]; }
    bool isMarked(int index) const { return m_marked.contains(document(index).material); }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    std::vector<ShelfDocument> m_documents;
    std::vector<QImage> m_pictures;
    std::set<std::string> m_marked;
};

/// Documents side by side as small pictures with what they are; Enter opens one large.
class DocumentShelf : public QListView {
    Q_OBJECT
public:
    DocumentShelf(DocumentSource &source, documents::DocumentReader &reader, QWidget *parent = nullptr);

    void show(std::vector<ShelfDocument> documents);
    void mark(const std::set<std::string> &materials);
    int count() const { return m_model.rowCount(); }
    /// The document at the cursor, for the viewer; nothing to fetch when there is none.
    ViewedDocument current() const;
    void go(int steps);

    static int shelfHeight();

Q_SIGNALS:
    void opened();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void loadPicture(int index);

    DocumentSource &m_source;
    documents::DocumentReader &m_reader;
    ShelfModel m_model;
    quint64 m_showing = 0;
};

} // namespace quanke::desk
