#include "desk/workspaces.h"

#include "desk/approve/approveworkspace.h"
#include "desk/cases/casesworkspace.h"
#include "desk/common/deskcontext.h"
#include "desk/counter/counterworkspace.h"
#include "desk/issue/issueworkspace.h"

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
        {QStringLiteral("cases"), name(QT_TRANSLATE_NOOP("quanke::desk::Workspaces", "Cases")), Symbol::Cases,
            2, {Duty::ViewCases},
            [&context](QWidget *parent) { return new CasesWorkspace(context, parent); }},
        {QStringLiteral("issue"), name(QT_TRANSLATE_NOOP("quanke::desk::Workspaces", "Issue")), Symbol::Issue,
            3, {Duty::IssueResult},
            [&context](QWidget *parent) { return new IssueWorkspace(context, parent); }},
        {QStringLiteral("approve"), name(QT_TRANSLATE_NOOP("quanke::desk::Workspaces", "Approve")),
            Symbol::Approve, 4, {Duty::ViewDepartmentWork},
            [&context](QWidget *parent) { return new ApproveWorkspace(context, parent); }},
    };
}

} // namespace quanke::desk
