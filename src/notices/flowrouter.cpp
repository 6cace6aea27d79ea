#include "notices/flowrouter.h"

#include <algorithm>

namespace quanke::notices {

FlowRouter::FlowRouter(std::vector<FlowBox> boxes, std::vector<Edge> edges, int stages)
    : m_boxes(std::move(boxes))
    , m_edges(std::move(edges))
    , m_channels(std::size_t(std::max(1, stages)))
{
    for (const Edge &edge : m_edges) {
        if (!isStraight(edge))
            addToLane(m_boxes[edge.from].stage, LaneKind::Out, edge);
        if (!passesOver(edge))
            continue;
        if (std::find(m_corridor.begin(), m_corridor.end(), edge.from) == m_corridor.end())
            m_corridor.push_back(edge.from);
        if (!entersFromAbove(edge))
            addToLane(m_boxes[edge.to].stage - 1, LaneKind::Down, edge);
    }
    for (auto &lanes : m_channels)
        sortLanes(lanes);
}

int FlowRouter::lanesInChannel(int stage) const
{
    return int(m_channels.at(std::size_t(stage)).size());
}

bool FlowRouter::isStraight(const Edge &edge) const
{
    return !passesOver(edge) && m_boxes[edge.from].row == m_boxes[edge.to].row;
}

bool FlowRouter::passesOver(const Edge &edge) const
{
    return m_boxes[edge.to].stage > m_boxes[edge.from].stage + 1;
}

bool FlowRouter::entersFromAbove(const Edge &edge) const
{
    const FlowBox &target = m_boxes[edge.to];
    return passesOver(edge) && std::none_of(m_boxes.begin(), m_boxes.end(), [&target](const FlowBox &box) {
        return box.stage == target.stage && box.row < target.row;
    });
}

void FlowRouter::addToLane(int channel, LaneKind kind, const Edge &edge)
{
    auto &lanes = m_channels.at(std::size_t(channel));
    auto lane = std::find_if(lanes.begin(), lanes.end(),
        [&](const Lane &known) { return known.kind == kind && known.source == edge.from; });
    if (lane == lanes.end())
        lane = lanes.insert(lanes.end(), {kind, edge.from, {}});
    if (kind == LaneKind::Down || !passesOver(edge))
        lane->rows.push_back(m_boxes[edge.to].row);
}

/// A lane that reaches the row of another lane's source stands right of it, so that the arrow into the row and the
/// way out of it do not lie upon each other. Where two demand that of each other, the upper one's source decides.
void FlowRouter::sortLanes(std::vector<Lane> &lanes) const
{
    std::stable_sort(lanes.begin(), lanes.end(), [this](const Lane &left, const Lane &right) {
        return std::pair(left.kind, m_boxes[left.source].row)
            < std::pair(right.kind, m_boxes[right.source].row);
    });
    const auto reaches = [this](const Lane &lane, const Lane &other) {
        return other.kind == LaneKind::Out && lane.source != other.source
            && std::find(lane.rows.begin(), lane.rows.end(), m_boxes[other.source].row) != lane.rows.end();
    };
    for (auto place = lanes.begin(); place != lanes.end(); ++place) {
        const auto next = std::find_if(place, lanes.end(), [&](const Lane &lane) {
            return std::none_of(place, lanes.end(), [&](const Lane &other) { return reaches(lane, other); });
        });
        if (next != lanes.end())
            std::rotate(place, next, next + 1);
    }
}

std::optional<int> FlowRouter::laneOf(int channel, LaneKind kind, std::size_t source) const
{
    const auto &lanes = m_channels.at(std::size_t(channel));
    const auto lane = std::find_if(lanes.begin(), lanes.end(),
        [&](const Lane &known) { return known.kind == kind && known.source == source; });
    return lane == lanes.end() ? std::nullopt : std::optional(int(lane - lanes.begin()));
}

/// Whether the last piece of the way, from its lane to the box, would lie upon another box's way out.
bool FlowRouter::meetsAWayOut(const Edge &edge, int lane) const
{
    const FlowBox &target = m_boxes[edge.to];
    for (std::size_t index = 0; index < m_boxes.size(); ++index) {
        const FlowBox &box = m_boxes[index];
        if (index == edge.from || box.stage != target.stage - 1 || box.row != target.row)
            continue;
        const auto other = laneOf(box.stage, LaneKind::Out, index);
        return other && *other > lane;
    }
    return false;
}

double FlowRouter::entryFromAbove(const Edge &edge, const QRectF &box, double laneGap) const
{
    int before = 0;
    int all = 0;
    for (const Edge &other : m_edges) {
        if (other.to != edge.to || !entersFromAbove(other))
            continue;
        ++all;
        before += other.from < edge.from ? 1 : 0;
    }
    return box.center().x() + laneGap * (before - (all - 1) / 2.0);
}

QPolygonF FlowRouter::wayOf(
    const Edge &edge, const std::vector<FlowBox> &boxes, const Geometry &geometry) const
{
    const FlowBox &source = boxes[edge.from];
    const FlowBox &target = boxes[edge.to];
    const QPointF begin(source.rectangle.right(), source.rectangle.center().y());
    const double left = target.rectangle.left();
    const double middle = target.rectangle.center().y();
    if (isStraight(edge))
        return {begin, QPointF(left, middle)};

    const auto xOf = [&geometry](int channel, int lane) {
        return geometry.firstLane.at(std::size_t(channel)) + lane * geometry.laneGap;
    };
    const int out = *laneOf(source.stage, LaneKind::Out, edge.from);
    const double x = xOf(source.stage, out);
    if (!passesOver(edge)) {
        const double y = meetsAWayOut(edge, out) ? middle + geometry.laneGap : middle;
        return {begin, QPointF(x, begin.y()), QPointF(x, y), QPointF(left, y)};
    }
    const auto place = std::find(m_corridor.begin(), m_corridor.end(), edge.from) - m_corridor.begin();
    const double corridor = geometry.corridorTop + double(place) * geometry.laneGap;
    QPolygonF way{begin, QPointF(x, begin.y()), QPointF(x, corridor)};
    if (entersFromAbove(edge)) {
        const double above = entryFromAbove(edge, target.rectangle, geometry.laneGap);
        return way << QPointF(above, corridor) << QPointF(above, target.rectangle.top());
    }
    const int down = *laneOf(target.stage - 1, LaneKind::Down, edge.from);
    const double lane = xOf(target.stage - 1, down);
    const double y = meetsAWayOut(edge, down) ? middle + geometry.laneGap : middle;
    return way << QPointF(lane, corridor) << QPointF(lane, y) << QPointF(left, y);
}

std::vector<QPolygonF> FlowRouter::ways(const std::vector<FlowBox> &boxes, const Geometry &geometry) const
{
    std::vector<QPolygonF> all;
    std::transform(m_edges.begin(), m_edges.end(), std::back_inserter(all),
        [&](const Edge &edge) { return wayOf(edge, boxes, geometry); });
    return all;
}

} // namespace quanke::notices
