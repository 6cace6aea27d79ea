#include "desk/cases/flowview.h"

#include "desk/look/appearance.h"

#include <QKeyEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace quanke::desk {

namespace {

notices::FlowMetrics metrics()
{
    notices::FlowMetrics result;
    result.box = QSizeF(scaled(188), scaled(64));
    result.rowGap = scaled(16);
    result.columnGap = scaled(62);
    result.laneGap = scaled(10);
    result.headingHeight = scaled(34);
    result.margin = scaled(20);
    return result;
}

} // namespace

FlowSheet::FlowSheet(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Minimum, QSizePolicy::Minimum); // smaller than the drawing, it is scrolled
}

void FlowSheet::show(const CaseFlow &flow)
{
    const std::string selected = m_picture.selected;
    m_layout = notices::layOutFlow(flow.graph, metrics());
    m_picture = flow.picture;
    m_picture.selected = m_layout.box(selected) ? selected : std::string();
    updateGeometry();
    update();
}

void FlowSheet::setScale(double scale)
{
    m_scale = scale;
    updateGeometry();
    update();
}

void FlowSheet::select(const std::string &matter)
{
    m_picture.selected = matter;
    update();
}

QRect FlowSheet::placeOf(const std::string &matter) const
{
    const notices::FlowBox *box = m_layout.box(matter);
    if (!box)
        return {};
    return QRectF(box->rectangle.topLeft() * m_scale, box->rectangle.size() * m_scale).toAlignedRect();
}

QSize FlowSheet::sizeHint() const
{
    return (m_layout.size * m_scale).toSize();
}

void FlowSheet::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(m_scale, m_scale);
    notices::paintFlow(painter, m_layout, m_picture, flowPalette(palette()), bodyFont());
}

void FlowSheet::mousePressEvent(QMouseEvent *event)
{
    if (const notices::FlowBox *box = m_layout.boxAt(event->position() / m_scale))
        Q_EMIT clicked(box->id);
    event->ignore(); // the view takes the focus
}

FlowView::FlowView(QWidget *parent)
    : QScrollArea(parent)
    , m_sheet(new FlowSheet(this))
{
    setWidget(m_sheet);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setBackgroundRole(QPalette::Window);
    m_sheet->setBackgroundRole(QPalette::Window);
    setAccessibleName(tr("Drawing of the case"));
    connect(m_sheet, &FlowSheet::clicked, this, [this](const std::string &matter) {
        select(matter);
        setFocus(Qt::MouseFocusReason);
    });
}

void FlowView::show(const CaseFlow &flow)
{
    m_sheet->show(flow);
    if (selected().empty() && !m_sheet->layOut().boxes.empty())
        m_sheet->select(m_sheet->layOut().boxes.front().id);
    if (m_fits)
        fit();
    setVisible(true);
    Q_EMIT selectionChanged();
}

void FlowView::select(const std::string &matter)
{
    const notices::FlowBox *box = m_sheet->layOut().box(matter);
    if (!box)
        return;
    m_sheet->select(matter);
    const QRect place = m_sheet->placeOf(matter);
    ensureVisible(place.center().x(), place.center().y(), place.width() / 2 + scaled(12),
        place.height() / 2 + scaled(12));
    const auto content = m_sheet->picture().boxes.find(matter);
    if (content != m_sheet->picture().boxes.end())
        setAccessibleDescription(
            QStringLiteral("%1, %2, %3")
                .arg(content->second.title, content->second.department, content->second.state));
    Q_EMIT selectionChanged();
}

void FlowView::setScale(double scale)
{
    m_sheet->setScale(std::clamp(scale, 0.5, 2.0));
}

void FlowView::zoomBy(double factor)
{
    m_fits = false;
    setScale(zoom() * factor);
}

/// The whole drawing in sight, never larger than life.
void FlowView::fit()
{
    m_fits = true;
    const QSizeF size = m_sheet->layOut().size;
    if (size.isEmpty())
        return;
    const QSize room = maximumViewportSize();
    setScale(std::min({1.0, room.width() / size.width(), room.height() / size.height()}));
}

void FlowView::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Up:
        stepDown(-1);
        return;
    case Qt::Key_Down:
        stepDown(1);
        return;
    case Qt::Key_Left:
        stepAlong(-1);
        return;
    case Qt::Key_Right:
        stepAlong(1);
        return;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoomBy(1.25);
        return;
    case Qt::Key_Minus:
        zoomBy(0.8);
        return;
    case Qt::Key_0:
        fit();
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (event->modifiers() == Qt::NoModifier) {
            Q_EMIT detailsWanted();
            return;
        }
        break;
    default:
        break;
    }
    QScrollArea::keyPressEvent(event);
}

void FlowView::stepDown(int rows)
{
    const notices::FlowBox *from = m_sheet->layOut().box(selected());
    if (!from)
        return;
    const notices::FlowBox *best = nullptr;
    for (const notices::FlowBox &box : m_sheet->layOut().boxes) {
        const double away = (box.rectangle.top() - from->rectangle.top()) * rows;
        if (box.stage != from->stage || away <= 0)
            continue;
        if (!best || away < (best->rectangle.top() - from->rectangle.top()) * rows)
            best = &box;
    }
    if (best)
        select(best->id);
}

/// Along an arrow if there is one, else to the nearest box of the stage beside.
void FlowView::stepAlong(int stages)
{
    const notices::FlowLayout &layout = m_sheet->layOut();
    const notices::FlowBox *from = layout.box(selected());
    if (!from)
        return;
    const auto linked = [&](const notices::FlowBox &box) {
        return std::any_of(layout.arrows.begin(), layout.arrows.end(), [&](const notices::FlowArrow &arrow) {
            return stages > 0 ? arrow.from == from->id && arrow.to == box.id
                              : arrow.to == from->id && arrow.from == box.id;
        });
    };
    const notices::FlowBox *best = nullptr;
    double bestCost = 0;
    for (const notices::FlowBox &box : layout.boxes) {
        const int ahead = (box.stage - from->stage) * stages;
        if (ahead <= 0)
            continue;
        const double cost = (linked(box) ? 0 : 1e6) + ahead * 1e4
            + std::abs(box.rectangle.center().y() - from->rectangle.center().y());
        if (!best || cost < bestCost) {
            best = &box;
            bestCost = cost;
        }
    }
    if (best)
        select(best->id);
}

void FlowView::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    if (m_fits)
        fit();
}

void FlowView::focusInEvent(QFocusEvent *event)
{
    QScrollArea::focusInEvent(event);
    select(selected());
}

} // namespace quanke::desk
