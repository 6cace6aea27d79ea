#include "notices/flowpainter.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

#include <cmath>

namespace quanke::notices {

namespace {

constexpr double lightWidth = 5; ///< of the bar at a box's left edge
constexpr double corner = 3;
constexpr double padding = 9;
constexpr double signSide = 16;
constexpr double arrowLength = 10;
constexpr double arrowHalfWidth = 4.5;

/// Body text in the layout's units, whatever device the font was meant for.
QFont inUnits(const QFont &font, double share, bool bold)
{
    QFont result(font);
    const double pixels = font.pixelSize() > 0 ? font.pixelSize() : font.pointSizeF() * 96 / 72;
    result.setPixelSize(qRound(pixels * share));
    result.setBold(bold);
    return result;
}

void paintLine(QPainter &painter, const QRectF &room, const QString &text, Qt::Alignment alignment)
{
    const QFontMetricsF metrics(painter.font());
    painter.drawText(
        room, int(alignment | Qt::AlignVCenter), metrics.elidedText(text, Qt::ElideRight, room.width()));
}

void paintArrow(QPainter &painter, const FlowArrow &arrow, const QColor &colour, double width)
{
    const QPointF tip = arrow.points.last();
    const QPointF before = arrow.points.at(arrow.points.size() - 2);
    const QPointF direction = (tip - before) / std::hypot(tip.x() - before.x(), tip.y() - before.y());
    const QPointF across(-direction.y(), direction.x());
    const QPointF base = tip - direction * arrowLength;

    QPolygonF line = arrow.points;
    line.last() = base;
    painter.setPen(QPen(colour, width, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawPolyline(line);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawPolygon(QPolygonF{tip, base + across * arrowHalfWidth, base - across * arrowHalfWidth});
}

void paintFrame(QPainter &painter, const QRectF &rectangle, const FlowPalette &palette, Light light)
{
    QPainterPath frame;
    frame.addRoundedRect(rectangle.adjusted(0.5, 0.5, -0.5, -0.5), corner, corner);
    painter.setPen(QPen(palette.edge, 1));
    painter.setBrush(light == Light::Done ? palette.boxDone : palette.box);
    painter.drawPath(frame);
    painter.save();
    painter.setClipRect(
        QRectF(rectangle.topLeft(), QSizeF(lightWidth, rectangle.height())), Qt::IntersectClip);
    painter.fillPath(frame, palette.of(light));
    painter.restore();
}

void paintBox(QPainter &painter, const QRectF &rectangle, const FlowBoxContent &content,
    const FlowPalette &palette, const QFont &font)
{
    paintFrame(painter, rectangle, palette, content.light);
    const QRectF inner = rectangle.adjusted(lightWidth + padding, 6, -padding, -6);
    const QRectF upper(inner.topLeft(), QSizeF(inner.width(), inner.height() / 2));
    QRectF lower(QPointF(inner.left(), upper.bottom()), upper.size());

    painter.setFont(inUnits(font, 1, true));
    painter.setPen(palette.text);
    paintLine(painter, upper, content.title, Qt::AlignLeft);

    painter.setFont(inUnits(font, 10.0 / 11, false));
    const double words = std::min(
        lower.width() - signSide - 4, QFontMetricsF(painter.font()).horizontalAdvance(content.state) + 1);
    painter.setPen(palette.of(content.light));
    paintLine(painter, QRectF(lower.right() - words, lower.top(), words, lower.height()), content.state,
        Qt::AlignRight);
    const QRectF sign(
        lower.right() - words - 6 - signSide, lower.center().y() - signSide / 2, signSide, signSide);
    paintLight(painter, sign, content.light, palette.of(content.light));
    lower.setRight(sign.left() - 4);
    painter.setPen(palette.secondText);
    if (lower.width() > 12)
        paintLine(painter, lower, content.department, Qt::AlignLeft);
}

/// Signs are drawn in a square of 20 units (tokens of the desk's icons).
QPainterPath tick()
{
    QPainterPath path(QPointF(6.5, 10.3));
    path.lineTo(8.9, 12.7);
    path.lineTo(13.5, 7.7);
    return path;
}

QPainterPath octagonWithMark()
{
    QPainterPath path;
    path.addPolygon(QPolygonF{{6.8, 2.7}, {13.2, 2.7}, {17.3, 6.8}, {17.3, 13.2}, {13.2, 17.3}, {6.8, 17.3},
        {2.7, 13.2}, {2.7, 6.8}, {6.8, 2.7}});
    path.moveTo(10, 6);
    path.lineTo(10, 10.8);
    path.moveTo(10, 13.6);
    path.lineTo(10, 13.8);
    return path;
}

QPainterPath personWithMark()
{
    QPainterPath path;
    path.addEllipse(QPointF(7.5, 6.8), 3, 3);
    path.moveTo(2, 16.5);
    path.cubicTo(2.3, 13.3, 4.5, 11.8, 7.5, 11.8);
    path.cubicTo(10.5, 11.8, 12.7, 13.3, 13, 16.5);
    path.moveTo(15.5, 4);
    path.lineTo(15.5, 9);
    path.moveTo(15.5, 11.6);
    path.lineTo(15.5, 11.8);
    return path;
}

QPainterPath clockHands()
{
    QPainterPath path(QPointF(10, 5.8));
    path.lineTo(10, 10);
    path.lineTo(12.8, 12);
    return path;
}

} // namespace

QColor FlowPalette::of(Light light) const
{
    switch (light) {
    case Light::OnTime:
        return onTime;
    case Light::DueSoon:
        return dueSoon;
    case Light::Overdue:
        return overdue;
    case Light::WaitsForApplicant:
        return waits;
    case Light::WaitsForResult:
    case Light::Done:
        return done;
    }
    return done;
}

FlowPalette FlowPalette::light()
{
    return {QColor(0xff, 0xff, 0xff), QColor(0xf7, 0xf8, 0xfa), QColor(0x85, 0x8e, 0x99),
        QColor(0x1a, 0x1e, 0x23), QColor(0x4f, 0x58, 0x62), QColor(0x2a, 0x57, 0xa5),
        QColor(0x22, 0x6b, 0x3a), QColor(0x85, 0x54, 0x00), QColor(0xb0, 0x24, 0x1c),
        QColor(0x0a, 0x64, 0x85), QColor(0x58, 0x61, 0x6b)};
}

FlowPalette FlowPalette::dark()
{
    return {QColor(0x24, 0x28, 0x2d), QColor(0x2a, 0x2e, 0x34), QColor(0x7c, 0x86, 0x91),
        QColor(0xe8, 0xea, 0xed), QColor(0xb2, 0xb9, 0xc1), QColor(0x9a, 0xbb, 0xf3),
        QColor(0x83, 0xce, 0x97), QColor(0xe8, 0xbb, 0x62), QColor(0xf5, 0xa0, 0x98),
        QColor(0x7f, 0xc9, 0xe8), QColor(0xae, 0xb6, 0xbf)};
}

void paintLight(QPainter &painter, const QRectF &square, Light light, const QColor &colour)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(square.topLeft());
    painter.scale(square.width() / 20, square.height() / 20);
    QPen pen(colour, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
    if (light == Light::WaitsForResult)
        pen.setDashPattern({1.6, 2.22});
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    if (light != Light::Overdue && light != Light::WaitsForApplicant)
        painter.drawEllipse(QPointF(10, 10), 7.3, 7.3);
    if (light == Light::OnTime) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(colour);
        painter.drawEllipse(QPointF(10, 10), 4, 4);
    } else if (light == Light::DueSoon) {
        painter.drawPath(clockHands());
    } else if (light == Light::Overdue) {
        painter.drawPath(octagonWithMark());
    } else if (light == Light::WaitsForApplicant) {
        painter.drawPath(personWithMark());
    } else if (light == Light::Done) {
        painter.drawPath(tick());
    }
    painter.restore();
}

void paintFlow(QPainter &painter, const FlowLayout &layout, const FlowPicture &picture,
    const FlowPalette &palette, const QFont &font)
{
    painter.save();
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    painter.setFont(inUnits(font, 10.0 / 11, false));
    painter.setPen(palette.secondText);
    for (std::size_t stage = 0; stage < std::min(layout.headings.size(), picture.headings.size()); ++stage)
        paintLine(painter, layout.headings[stage], picture.headings[stage], Qt::AlignLeft);

    for (const FlowArrow &arrow : layout.arrows) {
        if (arrow.to != picture.selected)
            paintArrow(painter, arrow, palette.edge, 1.5);
    }
    for (const FlowArrow &arrow : layout.arrows) { // over the others
        if (arrow.to == picture.selected)
            paintArrow(painter, arrow, palette.accent, 2);
    }
    for (const FlowBox &box : layout.boxes) {
        const auto content = picture.boxes.find(box.id);
        if (content != picture.boxes.end())
            paintBox(painter, box.rectangle, content->second, palette, font);
        if (box.id != picture.selected)
            continue;
        painter.setPen(QPen(palette.accent, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(box.rectangle.adjusted(-2, -2, 2, 2), corner + 2, corner + 2);
    }
    painter.restore();
}

} // namespace quanke::notices
