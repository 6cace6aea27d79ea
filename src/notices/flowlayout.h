#pragma once

#include <QPolygonF>
#include <QRectF>

#include <string>
#include <vector>

namespace quanke::notices {

/// One matter needs another's result.
struct FlowDependency {
    std::string from; ///< whose result is needed
    std::string to;
};

/// A case's matters by stages; a dependency goes from an earlier stage to a later one (others are left out).
struct FlowGraph {
    std::vector<std::vector<std::string>> stages;
    std::vector<FlowDependency> dependencies;
};

/// Room for the parts, in the painter's units (pixels at 100 %, points on paper).
struct FlowMetrics {
    QSizeF box{188, 64};
    double rowGap = 16;
    double columnGap = 62; ///< grows where many arrows run side by side
    double laneGap = 10; ///< between arrows that run side by side
    double headingHeight = 34; ///< above the boxes, for the stages' headings
    double margin = 20;
};

struct FlowBox {
    std::string id;
    int stage = 0;
    int row = 0;
    QRectF rectangle;
};

/// A way from the right edge of one box to the left or upper edge of another, horizontal and vertical pieces
/// only, through no box. Ways from one box share their beginning.
struct FlowArrow {
    std::string from;
    std::string to;
    QPolygonF points;
};

struct FlowLayout {
    QSizeF size;
    std::vector<FlowBox> boxes;
    std::vector<FlowArrow> arrows;
    std::vector<QRectF> headings; ///< one per stage

    const FlowBox *box(const std::string &id) const; ///< null when there is none
    const FlowBox *boxAt(QPointF point) const;
};

/// The drawing of a case: one column per stage, arrows in the lanes between. The same input gives the same
/// drawing.
FlowLayout layOutFlow(const FlowGraph &graph, const FlowMetrics &metrics = {});

} // namespace quanke::notices
