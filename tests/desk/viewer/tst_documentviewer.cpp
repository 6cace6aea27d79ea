#include "desk/look/appearance.h"
#include "desk/viewer/documentviewer.h"
#include "desk/viewer/pagestrip.h"
#include "desk/viewer/pageview.h"
#include "documents/documentreader.h"
#include "support/sampledocuments.h"

#include <QFuture>
#include <QLabel>
#include <QPromise>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace quanke;
using namespace quanke::desk;

namespace {

const QString program = QStringLiteral(QUANKE_BINARY_DIR "/bin/quanke-document-reader");

QFuture<Result<QByteArray>> ready(const Result<QByteArray> &bytes)
{
    QPromise<Result<QByteArray>> promise;
    promise.start();
    promise.addResult(bytes);
    promise.finish();
    return promise.future();
}

ViewedDocument viewed(const QByteArray &bytes, int pages)
{
    return {QStringLiteral("租赁合同"), pages, [bytes] { return ready(bytes); }};
}

} // namespace

class DocumentViewerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        apply(*qApp, {Theme::Light, 100});
        m_pdf = support::pdfOf(QStringLiteral("租赁合同"), 3, {2});
    }

    void showsTheFirstPageAndAllThumbnails()
    {
        const auto viewer = shown();
        viewer->open(viewed(m_pdf, 3));
        QTRY_VERIFY(viewer->view()->hasPicture());
        QCOMPARE(label(*viewer, "viewerPageLabel"), QStringLiteral("Page 1 / 3"));
        auto *strip = viewer->findChild<PageStrip *>();
        QVERIFY(strip->isVisible());
        QTRY_COMPARE(strip->nextWithoutPicture(), 0);
    }

    void keysTurnPagesAndChangeTheSize()
    {
        const auto viewer = shown();
        viewer->open(viewed(m_pdf, 3));
        QTRY_VERIFY(viewer->view()->hasPicture());
        QSignalSpy pages(viewer.get(), &DocumentViewer::pageShown);
        viewer->view()->setFocus();
        QTest::keyClick(viewer->view(), Qt::Key_PageDown);
        QTRY_COMPARE(pages.count(), 1);
        QCOMPARE(viewer->page(), 2);
        QTest::keyClick(viewer->view(), Qt::Key_End);
        QTRY_COMPARE(pages.count(), 2);
        QTest::keyClick(viewer->view(), Qt::Key_PageDown);
        QCOMPARE(viewer->page(), 3);
        QTest::keyClick(viewer->view(), Qt::Key_Plus);
        QCOMPARE(viewer->view()->zoom(), 1.25);
        QTest::keyClick(viewer->view(), Qt::Key_0);
        QCOMPARE(viewer->view()->zoom(), 1.0);
    }

    void aLargerPageIsRenderedFiner()
    {
        const auto viewer = shown();
        viewer->open(viewed(m_pdf, 3));
        QTRY_VERIFY(viewer->view()->hasPicture());
        const QSize before = viewer->view()->wantedSize();
        QSignalSpy shownPages(viewer.get(), &DocumentViewer::pageShown);
        viewer->findChild<QPushButton *>(QStringLiteral("zoomInButton"))->click();
        QTRY_VERIFY(shownPages.count() > 0);
        QVERIFY(viewer->view()->wantedSize().width() > before.width());
    }

    void saysWhyAndTriesAgain()
    {
        const auto viewer = shown();
        int asked = 0;
        viewer->open({QStringLiteral("平面图"), 1, [this, &asked] {
                          ++asked;
                          return ready(asked == 1 ? Result<QByteArray>(Failure{"link.unreachable"})
                                                  : Result<QByteArray>(m_pdf));
                      }});
        auto *retry = viewer->findChild<QPushButton *>(QStringLiteral("viewerRetryButton"));
        QTRY_VERIFY(retry->isVisible());
        QVERIFY(!label(*viewer, "viewerMessageLabel").isEmpty());
        retry->click();
        QTRY_VERIFY(viewer->view()->hasPicture());
    }

    void aDamagedDocumentHarmsNothing()
    {
        const auto viewer = shown();
        QSignalSpy failed(viewer.get(), &DocumentViewer::failed);
        viewer->open(viewed(QByteArray("this is no document"), 1));
        QTRY_COMPARE(failed.count(), 1);
        viewer->open(viewed(m_pdf, 3));
        QTRY_VERIFY(viewer->view()->hasPicture());
    }

private:
    std::unique_ptr<DocumentViewer> shown()
    {
        auto viewer = std::make_unique<DocumentViewer>(m_reader);
        viewer->resize(700, 560);
        viewer->show();
        QApplication::setActiveWindow(viewer.get());
        return viewer;
    }

    static QString label(const DocumentViewer &viewer, const char *name)
    {
        return viewer.findChild<QLabel *>(QLatin1String(name))->text();
    }

    documents::DocumentReader m_reader{program};
    QByteArray m_pdf;
};

QTEST_MAIN(DocumentViewerTest)
#include "tst_documentviewer.moc"
