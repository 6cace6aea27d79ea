#pragma once

#include "core/casework/permission.h"
#include "core/wire/protocol.h"
#include "gateway/service/servicecontext.h"
#include "gateway/service/sessionservice.h"
#include "gateway/store/operatortable.h"
#include "seal/password.h"

#include <optional>
#include <string>
#include <vector>

namespace quanke::gateway {

casework::Actor actorOf(const OperatorRow &row);
wire::SignedInOperator personOf(const OperatorRow &row);
/// Whether cases can be handed to them.
bool goesOnWithCases(const OperatorRow &row);

/// Somebody as an administrator enters them.
struct OperatorEntry {
    wire::SignedInOperator person; ///< the hall is not looked at
    std::optional<std::string>
        password; ///< until they choose another; may be left out for one who is already there
};

enum class Stored { New, Replaced };

/// Who may sign in.
class OperatorService {
public:
    /// Who is changed has to sign in again: `sessions`, which outlive it, are told.
    OperatorService(ServiceContext context, SessionService &sessions, const seal::PasswordCost &cost = {});

    Result<std::vector<wire::SignedInOperator>> all();
    /// To whom a case can be handed.
    Result<std::vector<wire::Colleague>> clerks();
    /// Enters or replaces one, and ends the sessions under the old entry. Fails: operator.malformed
    /// ("member": name, displayName, roles, department), operator.roles-exclusive (a trainer, an administrator or an
    /// auditor with other roles), operator.password-missing, operator.password-weak.
    Result<Stored> put(const SignedIn &by, const OperatorEntry &entry);

    /// Somebody who can enter all others, where there is nobody yet: their first password. Fails: operator.malformed
    /// ("member": name), operator.not-first.
    Result<std::string> putFirst(const std::string &administrator);
    /// Who works here no longer: signs in no more, and is in no list. Fails: operator.unknown, operator.oneself.
    Result<Done> remove(const SignedIn &by, const std::string &name);

private:
    Result<Done> check(const OperatorEntry &entry) const;

    ServiceContext m_context;
    SessionService &m_sessions;
    seal::PasswordCost m_cost;
};

} // namespace quanke::gateway
