#pragma once

#include "desk/look/symbol.h"
#include "desk/look/tokens.h"

#include <QString>

class QPainter;
class QPalette;
class QRect;

namespace quanke::desk {

/// A state that is shown by colour, shape and word together, never by one of them.
enum class Light {
    OnTime,
    DueSoon,
    Overdue,
    WaitsForApplicant,
    WaitsForResult,
    InVain, ///< waits for a result that will not come
    Done,
    Ready,
    LookAtIt,
    Wrong,
    Missing,
    Promised,
    Online,
    Offline,
    Practice
};

struct LightLook {
    Symbol symbol;
    StatusColours colours;
    QString word; ///< said where nothing more exact is known
};

LightLook lookOf(Light light, const QPalette &palette);

/// Icon and words, left aligned in the rectangle. Returns how wide they came out.
int paintLight(
    QPainter &painter, const QRect &rect, Light light, const QString &text, const QPalette &palette);
/// What paintLight needs, in the painter's present font.
int widthOfLight(const QFontMetrics &metrics, const QString &text);

} // namespace quanke::desk
