#pragma once

#include "core/engine/formengine.h"

#include <string>
#include <vector>

namespace quanke::cli {

/// One edit of a bench file: [key] or [key, row, column], and what is put there.
struct TimedEdit {
    std::string key;
    int row = -1;
    std::string column;
    Json value;
};

/// {"path": […], "value": …}…; fails with bench.edits ("index").
Result<std::vector<TimedEdit>> readEdits(const Json &json);

/// Runs edits over values on one engine, again and again, and takes the median of each.
class EngineTimer {
public:
    EngineTimer(const engine::FormGraph &graph, Date today, Json values, std::vector<TimedEdit> edits);

    /// Microseconds from scratch: finding every value, every condition, every field.
    double timeFull();
    /// Microseconds of each edit, what changed (in ids) included.
    std::vector<double> timeEdits();
    /// What each edit changes, as the door prints it.
    OrderedJson steps();

private:
    void apply(const TimedEdit &edit);
    std::string nameOf(const engine::Spot &spot) const;
    OrderedJson namesOf(const std::vector<engine::FieldId> &fields) const;

    const engine::FormGraph &m_graph;
    Json m_values;
    std::vector<TimedEdit> m_edits;
    engine::FormEngine m_engine;
    engine::Delta m_delta;
};

} // namespace quanke::cli
