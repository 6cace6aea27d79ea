#include "gateway/service/operatorservice.h"

#include "core/formats/newpassword.h"
#include "gateway/service/trace/traceservice.h"
#include "gateway/store/sessiontable.h"
#include "gateway/store/trace/tracetable.h"
#include "seal/random.h"

#include <array>
#include <set>
#include <sstream>
#include <utility>

namespace quanke::gateway {

namespace {

using casework::Role;

constexpr std::size_t longestName = 64;

std::vector<std::string> separated(const std::string &roles)
{
    std::vector<std::string> names;
    std::istringstream stream(roles);
    for (std::string name; std::getline(stream, name, ',');) {
        names.push_back(name);
    }
    return names;
}

std::string joined(const std::vector<std::string> &names)
{
    std::string text;
    for (const auto &name : names) {
        text += (text.empty() ? "" : ",") + name;
    }
    return text;
}

/// The roles of those names; nothing when one is unknown.
std::set<Role> rolesOf(const std::vector<std::string> &names)
{
    std::set<Role> roles;
    for (const auto &name : names) {
        Role role{};
        if (!casework::roleFromName(name, role)) {
            return {};
        }
        roles.insert(role);
    }
    return roles;
}

bool isSignInName(const std::string &name)
{
    return !name.empty() && name.size() <= longestName
        && name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789.-_") == std::string::npos;
}

/// To be read out and typed once.
std::string firstPassword()
{
    constexpr std::size_t groups = 4;
    constexpr std::size_t groupLength = 4;
    std::string password;
    while (!formats::isStrongPassword(password, {})) {
        password = seal::randomCode(groupLength);
        for (std::size_t i = 1; i < groups; ++i) {
            password += '-' + seal::randomCode(groupLength);
        }
    }
    return password;
}

Failure malformedOperator(const char *member)
{
    return {"operator.malformed", {{"member", member}}, {}};
}

} // namespace

casework::Actor actorOf(const OperatorRow &row)
{
    return {row.name, rolesOf(separated(row.roles)), row.department};
}

wire::SignedInOperator personOf(const OperatorRow &row)
{
    return {row.name, row.displayName, separated(row.roles), row.department, {}};
}

bool goesOnWithCases(const OperatorRow &row)
{
    return casework::mayDo(actorOf(row).roles, casework::Duty::SupplementCase);
}

OperatorService::OperatorService(
    ServiceContext context, SessionService &sessions, const seal::PasswordCost &cost)
    : m_context(std::move(context))
    , m_sessions(sessions)
    , m_cost(cost)
{
}

Result<std::vector<wire::SignedInOperator>> OperatorService::all()
{
    using People = std::vector<wire::SignedInOperator>;
    return m_context.database.read<People>([](Connection &connection) -> Result<People> {
        People people;
        for (const auto &row : OperatorTable(connection).all()) {
            if (!row.isRemoved()) {
                people.push_back(personOf(row));
            }
        }
        return people;
    });
}

Result<std::vector<wire::Colleague>> OperatorService::clerks()
{
    using Colleagues = std::vector<wire::Colleague>;
    return m_context.database.read<Colleagues>([](Connection &connection) -> Result<Colleagues> {
        Colleagues clerks;
        for (const auto &row : OperatorTable(connection).all()) {
            if (goesOnWithCases(row)) {
                clerks.push_back({row.name, row.displayName});
            }
        }
        return clerks;
    });
}

Result<Done> OperatorService::check(const OperatorEntry &entry) const
{
    const auto &person = entry.person;
    if (!isSignInName(person.name)) {
        return malformedOperator("name");
    }
    if (person.displayName.empty() || person.displayName.size() > longestName) {
        return malformedOperator("displayName");
    }
    const auto roles = rolesOf(person.roles);
    if (roles.empty()) {
        return malformedOperator("roles");
    }
    if (!casework::mayBeOnes(roles)) {
        return Failure{"operator.roles-exclusive", Json::object(), {}};
    }
    const bool hasDepartment = m_context.catalogue.department(person.department) != nullptr;
    if (roles.contains(Role::Approver) ? !hasDepartment : !person.department.empty()) {
        return malformedOperator("department");
    }
    if (entry.password && !formats::isStrongPassword(*entry.password, person.name)) {
        return Failure{"operator.password-weak"};
    }
    return Done{};
}

Result<Stored> OperatorService::put(const SignedIn &by, const OperatorEntry &entry)
{
    if (const auto checked = check(entry); !checked) {
        return checked.failure();
    }
    std::string hash;
    if (entry.password) {
        auto made = seal::hashPassword(*entry.password, m_cost);
        if (!made) {
            return made.failure();
        }
        hash = std::move(*made);
    }
    const auto &person = entry.person;
    const auto now = toText(m_context.clock.now());
    auto stored = m_context.database.write<Stored>([&](Connection &connection) -> Result<Stored> {
        OperatorTable table(connection);
        const auto old = table.find(person.name);
        if (hash.empty() && (!old || old->isRemoved())) {
            return Failure{"operator.password-missing", Json::object(), {}};
        }
        table.put({person.name, person.displayName, hash.empty() ? old->password : hash, joined(person.roles),
            person.department, now, hash.empty() ? old->hasFirstPassword : true});
        SessionTable(connection).removeOf(person.name);
        auto line =
            entryOf(by, old && !old->isRemoved() ? trace::act::operatorChanged : trace::act::operatorEntered);
        line.subject = person.name;
        TraceTable(connection).append(line, m_context.clock.now());
        return old && !old->isRemoved() ? Stored::Replaced : Stored::New;
    });
    m_sessions.forgetKnown();
    return stored;
}

Result<std::string> OperatorService::putFirst(const std::string &administrator)
{
    if (!isSignInName(administrator)) {
        return malformedOperator("name");
    }
    const auto password = firstPassword();
    const auto hash = seal::hashPassword(password, m_cost);
    if (!hash) {
        return hash.failure();
    }
    return m_context.database.write<std::string>([&](Connection &connection) -> Result<std::string> {
        OperatorTable table(connection);
        if (!table.all().empty()) {
            return Failure{"operator.not-first"};
        }
        const auto now = m_context.clock.now();
        table.put({administrator, administrator, *hash, std::string(casework::nameOf(Role::Administrator)),
            {}, toText(now), true});
        TraceTable(connection).append({.act = trace::act::operatorEntered, .subject = administrator}, now);
        return password;
    });
}

Result<Done> OperatorService::remove(const SignedIn &by, const std::string &name)
{
    if (name == by.actor.operatorName) {
        return Failure{"operator.oneself"}; // or nobody would be left to enter anybody
    }
    auto removed = m_context.database.write<Done>([&](Connection &connection) -> Result<Done> {
        OperatorTable table(connection);
        auto row = table.find(name);
        if (!row || row->isRemoved()) {
            return Failure{"operator.unknown"};
        }
        row->roles.clear();
        row->password.clear();
        table.put(*row);
        SessionTable(connection).removeOf(name);
        auto line = entryOf(by, trace::act::operatorRemoved);
        line.subject = name;
        TraceTable(connection).append(line, m_context.clock.now());
        return Done{};
    });
    m_sessions.forgetKnown();
    return removed;
}

} // namespace quanke::gateway
