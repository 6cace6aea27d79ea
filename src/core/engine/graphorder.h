#pragma once

#include "core/base/result.h"
#include "core/engine/formgraph.h"

#include <set>

namespace quanke::engine {

/// Orders conditions and derivations so that each comes after all it depends on, and notes for every field
/// which of them read it. Fails with form.circle ("keys") where relevance depends on itself.
Result<Done> orderSteps(FormGraph &graph);

/// The guards that decide whether a field shows: those of its declarations without the ones that a wider guard makes
/// needless.
std::vector<GuardId> showingGuards(const FormGraph &graph, const Field &field);

/// The fields a condition reads.
void collectFields(const Condition &condition, std::set<FieldId> &fields);

} // namespace quanke::engine
