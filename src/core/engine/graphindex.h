#pragma once

#include "core/engine/formgraph.h"

namespace quanke::engine {

/// Fills in what follows from the rest of a graph: from guards to fields, from fields to what must be checked
/// again.
void indexGraph(FormGraph &graph);

} // namespace quanke::engine
