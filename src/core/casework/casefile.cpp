#include "core/casework/casefile.h"

#include "core/casework/act.h"
#include "core/casework/calendar.h"
#include "core/casework/conflict.h"
#include "core/casework/filereference.h"
#include "core/casework/part.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

namespace quanke::casework {

namespace {

using Handler = Result<Done> (*)(const Act &, CaseFile &);

bool isOneOf(SubCaseState state, std::initializer_list<SubCaseState> states)
{
    return std::ranges::find(states, state) != states.end();
}

/// The sub-case the body names, when it is this department's and in one of the states.
Result<SubCase *> departmentSubCase(
    const Act &act, CaseFile &file, std::initializer_list<SubCaseState> states)
{
    const auto found = file.subCases.find(act.text("matter"));
    const auto *matter = act.catalogue.matter(act.text("matter"));
    if (found == file.subCases.end() || matter == nullptr) {
        return refusal("operation.unknown-matter");
    }
    if (matter->department != act.actor.department) {
        return refusal("operation.wrong-department", {{"matter", matter->id}});
    }
    if (!isOneOf(found->second.state, states)) {
        return refusal(
            "operation.wrong-state", {{"matter", matter->id}, {"state", nameOf(found->second.state)}});
    }
    return &found->second;
}

std::vector<std::string> inBundleOrder(const catalogue::Bundle &bundle, const std::set<std::string> &ticked)
{
    std::vector<std::string> ordered;
    for (const auto &entry : bundle.matters) {
        if (ticked.contains(entry.matter)) {
            ordered.push_back(entry.matter);
        }
    }
    return ordered;
}

form::Answers completeAnswers(
    const catalogue::Catalogue &catalogue, const catalogue::Bundle &bundle, const Json &given)
{
    form::Answers answers;
    for (const auto &id : bundle.situations) {
        if (const auto *situation = catalogue.situation(id); situation != nullptr) {
            answers[id] = situation->defaultAnswer;
        }
    }
    for (const auto &[id, answer] : given.items()) {
        answers[id] = answer.get<std::string>();
    }
    return answers;
}

SubCase newSubCase(
    const catalogue::Matter &matter, const std::set<std::string> &ticked, const std::string &at)
{
    SubCase subCase;
    subCase.matter = matter.id;
    for (const auto &dependency : matter.dependsOn) {
        if (dependency.hard && ticked.contains(dependency.matter)) {
            subCase.waitsFor.push_back(dependency.matter);
        }
    }
    subCase.state = subCase.waitsFor.empty() ? SubCaseState::Received : SubCaseState::Waiting;
    subCase.receivedAt = subCase.waitsFor.empty() ? at : std::string();
    return subCase;
}

Result<Done> submit(const Act &act, CaseFile &file)
{
    const auto &body = act.operation.body;
    const auto *bundle = act.catalogue.bundle(act.text("bundle"));
    if (bundle == nullptr) {
        return refusal("operation.unknown-bundle");
    }
    const auto ticked = body["ticked"].get<std::set<std::string>>();
    file.ticked = inBundleOrder(*bundle, ticked);
    if (file.ticked.size() != ticked.size()) {
        return refusal("operation.unknown-matter");
    }
    file.id = act.operation.caseId;
    file.number = act.text("number");
    file.bundle = bundle->id;
    file.formsDigest = act.text("forms");
    file.answers = completeAnswers(act.catalogue, *bundle, body["answers"]);
    file.values = body["values"];
    file.applicant = body["applicant"];
    file.window = act.text("window");
    file.heldAt = file.window;
    file.receivedBy = act.operation.actor;
    file.environment = act.operation.environment;
    for (const auto &id : file.ticked) {
        if (const auto *matter = act.catalogue.matter(id); matter != nullptr) {
            file.subCases.emplace(id, newSubCase(*matter, ticked, act.operation.at));
        }
    }
    return Done{};
}

Result<Done> attest(const Act &act, CaseFile &file)
{
    const auto holds = [&](const Json &json) {
        const auto files = filesIn(json);
        return std::ranges::find(files, act.text("sha256"), &FileReference::sha256) != files.end();
    };
    // What lies beside the case in a late version was seen too.
    if (!holds(file.values) && std::ranges::none_of(file.history, holds, &Operation::body)) {
        return refusal("operation.unknown-key", {{"keys", {"sha256"}}});
    }
    return Done{};
}

Result<Done> accept(const Act &act, CaseFile &file)
{
    const auto subCase = departmentSubCase(act, file, {SubCaseState::Received, SubCaseState::Supplemented});
    if (!subCase) {
        return subCase.failure();
    }
    (*subCase)->state = SubCaseState::Accepted;
    (*subCase)->acceptedAt = act.operation.at;
    return Done{};
}

Result<Done> requestCorrection(const Act &act, CaseFile &file)
{
    const auto subCase = departmentSubCase(act, file, {SubCaseState::Received, SubCaseState::Supplemented});
    if (!subCase) {
        return subCase.failure();
    }
    const auto known = declaredKeys(act.catalogue, *act.catalogue.matter(act.text("matter")));
    Json unknown = Json::array();
    std::vector<CorrectionItem> items;
    for (const auto &item : act.operation.body["items"]) {
        items.push_back({item["key"], item["reason"]});
        if (items.back().reason.empty()) {
            return refusal("operation.reason-missing", {{"key", items.back().key}});
        }
        if (!known.contains(items.back().key)) {
            unknown.push_back(items.back().key);
        }
    }
    if (!unknown.empty()) {
        return refusal("operation.unknown-key", {{"keys", unknown}});
    }
    (*subCase)->state = SubCaseState::Correction;
    (*subCase)->correction = std::move(items);
    return Done{};
}

Result<Done> supplement(const Act &act, CaseFile &file)
{
    const auto found = file.subCases.find(act.text("matter"));
    if (found == file.subCases.end()) {
        return refusal("operation.unknown-matter");
    }
    auto &subCase = found->second;
    if (subCase.state != SubCaseState::Correction) {
        return refusal(
            "operation.wrong-state", {{"matter", subCase.matter}, {"state", nameOf(subCase.state)}});
    }
    Json unknown = Json::array();
    for (const auto &[key, value] : act.operation.body["values"].items()) {
        if (std::ranges::find(subCase.correction, key, &CorrectionItem::key) == subCase.correction.end()) {
            unknown.push_back(key);
        } else if (value.is_null()) {
            file.values.erase(key);
        } else {
            file.values[key] = value;
        }
    }
    if (!unknown.empty()) {
        return refusal("operation.unknown-key", {{"keys", unknown}});
    }
    subCase.state = SubCaseState::Supplemented;
    subCase.correction.clear();
    return Done{};
}

/// Who waits, directly or through others, for something that will not come.
void markBlocked(CaseFile &file)
{
    const auto comesToNothing = [](const SubCase &subCase) {
        return isOneOf(subCase.state, {SubCaseState::Refused, SubCaseState::Denied});
    };
    for (bool changed = true; changed;) {
        changed = false;
        for (auto &[matter, subCase] : file.subCases) {
            std::set<std::string> because;
            for (const auto &provider : subCase.waitsFor) {
                const auto other = file.subCases.find(provider);
                if (other == file.subCases.end()) {
                    continue; // another department's: not in this view
                }
                because.insert(other->second.blockedBy.begin(), other->second.blockedBy.end());
                if (comesToNothing(other->second)) {
                    because.insert(provider);
                }
            }
            std::vector<std::string> blockedBy(because.begin(), because.end());
            changed = changed || blockedBy != subCase.blockedBy;
            subCase.blockedBy = std::move(blockedBy);
        }
    }
}

void releaseWaiting(CaseFile &file, const std::string &provider, const std::string &at)
{
    for (auto &[matter, subCase] : file.subCases) {
        if (std::erase(subCase.waitsFor, provider) > 0 && subCase.waitsFor.empty()) {
            subCase.state = SubCaseState::Received;
            subCase.receivedAt = at;
        }
    }
}

void bringResults(const catalogue::Catalogue &catalogue, CaseFile &file, const SubCase &decided)
{
    for (const auto &[key, value] : decided.outputs.items()) {
        file.values[key] = value;
    }
    if (decided.document.is_null()) {
        return;
    }
    for (const auto &[id, material] : catalogue.materials()) {
        if (material.producedBy == decided.matter) {
            file.values[id] = Json::array({decided.document});
        }
    }
}

Result<Done> refuse(const Act &act, CaseFile &file)
{
    const auto subCase = departmentSubCase(act, file, {SubCaseState::Received, SubCaseState::Supplemented});
    if (!subCase) {
        return subCase.failure();
    }
    if (hasWorkedOnContent(file, act.operation.actor)) {
        return refusal("operation.same-person");
    }
    if (act.text("reason").empty() || act.text("clause").empty()) {
        return refusal("operation.reason-missing");
    }
    (*subCase)->state = SubCaseState::Refused;
    (*subCase)->reason = act.text("reason");
    (*subCase)->decidedAt = act.operation.at;
    markBlocked(file);
    return Done{};
}

/// The review points a person answers for and that the body does not give as met.
Json unmetPoints(const catalogue::Matter &matter, const Json &given)
{
    Json unmet = Json::array();
    for (const auto &point : matter.reviewPoints) {
        const bool met = std::ranges::any_of(
            given, [&point](const Json &item) { return item["id"] == point.id && item["met"] == true; });
        if (!point.machine && !met) {
            unmet.push_back(point.id);
        }
    }
    return unmet;
}

Result<Done> checkDecision(const Act &act, const catalogue::Matter &matter)
{
    const auto &body = act.operation.body;
    if (body["outcome"] == "denied") {
        if (act.text("reason").empty()) {
            return refusal("operation.reason-missing");
        }
        if (!body["outputs"].empty()) {
            return refusal("operation.unknown-key", {{"keys", {"outputs"}}});
        }
        return Done{};
    }
    if (auto unmet = unmetPoints(matter, body["reviewPoints"]); !unmet.empty()) {
        return refusal("operation.review-points-missing", {{"ids", unmet}});
    }
    Json unknown = Json::array();
    for (const auto &[key, value] : body["outputs"].items()) {
        if (std::ranges::find(matter.result.outputs, key) == matter.result.outputs.end()) {
            unknown.push_back(key);
        }
    }
    if (!unknown.empty()) {
        return refusal("operation.unknown-key", {{"keys", unknown}});
    }
    return Done{};
}

Result<SubCase *> decidableSubCase(const Act &act, CaseFile &file)
{
    const auto *matter = act.catalogue.matter(act.text("matter"));
    const bool instant =
        matter != nullptr && limitsUnder(*matter, file.answers).caseType == catalogue::CaseType::Instant;
    return instant ? departmentSubCase(
               act, file, {SubCaseState::Received, SubCaseState::Supplemented, SubCaseState::Accepted})
                   : departmentSubCase(act, file, {SubCaseState::Accepted});
}

Result<Done> decide(const Act &act, CaseFile &file)
{
    const auto found = decidableSubCase(act, file);
    if (!found) {
        return found.failure();
    }
    if (hasWorkedOnContent(file, act.operation.actor)) {
        return refusal("operation.same-person");
    }
    SubCase &subCase = **found;
    if (const auto checked = checkDecision(act, *act.catalogue.matter(subCase.matter)); !checked) {
        return checked.failure();
    }
    const auto &body = act.operation.body;
    const bool approved = body["outcome"] == "approved";
    subCase.state = approved ? SubCaseState::Approved : SubCaseState::Denied;
    subCase.reason = act.text("reason");
    subCase.decidedAt = act.operation.at;
    if (subCase.acceptedAt.empty()) {
        subCase.acceptedAt = act.operation.at; // deciding an instant matter on the spot accepts it
    }
    subCase.outputs = body["outputs"];
    subCase.document = body["document"];
    if (approved) {
        bringResults(act.catalogue, file, subCase);
        releaseWaiting(file, subCase.matter, act.operation.at);
    } else {
        markBlocked(file);
    }
    return Done{};
}

Result<Done> issue(const Act &act, CaseFile &file)
{
    for (const auto &matter : act.operation.body["matters"]) {
        const auto found = file.subCases.find(matter.get<std::string>());
        if (found == file.subCases.end()) {
            return refusal("operation.unknown-matter");
        }
        auto &subCase = found->second;
        if (subCase.state != SubCaseState::Approved) {
            return refusal(
                "operation.wrong-state", {{"matter", subCase.matter}, {"state", nameOf(subCase.state)}});
        }
        subCase.state = SubCaseState::Issued;
        subCase.issuedAt = act.operation.at;
    }
    return Done{};
}

Result<Done> note(const Act &act, CaseFile &)
{
    if (act.text("text").empty()) {
        return refusal("operation.reason-missing");
    }
    return Done{};
}

Result<Done> handOver(const Act &act, CaseFile &file)
{
    if (act.text("reason").empty()) {
        return refusal("operation.reason-missing");
    }
    auto clerk = act.operation.body.value("clerk", std::string());
    if (act.text("window") == file.heldAt && clerk == file.heldBy) {
        return refusal("case.held-there");
    }
    file.heldAt = act.text("window");
    file.heldBy = std::move(clerk);
    return Done{};
}

struct Kind {
    std::string_view name;
    Duty duty;
    Handler handler;
};

constexpr std::array kinds{
    Kind{submitKind, Duty::ReceiveCase, submit},
    Kind{"document.attest", Duty::AttestDocument, attest},
    Kind{"subcase.accept", Duty::AcceptSubCase, accept},
    Kind{"subcase.requestCorrection", Duty::RequestCorrection, requestCorrection},
    Kind{"subcase.supplement", Duty::SupplementCase, supplement},
    Kind{"subcase.refuse", Duty::RefuseSubCase, refuse},
    Kind{"subcase.decide", Duty::DecideSubCase, decide},
    Kind{"result.issue", Duty::IssueResult, issue},
    Kind{"case.note", Duty::ViewCases, note},
    Kind{"case.handOver", Duty::HandOverCase, handOver},
    Kind{"case.resolve", Duty::Supervise, resolve},
};

/// Role, person and environment: what holds for every kind alike.
Result<Done> checkActor(
    const Kind &kind, const CaseFile *file, const Operation &operation, const Actor &actor)
{
    if (!mayDo(actor.roles, kind.duty)) {
        return refusal("operation.not-allowed", {{"duty", nameOf(kind.duty)}});
    }
    if (operation.actor != actor.operatorName) {
        return refusal("operation.other-actor");
    }
    if (operation.kind != submitKind && file == nullptr) {
        return refusal("case.unknown");
    }
    if (file != nullptr && file->environment != operation.environment) {
        return refusal("operation.wrong-environment");
    }
    if (file != nullptr && editsContent(operation.kind) && hasDecided(*file, actor.operatorName)) {
        return refusal("operation.same-person");
    }
    return Done{};
}

/// Whether what came late is looked at where it was made: not again for what was taken, which would take twice as long
/// with each conflict of a case.
enum class Lateness { LookedAt, ToBeLookedAt };

Result<CaseFile> carryOutOrKeepBeside(const Act &act, const CaseFile *file, Lateness lateness)
{
    if (file != nullptr && act.operation.kind == submitKind) {
        return submittedAgain(act, *file);
    }
    auto rivals =
        file == nullptr ? std::vector<std::string>() : rivalsOf(act.catalogue, *file, act.operation);
    if (rivals.empty()) {
        return carryOut(act, file);
    }
    if (lateness == Lateness::ToBeLookedAt) {
        if (const auto right = wasRightWhereItWasMade(act, *file); !right) {
            return right.failure();
        }
    }
    return keptBeside(act, *file, std::move(rivals));
}

} // namespace

std::optional<Duty> dutyOf(std::string_view kind)
{
    const auto found = std::ranges::find(kinds, kind, &Kind::name);
    return found == kinds.end() ? std::nullopt : std::optional(found->duty);
}

Result<CaseFile> carryOut(const Act &act, const CaseFile *file)
{
    const auto kind = std::ranges::find(kinds, act.operation.kind, &Kind::name);
    CaseFile next = file == nullptr ? CaseFile() : *file;
    if (const auto done = kind->handler(act, next); !done) {
        return done.failure();
    }
    next.history.push_back(act.operation);
    next.head = act.operation.id;
    return next;
}

Result<CaseFile> apply(const catalogue::Catalogue &catalogue, const CaseFile *file,
    const Operation &operation, const Actor &actor)
{
    const auto kind = std::ranges::find(kinds, operation.kind, &Kind::name);
    if (kind == kinds.end()) {
        return refusal("operation.malformed", {{"member", "kind"}});
    }
    if (const auto checked = checkActor(*kind, file, operation, actor); !checked) {
        return checked.failure();
    }
    if (file != nullptr && operation.kind == "case.resolve" && hasMovedSince(*file, operation)) {
        return refusal("conflict.moved"); // not asked about what was taken: it was seen as it stood then
    }
    return carryOutOrKeepBeside({catalogue, operation, actor}, file, Lateness::ToBeLookedAt);
}

Result<CaseFile> applyTaken(
    const catalogue::Catalogue &catalogue, const CaseFile *file, const Operation &operation)
{
    if (const auto read = operationFromJson(toJson(operation)); !read) {
        return read.failure(); // a view may hold kinds that a later program knows
    }
    const auto *matter = catalogue.matter(operation.body.value("matter", std::string()));
    const Actor actor{operation.actor, {}, matter == nullptr ? std::string() : matter->department};
    return carryOutOrKeepBeside({catalogue, operation, actor}, file, Lateness::LookedAt);
}

} // namespace quanke::casework
