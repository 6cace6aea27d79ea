#include "core/casework/permission.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

namespace quanke::casework {

namespace {

constexpr std::array roleNames{
    std::pair{Role::Clerk, std::string_view("clerk")},
    std::pair{Role::IssueClerk, std::string_view("issue-clerk")},
    std::pair{Role::Approver, std::string_view("approver")},
    std::pair{Role::Supervisor, std::string_view("supervisor")},
    std::pair{Role::Trainer, std::string_view("trainer")},
    std::pair{Role::FormAuthor, std::string_view("form-author")},
    std::pair{Role::Administrator, std::string_view("administrator")},
    std::pair{Role::Auditor, std::string_view("auditor")},
};

constexpr std::array dutyNames{
    std::pair{Duty::ReceiveCase, std::string_view("receive-case")},
    std::pair{Duty::SupplementCase, std::string_view("supplement-case")},
    std::pair{Duty::ViewCases, std::string_view("view-cases")},
    std::pair{Duty::ViewDepartmentWork, std::string_view("view-department-work")},
    std::pair{Duty::AcceptSubCase, std::string_view("accept-sub-case")},
    std::pair{Duty::RequestCorrection, std::string_view("request-correction")},
    std::pair{Duty::RefuseSubCase, std::string_view("refuse-sub-case")},
    std::pair{Duty::DecideSubCase, std::string_view("decide-sub-case")},
    std::pair{Duty::IssueResult, std::string_view("issue-result")},
    std::pair{Duty::AttestDocument, std::string_view("attest-document")},
    std::pair{Duty::HandOverCase, std::string_view("hand-over-case")},
    std::pair{Duty::Supervise, std::string_view("supervise")},
    std::pair{Duty::ExportLists, std::string_view("export-lists")},
    std::pair{Duty::Train, std::string_view("train")},
    std::pair{Duty::ManageOperators, std::string_view("manage-operators")},
    std::pair{Duty::ReadTrace, std::string_view("read-trace")},
};

/// The whole table: what is not here is not allowed.
constexpr std::array duties{
    std::pair{Role::Clerk, Duty::ReceiveCase},
    std::pair{Role::Clerk, Duty::SupplementCase},
    std::pair{Role::Clerk, Duty::ViewCases},
    std::pair{Role::Clerk, Duty::AttestDocument},
    std::pair{Role::Clerk, Duty::HandOverCase},
    std::pair{Role::IssueClerk, Duty::ViewCases},
    std::pair{Role::IssueClerk, Duty::IssueResult},
    std::pair{Role::Approver, Duty::ViewDepartmentWork},
    std::pair{Role::Approver, Duty::AcceptSubCase},
    std::pair{Role::Approver, Duty::RequestCorrection},
    std::pair{Role::Approver, Duty::RefuseSubCase},
    std::pair{Role::Approver, Duty::DecideSubCase},
    std::pair{Role::Supervisor, Duty::ViewCases},
    std::pair{Role::Supervisor, Duty::Supervise},
    std::pair{Role::Supervisor, Duty::HandOverCase},
    std::pair{Role::Supervisor, Duty::ExportLists},
    std::pair{Role::Trainer, Duty::Train},
    std::pair{Role::Administrator, Duty::ManageOperators},
    std::pair{Role::Auditor, Duty::ReadTrace},
};

template <class Table, class Value>
std::string_view nameIn(const Table &table, Value value)
{
    const auto entry = std::ranges::find(table, value, &Table::value_type::first);
    return entry == table.end() ? std::string_view() : entry->second;
}

template <class Table>
auto valuesIn(const Table &table)
{
    std::vector<typename Table::value_type::first_type> values;
    std::ranges::transform(table, std::back_inserter(values), &Table::value_type::first);
    return values;
}

} // namespace

std::vector<Role> allRoles()
{
    return valuesIn(roleNames);
}

std::vector<Duty> allDuties()
{
    return valuesIn(dutyNames);
}

bool standsAlone(Role role)
{
    return role == Role::Trainer || role == Role::Administrator || role == Role::Auditor;
}

bool mayBeOnes(const std::set<Role> &roles)
{
    return roles.size() <= 1 || std::ranges::none_of(roles, standsAlone);
}

std::string_view nameOf(Role role)
{
    return nameIn(roleNames, role);
}

std::string_view nameOf(Duty duty)
{
    return nameIn(dutyNames, duty);
}

bool roleFromName(std::string_view name, Role &role)
{
    const auto entry = std::ranges::find(roleNames, name, [](const auto &pair) { return pair.second; });
    if (entry == roleNames.end()) {
        return false;
    }
    role = entry->first;
    return true;
}

bool mayDo(Role role, Duty duty)
{
    return std::ranges::find(duties, std::pair{role, duty}) != duties.end();
}

bool mayDo(const std::set<Role> &roles, Duty duty)
{
    return std::ranges::any_of(roles, [duty](Role role) { return mayDo(role, duty); });
}

} // namespace quanke::casework
