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
    ExportLists,
    Train,
    ManageOperators,
    ReadTrace
};

std::string_view nameOf(Role role); ///< "clerk", "issue-clerk", …
std::string_view nameOf(Duty duty); ///< "receive-case", …
/// Nothing for an unknown name.
bool roleFromName(std::string_view name, Role &role);

/// The tables, for who goes through them.
std::vector<Role> allRoles();
std::vector<Duty> allDuties();

bool mayDo(Role role, Duty duty);
bool mayDo(const std::set<Role> &roles, Duty duty);

/// Whether whoever has this role has no other: who manages or audits does nothing else and is two people, and who trains has
/// an account for that alone.
bool standsAlone(Role role);
bool mayBeOnes(const std::set<Role> &roles);

/// Who acts: as the gateway knows them, never as the desk says.
struct Actor {
    std::string operatorName;
    std::set<Role> roles;
    std::string department; ///< of approvers; empty for the hall's own people
};

} // namespace quanke::casework
