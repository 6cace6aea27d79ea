#pragma once

#include "core/casework/casefile.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// Inside of casework: what its files share to carry out an act.
namespace quanke::casework {

/// The act that begins a case.
constexpr std::string_view submitKind = "case.submit";

/// What an act is about, and who acts.
struct Act {
    const catalogue::Catalogue &catalogue;
    const Operation &operation;
    const Actor &actor;

    std::string text(const char *member) const { return operation.body[member].get<std::string>(); }
};

inline Failure refusal(std::string key, Json arguments = Json::object())
{
    return {std::move(key), std::move(arguments), {}};
}

/// The same as apply() for operations that were taken before: the role and the person are not asked about again. Fails
/// with operation.malformed for what this program does not know.
Result<CaseFile> applyTaken(
    const catalogue::Catalogue &catalogue, const CaseFile *file, const Operation &operation);

/// As apply() for an operation of a known kind, once role, person and environment are right and it has no rivals.
Result<CaseFile> carryOut(const Act &act, const CaseFile *file);

/// Whether an operation with rivals was allowed where its desk stood: after its base.
Result<Done> wasRightWhereItWasMade(const Act &act, const CaseFile &file);
/// The operation beside the case, whole; the case stays as it is.
CaseFile keptBeside(const Act &act, const CaseFile &file, std::vector<std::string> rivals);

/// A submission of a case that is here already, made where the case was handed to by a file or came from. Beside the case
/// where it says something else; where it says the same the history alone tells of it.
Result<CaseFile> submittedAgain(const Act &act, const CaseFile &file);

/// Whether something of what a choice of the late version would overwrite has changed since the supervisor saw it (by the
/// choice's base): it is to be looked at again.
bool hasMovedSince(const CaseFile &file, const Operation &choice);
/// Handler of case.resolve.
Result<Done> resolve(const Act &act, CaseFile &file);

} // namespace quanke::casework
