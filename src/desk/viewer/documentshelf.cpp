#include "desk/viewer/documentshelf.h"

#include "desk/common/words.h"
#include "desk/look/appearance.h"
#include "desk/look/tokens.h"
#include "desk/viewer/documentsource.h"
#include "documents/documentreader.h"
#include "vault/whenready.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStyledItemDelegate>

namespace quanke::desk {

namespace {

QSize sheetSize()
{
    return {scaled(100), scaled(90)};
}

class ShelfDelegate : public QStyledItemDelegate {
public:
    ShelfDelegate(const ShelfModel &model, QObject *parent)
        : QStyledItemDelegate(parent)
        , m_model(model)
    {
    }

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {sheetSize().width() + scaled(12), DocumentShelf::shelfHeight() - scaled(4)};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Tokens &tokens = tokensOf(option.palette);
        const QRect sheet(option.rect.topLeft() + QPoint(2, 2), sheetSize());
        const bool selected = option.state & QStyle::State_Selected;
        painter->save();
        painter->fillRect(sheet, Qt::white);
        const auto picture = index.data(Qt::DecorationRole).value<QImage>();
        if (!picture.isNull()) {
            painter->setRenderHint(QPainter::SmoothPixmapTransform);
            QRect place(QPoint(), picture.size().scaled(sheet.size(), Qt::KeepAspectRatio));
            place.moveCenter(sheet.center());
            painter->drawImage(place, picture);
        }
        painter->setPen(QPen(selected ? tokens.accent : tokens.edge, selected ? 2 : 1));
        painter->drawRect(sheet);
        const ShelfDocument &document = m_model.document(index.row());
        const QRect title(sheet.left(), sheet.bottom() + scaled(3), sheet.width(), scaled(20));
        painter->setFont(smallFont());
        if (m_model.isMarked(index.row()))
            painter->fillRect(title, tokens.mark);
        painter->setPen(tokens.text);
        painter->drawText(title, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
            painter->fontMetrics().elidedText(document.title, Qt::ElideRight, title.width()));
        painter->setPen(tokens.secondText);
        painter->drawText(title.translated(0, scaled(19)), Qt::AlignLeft | Qt::AlignVCenter,
            index.data(Qt::UserRole).toString());
        painter->restore();
    }

private:
    const ShelfModel &m_model;
};

} // namespace

std::vector<ShelfDocument> documentsIn(
    const std::string &caseId, const Json &values, const std::function<QString(const std::string &)> &label)
{
    std::vector<ShelfDocument> documents;
    if (!values.is_object())
        return documents;
    for (const auto &[key, files] : values.items()) {
        if (key.find('/') != std::string::npos || !files.is_array())
            continue;
        for (const Json &file : files) {
            if (file.is_object() && file.contains("sha256"))
                documents.push_back({caseId, key, label(key), file["sha256"].get<std::string>(),
                    fromText(file.value("name", std::string())), file.value("pages", 1)});
        }
    }
    return documents;
}

void ShelfModel::show(std::vector<ShelfDocument> documents)
{
    beginResetModel();
    m_documents = std::move(documents);
    m_pictures.assign(m_documents.size(), QImage());
    m_marked.clear();
    endResetModel();
}

void ShelfModel::setPicture(int index, const QImage &picture)
{
    m_pictures[std::size_t(index)] = picture;
    Q_EMIT dataChanged(this->index(index), this->index(index));
}

void ShelfModel::mark(const std::set<std::string> &materials)
{
    m_marked = materials;
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

int ShelfModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_documents.size());
}

QVariant ShelfModel::data(const QModelIndex &index, int role) const
{
    const ShelfDocument &shown = document(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return shown.title;
    case Qt::DecorationRole:
        return m_pictures[std::size_t(index.row())];
    case Qt::UserRole:
        return shown.pages > 1 ? tr("%1, %n page(s)", nullptr, shown.pages).arg(fromText(shown.material))
                               : fromText(shown.material);
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1 %2, %3").arg(fromText(shown.material), shown.title, shown.name);
    default:
        return {};
    }
}

DocumentShelf::DocumentShelf(DocumentSource &source, documents::DocumentReader &reader, QWidget *parent)
    : QListView(parent)
    , m_source(source)
    , m_reader(reader)
{
    setModel(&m_model);
    setItemDelegate(new ShelfDelegate(m_model, this));
    setFlow(QListView::LeftToRight);
    setWrapping(false);
    setFrameShape(QFrame::NoFrame);
    setUniformItemSizes(true);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFixedHeight(shelfHeight() + scaled(12));
    connect(this, &QListView::doubleClicked, this, &DocumentShelf::opened);
}

int DocumentShelf::shelfHeight()
{
    return scaled(140);
}

void DocumentShelf::show(std::vector<ShelfDocument> documents)
{
    ++m_showing;
    m_model.show(std::move(documents));
    if (m_model.rowCount() > 0)
        setCurrentIndex(m_model.index(0));
    loadPicture(0);
    setVisible(true);
}

/// One after the other, so that a page somebody wants to see large is soon at its turn.
void DocumentShelf::loadPicture(int index)
{
    if (index >= m_model.rowCount())
        return;
    const ShelfDocument &document = m_model.document(index);
    const int edge = int(sheetSize().width() * devicePixelRatioF());
    whenReady(m_source.bytes(document.caseId, document.sha256), this,
        [this, index, edge, showing = m_showing](const Result<QByteArray> &bytes) {
            if (showing != m_showing)
                return;
            if (!bytes) {
                loadPicture(index + 1);
                return;
            }
            whenReady(m_reader.thumbnail(*bytes, edge), this,
                [this, index, showing](const Result<QImage> &picture) {
                    if (showing != m_showing)
                        return;
                    if (picture)
                        m_model.setPicture(index, *picture);
                    loadPicture(index + 1);
                });
        });
}

void DocumentShelf::mark(const std::set<std::string> &materials)
{
    m_model.mark(materials);
}

ViewedDocument DocumentShelf::current() const
{
    if (!currentIndex().isValid())
        return {};
    const ShelfDocument &document = m_model.document(currentIndex().row());
    const QString title =
        QStringLiteral("%1 %2  %3").arg(fromText(document.material), document.title, document.name);
    return {title, document.pages, [source = &m_source, caseId = document.caseId, sha256 = document.sha256] {
                return source->bytes(caseId, sha256);
            }};
}

void DocumentShelf::go(int steps)
{
    const QModelIndex next = m_model.index(currentIndex().row() + steps);
    if (next.isValid())
        setCurrentIndex(next);
}

void DocumentShelf::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && event->modifiers() == Qt::NoModifier && currentIndex().isValid()) {
        Q_EMIT opened();
        return;
    }
    QListView::keyPressEvent(event);
}

} // namespace quanke::desk
