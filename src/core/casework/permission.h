#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace quanke::casework {

/// Roles of operators. One operator may have several; the table below says which duties each has.
enum class Role { Clerk, IssueClerk, Approver, Supervisor, Trainer, FormAuthor, Administrator, Auditor };

enum class Duty {
    ReceiveCase,
    SupplementCase,
    ViewCases,
    ViewDepartmentWork,
    AcceptSubCase,
    RequestCorrection,
    RefuseSubCase,
    DecideSubCase,
    IssueResult,
    AttestDocument,
    HandOverCase,
    Supervise,
    Train,
    ManageOperators,
    ReadTrace
};

std::string_view nameOf(Role role); ///< "clerk", "issue-clerk", …
std::string_view nameOf(Duty duty); ///< "receive-case", …
/// Nothing for an unknown name.
bool roleFromName(std::string_view name, Role &role);

bool mayDo(Role role, Duty duty);
bool mayDo(const std::set<Role> &roles, Duty duty);

/// Who acts: as the gateway knows them, never as the desk says.
struct Actor {
    std::string operatorName;
    std::set<Role> roles;
    std::string department; ///< of approvers; empty for the hall's own people
};

} // namespace quanke::casework
