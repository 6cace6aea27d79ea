#include "desk/viewer/pageview.h"

#include <QGraphicsPixmapItem>
#include <QGraphicsScene>
#include <QWheelEvent>

#include <algorithm>
#include <array>

namespace quanke::desk {

namespace {

constexpr std::array zooms{0.5, 0.75, 1.0, 1.25, 1.5, 2.0, 3.0, 4.0};
constexpr qreal margin = 24;
/// What the reader renders at most.
constexpr qreal mostPixels = 16'000'000;

} // namespace

PageView::PageView(QWidget *parent)
    : QGraphicsView(parent)
    , m_page(new QGraphicsPixmapItem)
{
    auto *scene = new QGraphicsScene(this);
    m_page->setTransformationMode(Qt::SmoothTransformation);
    scene->addItem(m_page);
    setScene(scene);
    setFrameShape(QFrame::NoFrame);
    setBackgroundRole(QPalette::Window);
    setBackgroundBrush(Qt::NoBrush);
    viewport()->setBackgroundRole(QPalette::Window);
    setRenderHint(QPainter::SmoothPixmapTransform);
    setDragMode(QGraphicsView::ScrollHandDrag);
    setFocusPolicy(Qt::StrongFocus);
}

void PageView::setPicture(const QImage &picture)
{
    m_page->setPixmap(QPixmap::fromImage(picture));
    m_page->setScale(picture.isNull() ? 1 : pageWidth / picture.width());
    m_shown = !picture.isNull();
    scene()->setSceneRect(m_page->sceneBoundingRect());
    applyScale();
}

void PageView::clear()
{
    m_page->setPixmap({});
    m_shown = false;
}

void PageView::applyScale()
{
    if (!m_shown)
        return;
    const QSizeF page = m_turn % 180 == 0 ? sceneRect().size() : sceneRect().size().transposed();
    const QSizeF room(std::max(60.0, width() - margin), std::max(60.0, height() - margin));
    const qreal fitting = std::min(room.width() / page.width(), room.height() / page.height());
    QTransform transform;
    transform.rotate(m_turn);
    transform.scale(fitting * m_zoom, fitting * m_zoom);
    setTransform(transform);
}

QSize PageView::wantedSize() const
{
    const qreal dense = devicePixelRatioF() * m_zoom;
    QSizeF wanted = QSizeF(std::max(60.0, width() - margin), std::max(60.0, height() - margin)) * dense;
    if (m_turn % 180 != 0)
        wanted.transpose();
    const qreal pixels = wanted.width() * wanted.height();
    if (pixels > mostPixels)
        wanted *= std::sqrt(mostPixels / pixels);
    return wanted.toSize();
}

void PageView::setZoom(qreal zoom)
{
    if (qFuzzyCompare(zoom, m_zoom))
        return;
    m_zoom = zoom;
    applyScale();
    Q_EMIT zoomChanged(m_zoom);
}

void PageView::zoomIn()
{
    const auto next =
        std::find_if(zooms.begin(), zooms.end(), [this](qreal zoom) { return zoom > m_zoom + 0.01; });
    if (next != zooms.end())
        setZoom(*next);
}

void PageView::zoomOut()
{
    const auto next =
        std::find_if(zooms.rbegin(), zooms.rend(), [this](qreal zoom) { return zoom < m_zoom - 0.01; });
    if (next != zooms.rend())
        setZoom(*next);
}

void PageView::fit()
{
    setZoom(1);
}

void PageView::turnBy(int degrees)
{
    m_turn = (m_turn + degrees + 360) % 360;
    applyScale();
    Q_EMIT zoomChanged(m_zoom);
}

void PageView::resetTurn()
{
    m_turn = 0;
    applyScale();
}

void PageView::resizeEvent(QResizeEvent *event)
{
    QGraphicsView::resizeEvent(event);
    applyScale();
    Q_EMIT zoomChanged(m_zoom);
}

void PageView::wheelEvent(QWheelEvent *event)
{
    if (!(event->modifiers() & Qt::ControlModifier)) {
        QGraphicsView::wheelEvent(event);
        return;
    }
    if (event->angleDelta().y() > 0)
        zoomIn();
    else
        zoomOut();
    event->accept();
}

} // namespace quanke::desk
