#pragma once

#include "core/base/result.h"
#include "core/engine/formgraph.h"

#include <set>

namespace quanke::engine {

/// Orders conditions and derivations so that each comes after all it depends on, and notes for every field
/// which of them read it. Fails with form.circle ("keys") where relevance depends on itself.
Result<Done> orderSteps(FormGraph &graph);

/// The fields a condition reads.
void collectFields(const Condition &condition, std::set<FieldId> &fields);

} // namespace quanke::engine
