#pragma once

#include "lint/finding.h"
#include "lint/source.h"

namespace quanke::lint {

/// Every #include of the sources below src/ against the table of layers: includes go one way, each library is
/// used only where it belongs, and our own headers are named by the path of their layer.
Findings checkIncludes(const std::vector<Source> &sources);

} // namespace quanke::lint
