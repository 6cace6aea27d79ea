#pragma once

#include "notices/flowlayout.h"

#include <optional>
#include <vector>

namespace quanke::notices {

/// Finds the arrows' ways: upright pieces run in lanes of the channel right of each stage, level ones at the boxes'
/// height or, for arrows that pass over a stage, in lanes of the corridor above all boxes.
class FlowRouter {
public:
    /// Indexes of boxes, from an earlier to a later stage.
    struct Edge {
        std::size_t from = 0;
        std::size_t to = 0;
    };

    /// Of the boxes, only stages and rows count.
    FlowRouter(std::vector<FlowBox> boxes, std::vector<Edge> edges, int stages);

    int lanesInChannel(int stage) const;
    int lanesInCorridor() const { return int(m_corridor.size()); }

    struct Geometry {
        double laneGap = 0;
        double corridorTop = 0; ///< the uppermost lane
        std::vector<double> firstLane; ///< of each channel: where its leftmost lane runs
    };
    /// One way for each edge; the boxes have their rectangles by now.
    std::vector<QPolygonF> ways(const std::vector<FlowBox> &boxes, const Geometry &geometry) const;

private:
    enum class LaneKind { Out, Down }; ///< from a box of this channel's stage; from the corridor

    struct Lane {
        LaneKind kind = LaneKind::Out;
        std::size_t source = 0;
        std::vector<int> rows; ///< at which it reaches boxes of the next stage
    };

    bool isStraight(const Edge &edge) const;
    bool passesOver(const Edge &edge) const;
    bool entersFromAbove(const Edge &edge) const;
    void addToLane(int channel, LaneKind kind, const Edge &edge);
    void sortLanes(std::vector<Lane> &lanes) const;
    std::optional<int> laneOf(int channel, LaneKind kind, std::size_t source) const;
    bool meetsAWayOut(const Edge &edge, int lane) const;
    QPolygonF wayOf(const Edge &edge, const std::vector<FlowBox> &boxes, const Geometry &geometry) const;
    double entryFromAbove(const Edge &edge, const QRectF &box, double laneGap) const;

    std::vector<FlowBox> m_boxes;
    std::vector<Edge> m_edges;
    std::vector<std::vector<Lane>> m_channels; ///< lanes from left to right, by the stage on their left
    std::vector<std::size_t> m_corridor; ///< sources, from top to bottom
};

} // namespace quanke::notices
