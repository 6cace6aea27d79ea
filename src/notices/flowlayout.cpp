#include "notices/flowlayout.h"

#include "notices/flowrouter.h"

#include <algorithm>
#include <map>

namespace quanke::notices {

namespace {

/// Room that an arrow needs between its lane and the box it points to.
constexpr double arrowRoom = 24;

using Edges = std::vector<FlowRouter::Edge>;

std::vector<FlowBox> boxesOf(const FlowGraph &graph)
{
    std::vector<FlowBox> boxes;
    for (std::size_t stage = 0; stage < graph.stages.size(); ++stage) {
        for (const std::string &id : graph.stages[stage])
            boxes.push_back({id, int(stage), 0, {}});
    }
    return boxes;
}

Edges edgesOf(const FlowGraph &graph, const std::vector<FlowBox> &boxes)
{
    std::map<std::string, std::size_t> indexes;
    for (std::size_t index = 0; index < boxes.size(); ++index)
        indexes.emplace(boxes[index].id, index);
    Edges edges;
    for (const FlowDependency &dependency : graph.dependencies) {
        const auto from = indexes.find(dependency.from);
        const auto to = indexes.find(dependency.to);
        if (from == indexes.end() || to == indexes.end()
            || boxes[from->second].stage >= boxes[to->second].stage)
            continue;
        const auto isKnown = [&](const FlowRouter::Edge &edge) {
            return edge.from == from->second && edge.to == to->second;
        };
        if (std::none_of(edges.begin(), edges.end(), isKnown))
            edges.push_back({from->second, to->second});
    }
    return edges;
}

/// The row a box would like: that of the last box before it that it needs, so that the arrow runs straight.
int wantedRow(std::size_t index, const std::vector<FlowBox> &boxes, const Edges &edges)
{
    int stage = -1;
    int row = 0;
    for (const FlowRouter::Edge &edge : edges) {
        if (edge.to != index || boxes[edge.from].stage < stage)
            continue;
        row = boxes[edge.from].stage > stage ? boxes[edge.from].row : std::min(row, boxes[edge.from].row);
        stage = boxes[edge.from].stage;
    }
    return row;
}

void assignRows(std::vector<FlowBox> &boxes, const Edges &edges, int stages)
{
    for (int stage = 0; stage < stages; ++stage) {
        std::vector<std::pair<int, std::size_t>> wishes;
        for (std::size_t index = 0; index < boxes.size(); ++index) {
            if (boxes[index].stage == stage)
                wishes.emplace_back(wantedRow(index, boxes, edges), index);
        }
        std::sort(wishes.begin(), wishes.end());
        int next = 0;
        for (const auto &[wanted, index] : wishes) {
            boxes[index].row = std::max(next, wanted);
            next = boxes[index].row + 1;
        }
    }
}

} // namespace

const FlowBox *FlowLayout::box(const std::string &id) const
{
    const auto found =
        std::find_if(boxes.begin(), boxes.end(), [&id](const FlowBox &known) { return known.id == id; });
    return found == boxes.end() ? nullptr : &*found;
}

const FlowBox *FlowLayout::boxAt(QPointF point) const
{
    const auto found = std::find_if(boxes.begin(), boxes.end(),
        [point](const FlowBox &known) { return known.rectangle.contains(point); });
    return found == boxes.end() ? nullptr : &*found;
}

FlowLayout layOutFlow(const FlowGraph &graph, const FlowMetrics &metrics)
{
    FlowLayout layout;
    const int stages = int(graph.stages.size());
    layout.boxes = boxesOf(graph);
    const Edges edges = edgesOf(graph, layout.boxes);
    assignRows(layout.boxes, edges, stages);
    const FlowRouter router(layout.boxes, edges, stages);

    FlowRouter::Geometry geometry{metrics.laneGap, metrics.headingHeight, {}};
    const double top =
        metrics.headingHeight + metrics.margin + std::max(0, router.lanesInCorridor() - 1) * metrics.laneGap;
    double x = metrics.margin;
    double bottom = top;
    for (int stage = 0; stage < stages; ++stage) {
        layout.headings.emplace_back(x, 0, metrics.box.width(), metrics.headingHeight);
        for (FlowBox &box : layout.boxes) {
            if (box.stage != stage)
                continue;
            box.rectangle =
                QRectF(QPointF(x, top + box.row * (metrics.box.height() + metrics.rowGap)), metrics.box);
            bottom = std::max(bottom, box.rectangle.bottom());
        }
        x += metrics.box.width();
        const double lanes = std::max(0, router.lanesInChannel(stage) - 1) * metrics.laneGap;
        const double gap = stage + 1 < stages ? std::max(metrics.columnGap, lanes + 2 * arrowRoom) : 0;
        geometry.firstLane.push_back(x + (gap - lanes) / 2 - (gap > 0 ? 4 : 0));
        x += gap;
    }
    const auto ways = router.ways(layout.boxes, geometry);
    for (std::size_t index = 0; index < edges.size(); ++index)
        layout.arrows.push_back(
            {layout.boxes[edges[index].from].id, layout.boxes[edges[index].to].id, ways[index]});
    layout.size = QSizeF(x + metrics.margin, bottom + metrics.margin);
    return layout;
}

} // namespace quanke::notices
