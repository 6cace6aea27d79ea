#pragma once

#include "notices/notice.h"
#include "notices/typeface.h"

#include <QColor>
#include <QPainterPath>
#include <QRectF>

#include <vector>

namespace quanke::notices {

/// A4 in points.
constexpr double pageWidth = 595;
constexpr double pageHeight = 842;
constexpr double sideMargin = 48; // printers reach to 12 at best
constexpr double topMargin = 46;
constexpr double bottomMargin = 60; // the footer's room included

/// A notice cut into pages, every line and letter in its place. Points from the page's upper left corner.
struct PlacedText {
    QPointF baseline;
    ShapedText shaped;
    QString text;
    QColor colour = Qt::black;
};

struct PlacedShape {
    QPainterPath path;
    QColor colour;
};

struct PlacedPage {
    std::vector<PlacedShape> shapes; ///< below the texts, in this order
    std::vector<PlacedText> texts;
};

std::vector<PlacedPage> placed(const Notice &notice, Typeface &typeface);

} // namespace quanke::notices
