#pragma once

#include "core/base/date.h"
#include "core/casework/operation.h"
#include "core/casework/permission.h"
#include "core/catalogue/catalogue.h"
#include "core/form/form.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace quanke::casework {

/// Where a sub-case (子办件: one matter of the case) stands.
enum class SubCaseState {
    Waiting, ///< for another matter's result (等前件)
    Received, ///< with the department, not yet accepted (收件)
    Correction, ///< back with the applicant (补正)
    Supplemented, ///< supplemented, waits for the department again
    Accepted, ///< in review (受理)
    Refused, ///< not accepted (不予受理)
    Approved,
    Denied,
    Issued ///< handed over (出件)
};
std::string_view nameOf(SubCaseState state); ///< "waiting", "received", …
/// Nothing (false) for an unknown name.
bool stateFromName(std::string_view name, SubCaseState &state);

/// Whether nothing can happen to the sub-case any more but being handed over.
bool isDecided(SubCaseState state);

struct CorrectionItem {
    std::string key; ///< the field or material
    std::string reason;
};

struct SubCase {
    std::string matter;
    SubCaseState state = SubCaseState::Received;
    std::string receivedAt; ///< instants, empty when it has not come to that
    std::string acceptedAt;
    std::string decidedAt;
    std::string issuedAt;
    std::vector<std::string> waitsFor; ///< matters whose hard result is still missing
    std::vector<std::string> blockedBy; ///< refused or denied matters because of which it waits in vain
    std::vector<CorrectionItem> correction; ///< what was asked for, while in Correction
    std::string reason; ///< of refusal or decision
    Json outputs = Json::object(); ///< what the decision carried
    Json document; ///< the result's file reference, or null
};

/// Two versions that did not know of each other; a supervisor chooses (conflict.h). All are operations of the history.
struct Conflict {
    std::string late; ///< kept beside, without effect unless it is chosen
    std::string matter; ///< or the bundle, where the whole case was submitted twice
    std::vector<std::string> rivals; ///< what it did not know of, which stands unless it is chosen
    std::string chosen; ///< the late one or a rival; empty while nobody has chosen
};

/// Who works on a case just now, as the gateway knows it; for a while, and renewed as long as they do.
struct Lease {
    std::string holder; ///< the operator's name for signing in
    std::string displayName;
    std::string window; ///< as the desk says
    std::string device;
    std::uint64_t fence = 0; ///< one more whenever it goes to another
    std::string since;
    std::string until; ///< instants
};

/// A case (办件), rebuilt from its operations by applying them in order. The same code decides in desk and
/// gateway what is allowed.
struct CaseFile {
    std::string id;
    std::string number; ///< printed: QS-20261121-K7F3-0001
    std::string bundle;
    std::string formsDigest;
    std::vector<std::string> ticked;
    form::Answers answers;
    Json values = Json::object(); ///< as supplemented; outputs of decisions merged in under their keys
    Json applicant = Json::object();
    std::string window;
    std::string receivedBy;
    std::string heldAt; ///< the window that goes on with it: where it was received until it is handed over
    std::string
        heldBy; ///< the clerk who goes on with it wherever they sit; empty: whoever sits at that window
    Environment environment = Environment::Production;
    std::map<std::string, SubCase> subCases; ///< by matter
    std::vector<Operation> history;
    std::vector<Conflict> conflicts; ///< in the order they came, those that were resolved too
    std::string head; ///< its latest operation, also where the history is only a part of it
    /// Display names of who acted, by the name for signing in. The gateway's, on what it shows; no part of the case.
    std::map<std::string, std::string> people;
    std::optional<Lease>
        lease; ///< the gateway's likewise; of who looks: the hall's, or that of the department
};

/// Applies one operation, or says why it is not allowed: case.exists, case.unknown, operation.not-allowed
/// (role), operation.other-actor, operation.wrong-environment, operation.wrong-department,
/// operation.same-person (who received or edited cannot decide, nor the other way about), operation.wrong-state ("matter", "state"),
/// operation.unknown-matter, operation.unknown-bundle, operation.reason-missing,
/// operation.review-points-missing ("ids": the points a person must find met before an approval),
/// operation.unknown-key ("keys"), case.held-there, conflict.unknown, conflict.resolved. `file` is null for case.submit, which makes a new one;
/// submitted once more by another desk (the case travelled by a file) it is kept beside, or says nothing new. Content
/// (values, outputs) is validated by checkContent.
///
/// What did not know of others that changed the same is kept beside as a conflict (conflict.h), and nothing else changes.
/// Submitting puts every matter before its department, except those that wait for a hard result of another
/// ticked matter. An instant matter may be decided as it is received, a committed one only once accepted. An
/// approval's outputs go into the case's values under their keys, its document under the material it is, and
/// those that waited go on. After a refusal or denial the rest goes on; those that need its result stay
/// waiting and say because of whom (blockedBy).
Result<CaseFile> apply(const catalogue::Catalogue &catalogue, const CaseFile *file,
    const Operation &operation, const Actor &actor);

/// The duty without which nobody does an act of that kind; nothing for a kind that there is not.
std::optional<Duty> dutyOf(std::string_view kind);

/// Whether the values an operation carries satisfy the forms: the composed form for case.submit (errors
/// only), the keys asked for in subcase.supplement, the elements of outputs in subcase.decide. Fails with
/// case.invalid and "problems" in the arguments.
Result<Done> checkContent(
    const catalogue::Catalogue &catalogue, const CaseFile *file, const Operation &operation, Date today);
/// The same by forms from elsewhere, for who checks often. Gives the form of a case.submit as it was looked at, for who
/// asks more of it.
Result<std::optional<form::FormState>> checkContent(const catalogue::Catalogue &catalogue,
    const form::FormSource &forms, const CaseFile *file, const Operation &operation, Date today);

/// Whether it came by a file that they had filled before.
bool hasHandedOn(const Operation &operation, const std::string &actor);
/// Who received or edited the case: they decide nothing of it (受审分离).
bool hasWorkedOnContent(const CaseFile &file, const std::string &actor);
/// And the other way about: who has decided anything of it edits nothing of it any more.
bool hasDecided(const CaseFile &file, const std::string &actor);
/// Whether an act of that kind receives or edits.
bool editsContent(std::string_view kind);

/// Whether nothing more can come: every matter is issued, refused, denied, or waits in vain.
bool isFinished(const CaseFile &file);

} // namespace quanke::casework
