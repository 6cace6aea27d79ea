#include "desk/workspaces.h"

#include "desk/common/deskcontext.h"

namespace quanke::desk {

std::vector<WorkspaceEntry> allWorkspaces(const DeskContext &context)
{
    Q_UNUSED(context)
    return {};
}

} // namespace quanke::desk
