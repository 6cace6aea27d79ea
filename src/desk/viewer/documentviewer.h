#pragma once

#include "core/base/result.h"

#include <QFuture>
#include <QImage>
#include <QTimer>
#include <QWidget>

#include <functional>

class QHBoxLayout;
class QLabel;
class QStackedWidget;

namespace quanke::documents {
class DocumentReader;
}

namespace quanke::desk {

class ActionButton;
class ElidedLabel;
class PageStrip;
class PageView;

/// A document to be looked at.
struct ViewedDocument {
    QString title; ///< what it is: the material, then the file's name
    int pages = 1;
    /// Brings its bytes (from DocumentSource, or a file just dropped); asked once, and again when a person
    /// wants to try again.
    std::function<QFuture<Result<QByteArray>>()> fetch;
};

/// A document page by page: PgUp and PgDn, Home and End, + − and 0 for its size, Ctrl+[ and Ctrl+] to turn
/// it. Decoding is the reading process's work; nothing here waits.
class DocumentViewer : public QWidget {
    Q_OBJECT
public:
    DocumentViewer(documents::DocumentReader &reader, QWidget *parent = nullptr);
    ~DocumentViewer() override;

    void open(const ViewedDocument &document);
    /// Shows the words instead of a page ("Choose a document").
    void showNothing(const QString &words);

    int page() const { return m_page; }
    int pageCount() const { return m_document.pages; }
    void goToPage(int page);

    /// A tool of the place where the viewer stands (crop, split, delete), at the right end of its tools.
    void addTool(QWidget *tool);
    /// For marks on the page.
    PageView *view() const { return m_view; }

Q_SIGNALS:
    void pageShown(int page);
    void failed(const quanke::Failure &failure);

private:
    void makeTools();
    ActionButton *tool(const char *name, const QString &words, const QKeySequence &keys);
    void makeKeys();
    QWidget *makeMessage();
    void fetch();
    void takeBytes(const Result<QByteArray> &bytes);
    void render();
    void renderThumbnail();
    void showPicture(const Result<QImage> &picture, int page);
    void complain(const Failure &failure);
    enum class Retry { Useless, Offered };
    void showMessage(const QString &words, Retry retry);
    void showPlace();

    documents::DocumentReader &m_reader;
    ViewedDocument m_document;
    QByteArray m_bytes;
    quint64 m_opening = 0; ///< answers to an earlier document are dropped by it
    int m_page = 1;
    int m_shownPage = 0;
    QSize m_shownSize;
    QFuture<Result<QImage>> m_rendering;
    bool m_thumbnailUnderWay = false;
    QTimer m_renderSoon;
    ElidedLabel *m_title;
    QLabel *m_place;
    QLabel *m_zoomLabel;
    QHBoxLayout *m_tools;
    PageStrip *m_strip;
    PageView *m_view;
    QStackedWidget *m_stack;
    QLabel *m_message;
    ActionButton *m_retry;
};

} // namespace quanke::desk
