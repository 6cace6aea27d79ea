#pragma once

#include "desk/common/workspace.h"

#include <vector>

namespace quanke::desk {

struct DeskContext;

/// Every workspace of the desk, in the order of the rail. A new one joins here and nowhere else.
std::vector<WorkspaceEntry> allWorkspaces(const DeskContext &context);

} // namespace quanke::desk
