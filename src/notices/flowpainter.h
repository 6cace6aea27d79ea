#pragma once

#include "notices/flowlayout.h"

#include <QColor>
#include <QFont>
#include <QString>

#include <map>

class QPainter;

namespace quanke::notices {

/// A matter's light: how it stands against its clock. Each has a colour, a shape and the word the caller
/// gives.
enum class Light { OnTime, DueSoon, Overdue, WaitsForApplicant, WaitsForResult, Done };

struct FlowBoxContent {
    QString title;
    QString department; ///< short name
    QString state; ///< "11-27 到期", "已办结": the light's word, due date included
    Light light = Light::OnTime;
};

struct FlowPalette {
    QColor box;
    QColor boxDone;
    QColor edge;
    QColor text;
    QColor secondText;
    QColor accent;
    QColor onTime;
    QColor dueSoon;
    QColor overdue;
    QColor waits;
    QColor done;

    QColor of(Light light) const;
    static FlowPalette light(); ///< also for paper
    static FlowPalette dark();
};

struct FlowPicture {
    std::map<std::string, FlowBoxContent> boxes; ///< by id
    std::vector<QString> headings; ///< one per stage
    std::string selected; ///< its box is framed, its incoming arrows stand out; usually empty
};

/// Paints the drawing from the painter's origin in the layout's units. `font` is the body text's.
void paintFlow(QPainter &painter, const FlowLayout &layout, const FlowPicture &picture,
    const FlowPalette &palette, const QFont &font);

/// The light's sign in a square, as in the drawing, for legends and lists.
void paintLight(QPainter &painter, const QRectF &square, Light light, const QColor &colour);

} // namespace quanke::notices
