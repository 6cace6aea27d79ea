#include "desk/workspaces.h"

#include "desk/common/deskcontext.h"
#include "desk/counter/counterworkspace.h"

#include <QCoreApplication>

namespace quanke::desk {

namespace {

QString name(const char *text)
{
    return QCoreApplication::translate("quanke::desk::Workspaces", text);
}

} // namespace

std::vector<WorkspaceEntry> allWorkspaces(const DeskContext &context)
{
    using casework::Duty;
    // What stands on the rail, from top to bottom. The numbers belong to the workspaces: 5 and 6 are kept for
    // supervising and practising.
    return {
        {QStringLiteral("counter"), name(QT_TRANSLATE_NOOP("quanke::desk::Workspaces", "Receive")),
            Symbol::Receive, 1, {Duty::ReceiveCase},
            [&context](QWidget *parent) { return new CounterWorkspace(context, parent); }},
    };
}

} // namespace quanke::desk
