#pragma once

#include "core/casework/permission.h"
#include "core/wire/protocol.h"
#include "gateway/service/servicecontext.h"
#include "gateway/store/operatortable.h"
#include "seal/password.h"

#include <optional>
#include <string>
#include <vector>

namespace quanke::gateway {

casework::Actor actorOf(const OperatorRow &row);
wire::SignedInOperator personOf(const OperatorRow &row);

/// Somebody as an administrator enters them.
struct OperatorEntry {
    wire::SignedInOperator person; ///< the hall is not looked at
    std::optional<std::string> password; ///< may be left out for one who is already there
};

enum class Stored { New, Replaced };

/// Who may sign in.
class OperatorService {
public:
    explicit OperatorService(const ServiceContext &context, const seal::PasswordCost &cost = {});

    Result<std::vector<wire::SignedInOperator>> all();
    /// Enters or replaces one, and ends the sessions under the old entry. Fails: operator.malformed
    /// ("member": name, displayName, roles, department), operator.roles-exclusive (an administrator or
    /// auditor with other roles), operator.password-missing, operator.password-weak (under ten characters, or
    /// of fewer than three kinds).
    Result<Stored> put(const OperatorEntry &entry);

private:
    Result<Done> check(const OperatorEntry &entry) const;

    ServiceContext m_context;
    seal::PasswordCost m_cost;
};

} // namespace quanke::gateway
