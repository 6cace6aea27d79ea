#include "desk/viewer/documentviewer.h"

#include "desk/common/actionbutton.h"
#include "desk/common/elidedlabel.h"
#include "desk/common/words.h"
#include "desk/look/appearance.h"
#include "desk/look/keyhint.h"
#include "desk/look/textroles.h"
#include "desk/viewer/pagestrip.h"
#include "desk/viewer/pageview.h"
#include "documents/documentreader.h"
#include "vault/whenready.h"

#include <QHBoxLayout>
#include <QShortcut>
#include <QStackedWidget>

namespace quanke::desk {

namespace {

/// So that several steps of zooming are one rendering.
constexpr std::chrono::milliseconds settling{120};

/// Stands for a page that cannot be decoded, so that it is not asked for again.
QImage emptySheet()
{
    QImage sheet(1, 1, QImage::Format_RGB32);
    sheet.fill(Qt::white);
    return sheet;
}

} // namespace

DocumentViewer::DocumentViewer(documents::DocumentReader &reader, QWidget *parent)
    : QWidget(parent)
    , m_reader(reader)
    , m_title(new ElidedLabel(this))
    , m_place(new QLabel(this))
    , m_zoomLabel(new QLabel(this))
    , m_strip(new PageStrip(this))
    , m_view(new PageView(this))
    , m_stack(new QStackedWidget(this))
{
    auto *head = new Pane(Qt::BottomEdge, this);
    head->setFixedHeight(scaled(42));
    m_tools = new QHBoxLayout(head);
    m_tools->setContentsMargins(scaled(12), 0, scaled(8), 1);
    m_tools->setSpacing(scaled(2));
    makeTools();
    auto *pages = new QWidget(this);
    auto *across = new QHBoxLayout(pages);
    across->setContentsMargins(0, 0, 0, 0);
    across->setSpacing(0);
    across->addWidget(m_strip);
    across->addWidget(m_view, 1);
    m_stack->addWidget(pages);
    m_stack->addWidget(makeMessage());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(head);
    layout->addWidget(m_stack, 1);
    m_view->setObjectName(QStringLiteral("pageGraphicsView"));
    m_view->setAccessibleName(tr("Page"));
    m_strip->setObjectName(QStringLiteral("pageListView"));
    m_renderSoon.setSingleShot(true);
    connect(&m_renderSoon, &QTimer::timeout, this, &DocumentViewer::render);
    connect(m_view, &PageView::zoomChanged, this, [this] {
        showPlace();
        m_renderSoon.start(settling);
    });
    connect(m_strip, &PageStrip::pageChosen, this, &DocumentViewer::goToPage);
    connect(m_strip, &PageStrip::scrolled, this, &DocumentViewer::renderThumbnail);
    makeKeys();
    showNothing({});
}

DocumentViewer::~DocumentViewer() = default;

ActionButton *DocumentViewer::tool(const char *name, const QString &words, const QKeySequence &keys)
{
    auto *button = new ActionButton({}, ButtonKind::Quiet, this);
    button->setObjectName(QLatin1String(name));
    button->setAccessibleName(words);
    button->setToolTip(QStringLiteral("%1  %2").arg(words, nameOfKeys(keys)));
    m_tools->addWidget(button);
    return button;
}

void DocumentViewer::makeTools()
{
    m_title->setFont(boldFont());
    m_title->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    m_title->setObjectName(QStringLiteral("viewerTitleLabel"));
    m_place->setObjectName(QStringLiteral("viewerPageLabel"));
    m_tools->addWidget(m_title, 1);
    m_tools->addWidget(m_place);
    m_tools->addSpacing(scaled(8));
    auto *out = tool("zoomOutButton", tr("Smaller"), Qt::Key_Minus);
    out->setSymbol(Symbol::ZoomOut);
    connect(out, &QPushButton::clicked, m_view, &PageView::zoomOut);
    m_zoomLabel->setAlignment(Qt::AlignCenter);
    m_zoomLabel->setMinimumWidth(scaled(46));
    m_tools->addWidget(m_zoomLabel);
    auto *in = tool("zoomInButton", tr("Larger"), Qt::Key_Plus);
    in->setSymbol(Symbol::ZoomIn);
    connect(in, &QPushButton::clicked, m_view, &PageView::zoomIn);
    auto *left = tool("turnLeftButton", tr("Turn left"), Qt::CTRL | Qt::Key_BracketLeft);
    left->setSymbol(Symbol::TurnLeft);
    connect(left, &QPushButton::clicked, this, [this] { m_view->turnBy(-90); });
    auto *right = tool("turnRightButton", tr("Turn right"), Qt::CTRL | Qt::Key_BracketRight);
    right->setSymbol(Symbol::TurnRight);
    connect(right, &QPushButton::clicked, this, [this] { m_view->turnBy(90); });
}

void DocumentViewer::makeKeys()
{
    const auto bind = [this](const QKeySequence &keys, auto function) {
        auto *shortcut = new QShortcut(keys, this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, function);
    };
    bind(Qt::Key_PageDown, [this] { goToPage(m_page + 1); });
    bind(Qt::Key_PageUp, [this] { goToPage(m_page - 1); });
    bind(Qt::Key_Home, [this] { goToPage(1); });
    bind(Qt::Key_End, [this] { goToPage(m_document.pages); });
    bind(Qt::Key_Plus, [this] { m_view->zoomIn(); });
    bind(Qt::Key_Equal, [this] { m_view->zoomIn(); });
    bind(Qt::Key_Minus, [this] { m_view->zoomOut(); });
    bind(Qt::Key_0, [this] { m_view->fit(); });
    bind(Qt::CTRL | Qt::Key_BracketLeft, [this] { m_view->turnBy(-90); });
    bind(Qt::CTRL | Qt::Key_BracketRight, [this] { m_view->turnBy(90); });
}

QWidget *DocumentViewer::makeMessage()
{
    auto *page = new QWidget(this);
    m_message = new QLabel(page);
    m_message->setObjectName(QStringLiteral("viewerMessageLabel"));
    m_message->setAlignment(Qt::AlignCenter);
    m_message->setWordWrap(true);
    useSecondText(m_message);
    m_retry = new ActionButton(tr("Try again"), ButtonKind::Normal, page);
    m_retry->setObjectName(QStringLiteral("viewerRetryButton"));
    connect(m_retry, &QPushButton::clicked, this, &DocumentViewer::fetch);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(scaled(28), scaled(28), scaled(28), scaled(28));
    layout->addStretch();
    layout->addWidget(m_message);
    layout->addWidget(m_retry, 0, Qt::AlignHCenter);
    layout->addStretch();
    return page;
}

void DocumentViewer::open(const ViewedDocument &document)
{
    m_document = document;
    m_document.pages = qMax(1, document.pages);
    m_page = 1;
    m_title->setText(document.title);
    m_view->clear();
    m_view->resetTurn();
    m_view->fit();
    m_strip->setPages(m_document.pages);
    showPlace();
    fetch();
}

void DocumentViewer::showNothing(const QString &words)
{
    ++m_opening;
    m_document = {};
    m_bytes.clear();
    m_view->clear();
    m_title->setText({});
    m_strip->setPages(0);
    showPlace();
    showMessage(words, Retry::Useless);
}

void DocumentViewer::addTool(QWidget *tool)
{
    m_tools->addWidget(tool);
}

void DocumentViewer::fetch()
{
    m_bytes.clear();
    m_shownPage = 0;
    showMessage(tr("Opening “%1” …").arg(m_document.title), Retry::Useless);
    const quint64 opening = ++m_opening;
    whenReady(m_document.fetch(), this, [this, opening](const Result<QByteArray> &bytes) {
        if (opening == m_opening)
            takeBytes(bytes);
    });
}

void DocumentViewer::takeBytes(const Result<QByteArray> &bytes)
{
    if (!bytes) {
        complain(bytes.failure());
        return;
    }
    m_bytes = *bytes;
    render();
}

void DocumentViewer::goToPage(int page)
{
    page = qBound(1, page, m_document.pages);
    if (page == m_page)
        return;
    m_page = page;
    m_strip->setCurrent(page);
    showPlace();
    render();
}

void DocumentViewer::render()
{
    const QSize wanted = m_view->wantedSize();
    if (m_bytes.isEmpty() || (m_shownPage == m_page && m_shownSize == wanted))
        return;
    m_rendering.cancel();
    m_shownSize = wanted;
    m_rendering = m_reader.renderPage(m_bytes, m_page, wanted);
    whenReady(m_rendering, this, [this, opening = m_opening, page = m_page](const Result<QImage> &picture) {
        if (opening == m_opening && page == m_page)
            showPicture(picture, page);
    });
}

void DocumentViewer::showPicture(const Result<QImage> &picture, int page)
{
    if (!picture) {
        complain(picture.failure());
        return;
    }
    m_shownPage = page;
    m_stack->setCurrentIndex(0);
    m_view->setPicture(*picture);
    m_strip->setCurrent(page);
    Q_EMIT pageShown(page);
    m_renderSoon.start(settling); // the view may have found its size only now
    renderThumbnail();
}

void DocumentViewer::renderThumbnail()
{
    const int page = m_bytes.isEmpty() ? 0 : m_strip->nextWithoutPicture();
    if (m_thumbnailUnderWay || page == 0)
        return;
    m_thumbnailUnderWay = true;
    const QSize size = PageStrip::pictureSize() * devicePixelRatioF();
    whenReady(m_reader.renderPage(m_bytes, page, size), this,
        [this, opening = m_opening, page](const Result<QImage> &picture) {
            m_thumbnailUnderWay = false;
            if (opening == m_opening)
                m_strip->setPicture(page, picture ? *picture : emptySheet());
            renderThumbnail();
        });
}

void DocumentViewer::complain(const Failure &failure)
{
    showMessage(wordsOf(failure), Retry::Offered);
    Q_EMIT failed(failure);
}

void DocumentViewer::showMessage(const QString &words, Retry retry)
{
    m_message->setText(words);
    m_retry->setVisible(retry == Retry::Offered);
    m_stack->setCurrentIndex(1);
}

void DocumentViewer::showPlace()
{
    const bool open = bool(m_document.fetch);
    m_place->setText(open ? tr("Page %1 / %2").arg(m_page).arg(m_document.pages) : QString());
    m_zoomLabel->setText(open ? QStringLiteral("%1%").arg(qRound(m_view->zoom() * 100)) : QString());
}

} // namespace quanke::desk
