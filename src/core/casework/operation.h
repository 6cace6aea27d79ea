#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace quanke::casework {

enum class Environment { Production, Practice };
std::string_view nameOf(Environment environment); ///< "production", "practice"

/// One immutable act (办理动作). State follows from operations and from nothing else.
///
/// On the wire (JSON object): id, kind, device, sequence, previous, actor, environment, at, case, body; and base and
/// window where they are known.
/// Bodies by kind:
///   case.submit               number, bundle, forms (digest of the definitions), ticked [matter…], answers {…},
///                             values {key: value, material: [file reference…]}, applicant {name, idNo}, window, handings? [{actor, window, at}…] (by whose files
///                             it came to the desk that submits it)
///   document.attest           sha256, statement ("original-seen")
///   subcase.accept            matter
///   subcase.requestCorrection matter, items [{key, reason}…]
///   subcase.supplement        matter, values {only what was asked for}
///   subcase.refuse            matter, reason, clause                      (不予受理)
///   subcase.decide            matter, outcome (approved|denied), reason, reviewPoints [{id, met}…],
///                             outputs {key: value}, document (file reference of the result, or null)
///   result.issue              matters [matter…], collector {name, idNo, mobile}, signature (file reference or null)
///   case.note                 text
///   case.handOver             window, reason, clerk?   (another window of the hall goes on with it, or that clerk
///                             wherever they sit)
///   case.resolve              matter, late, chosen (operations: conflict.h), reason
struct Operation {
    std::string id; ///< UUIDv7, also the idempotency key
    std::string kind;
    std::string device;
    std::uint64_t sequence = 0; ///< dense per device, from 1
    std::string previous; ///< SHA-256 (hex) of the device's operation before, empty for the first
    std::string actor; ///< the operator's name for signing in
    Environment environment = Environment::Production;
    std::string at; ///< instant at the device
    std::string caseId; ///< UUIDv7
    Json body;
    std::string
        base; ///< the case's latest operation as the actor saw it (CaseFile::head); empty where unknown
    std::string window; ///< where the actor sat; empty where unknown
};

Json toJson(const Operation &operation);
/// Fails with operation.too-new ("member"): a kind, or a member of the operation or its body, that this program does not
/// know, as a later one may write; else with operation.malformed ("member"): missing, or of the wrong type.
Result<Operation> operationFromJson(Json json);
/// The same without looking into the body: for the history in a view, where a department's copy lacks the
/// values.
Result<Operation> envelopeFromJson(Json json);

/// The bytes that are hashed, stored and sent: canonicalText of toJson.
std::string bytesOf(const Operation &operation);

} // namespace quanke::casework
