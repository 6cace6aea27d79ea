#pragma once

#include "core/casework/casefile.h"

#include <string>
#include <string_view>
#include <vector>

/// Two desks that changed one case without knowing of each other. What came first stands, what came late is kept beside
/// it whole, nothing is merged; somebody who had no hand in either chooses (case.resolve). A late version is chosen over what
/// that person has seen: where it has moved since, the choice is refused with conflict.moved. Notes and attestations
/// contradict nothing and are always taken. A whole case that two desks submitted (it travelled by a file, and both went
/// on) is such a pair too; its matter is the bundle. Of more than two each late one stands against what counts by then.
namespace quanke::casework {

/// Whether acts of this kind change what is legally so.
bool changesContent(std::string_view kind);

/// The operations of the case that `operation` should have known of and did not: acts by other desks since its base
/// that changed the same matter, a key it changes, or a value of the matter it judges; and for a supplement that the
/// case was handed to another window. None where it names no base, or
/// one that the case does not hold (a gateway that was put back to an earlier state).
std::vector<std::string> rivalsOf(
    const catalogue::Catalogue &catalogue, const CaseFile &file, const Operation &operation);

/// The case as whoever made the operation saw it: as it stood after its base. The case itself where it names none.
Result<CaseFile> baseOf(
    const catalogue::Catalogue &catalogue, const CaseFile &file, const Operation &operation);

/// The conflict in which this operation is the late one, or null.
const Conflict *conflictOf(const CaseFile &file, const std::string &operation);

/// The rival that was chosen; where none was, the last, which stands unless the late one is chosen.
const std::string &standingIn(const Conflict &conflict);

/// The case as it is if the late version is chosen. Fails with operation.wrong-state ("matter", "state") once the
/// department has gone on: what the back office set stands. Also conflict.unknown.
Result<CaseFile> withLate(
    const catalogue::Catalogue &catalogue, const CaseFile &file, const Conflict &conflict);

/// The operation of the history, or null.
const Operation *operationIn(const CaseFile &file, const std::string &id);

} // namespace quanke::casework
