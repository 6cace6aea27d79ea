#include "core/casework/conflict.h"

#include "core/casework/act.h"
#include "core/casework/part.h"

#include <algorithm>
#include <array>
#include <set>

namespace quanke::casework {

namespace {

using Place = std::vector<Operation>::const_iterator;

constexpr std::string_view supplementKind = "subcase.supplement";
constexpr std::string_view handOverKind = "case.handOver";
constexpr std::string_view resolveKind = "case.resolve";

std::string matterOf(const Operation &operation)
{
    return operation.body.value("matter", std::string());
}

/// What the operation writes into the case's values.
const Json &writtenBy(const Operation &operation)
{
    static const Json nothing = Json::object();
    const char *member = operation.kind == supplementKind ? "values" : "outputs";
    const auto found = operation.body.find(member);
    return found == operation.body.end() ? nothing : *found;
}

bool writesTheSame(const Operation &one, const Operation &other)
{
    const auto &written = writtenBy(other);
    return std::ranges::any_of(
        writtenBy(one).items(), [&written](const auto &entry) { return written.contains(entry.key()); });
}

/// Whether `earlier` changed a value that `later` passes judgement on.
bool changesWhatIsJudged(
    const catalogue::Catalogue &catalogue, const Operation &earlier, const Operation &later)
{
    constexpr std::array<std::string_view, 3> judging{"subcase.accept", "subcase.refuse", "subcase.decide"};
    const auto *matter = catalogue.matter(matterOf(later));
    if (matter == nullptr || earlier.kind != supplementKind
        || std::ranges::find(judging, later.kind) == judging.end()) {
        return false;
    }
    const auto keys = declaredKeys(catalogue, *matter);
    return std::ranges::any_of(
        writtenBy(earlier).items(), [&keys](const auto &entry) { return keys.contains(entry.key()); });
}

bool contradicts(const catalogue::Catalogue &catalogue, const Operation &earlier, const Operation &later)
{
    if (earlier.kind == handOverKind) {
        return later.kind == supplementKind; // the editing right has gone to another window
    }
    return matterOf(earlier) == matterOf(later) || writesTheSame(earlier, later)
        || changesWhatIsJudged(catalogue, earlier, later);
}

/// Whether the operation lies beside the case, without effect.
bool isAside(const CaseFile &file, const Operation &operation)
{
    const auto *conflict = conflictOf(file, operation.id);
    return conflict != nullptr && conflict->chosen != operation.id;
}

/// A desk knows what it did itself before.
bool isOfTheSameDesk(const Operation &earlier, const Operation &later)
{
    return earlier.device == later.device && earlier.sequence < later.sequence;
}

Place placeOf(const CaseFile &file, const std::string &id)
{
    return std::ranges::find(file.history, id, &Operation::id);
}

/// Where the base lies; the end where none is named or known.
Place baseIn(const CaseFile &file, const Operation &operation)
{
    return operation.base.empty() ? file.history.end() : placeOf(file, operation.base);
}

/// What an act that counts brought into the case: itself, or the late version that it chose. Null where it does not count.
const Operation *effectOf(const CaseFile &file, const Operation &operation)
{
    if (operation.kind == resolveKind) {
        const auto late = operation.body.value("late", std::string());
        return operation.body.value("chosen", std::string()) == late ? operationIn(file, late) : nullptr;
    }
    return isAside(file, operation) ? nullptr : &operation;
}

/// Whether the key's last word, since then, is a supplement's of the matter.
bool isLastWrittenFor(
    const CaseFile &file, std::size_t known, const std::string &key, const std::string &matter)
{
    for (auto place = file.history.rbegin(); place != file.history.rend() - std::ptrdiff_t(known); ++place) {
        const auto *effect = effectOf(file, *place);
        if (effect != nullptr && writtenBy(*effect).contains(key)) {
            return effect->kind == supplementKind && matterOf(*effect) == matter;
        }
    }
    return false;
}

/// Everything that supplements of the matter wrote since is as it was before, but for what others wrote over it.
void takeBack(CaseFile &file, const CaseFile &base, const std::string &matter)
{
    const auto known = base.history.size();
    for (auto place = file.history.begin() + std::ptrdiff_t(known); place != file.history.end(); ++place) {
        if (place->kind != supplementKind || matterOf(*place) != matter) {
            continue;
        }
        for (const auto &[key, value] : writtenBy(*place).items()) {
            if (!isLastWrittenFor(file, known, key, matter)) {
                continue;
            }
            if (base.values.contains(key)) {
                file.values[key] = base.values[key];
            } else {
                file.values.erase(key);
            }
        }
    }
    file.subCases[matter] = base.subCases.at(matter);
}

/// What the department set since stands, whatever was supplemented beside it (以后台为准).
Result<Done> checkStillOpen(const CaseFile &file, const SubCase &subCase, const Operation &late)
{
    const auto isOfTheDepartment = [&](const Operation &operation) {
        return matterOf(operation) == subCase.matter && operation.kind != supplementKind
            && operation.kind != resolveKind && !isAside(file, operation);
    };
    const bool hasGoneOn = isDecided(subCase.state)
        || (late.kind == supplementKind
            && std::any_of(baseIn(file, late) + 1, file.history.end(), isOfTheDepartment));
    if (hasGoneOn) {
        return refusal(
            "operation.wrong-state", {{"matter", subCase.matter}, {"state", nameOf(subCase.state)}});
    }
    return Done{};
}

bool saysTheSame(const Operation &one, const Operation &other)
{
    constexpr std::array members{"bundle", "ticked", "answers", "values", "applicant"};
    return std::ranges::all_of(
        members, [&](const char *member) { return one.body[member] == other.body[member]; });
}

/// The submission that counts: the first, or the one that was chosen last.
const Operation &standingSubmission(const CaseFile &file)
{
    for (auto place = file.history.rbegin(); place != file.history.rend(); ++place) {
        const auto *effect = place->kind == resolveKind ? effectOf(file, *place) : nullptr;
        if (effect != nullptr && effect->kind == submitKind) {
            return *effect;
        }
    }
    return file.history.front();
}

/// Of a whole case that more than two desks submitted: what has been chosen stands against those nobody has looked at.
void putUpAgainstTheOthers(CaseFile &file, const Conflict &chosen)
{
    for (auto &other : file.conflicts) {
        const auto *late = operationIn(file, other.late);
        if (other.chosen.empty() && other.late != chosen.late && late != nullptr
            && late->kind == submitKind) {
            other.rivals.push_back(chosen.late);
        }
    }
}

/// The case as the later submission says it is: as long as no department has begun, and for the same matters.
Result<CaseFile> asSubmittedLate(
    const catalogue::Catalogue &catalogue, const CaseFile &file, const Operation &late)
{
    // Choosing among versions begins nothing: what a department did about one of a matter counts by itself.
    const auto hasAlteredIt = [&](const Operation &operation) {
        return (changesContent(operation.kind) && operation.kind != resolveKind && !isAside(file, operation))
            || operation.kind == "result.issue";
    };
    Operation begun = late;
    begun.at = file.history.front().at; // the clocks run since it was received first
    auto fresh = applyTaken(catalogue, nullptr, begun);
    if (!fresh) {
        return fresh;
    }
    if (fresh->ticked != file.ticked || std::ranges::any_of(file.history, hasAlteredIt)) {
        return refusal("operation.wrong-state", {{"matter", file.bundle}, {"state", "accepted"}});
    }
    CaseFile after = file;
    after.answers = fresh->answers;
    after.values = fresh->values;
    after.applicant = fresh->applicant;
    after.subCases = fresh->subCases;
    return after;
}

/// Whoever had a hand in one of the versions, or received the case, does not choose among them.
bool isParty(const CaseFile &file, const Conflict &conflict, const std::string &actor)
{
    const auto isTheirs = [&](const std::string &id) {
        const auto *operation = operationIn(file, id);
        return operation != nullptr && operation->kind != handOverKind && operation->actor == actor;
    };
    constexpr std::array<std::string_view, 3> bringing{"case.submit", supplementKind, "document.attest"};
    const bool hasBroughtContent = std::ranges::any_of(file.history, [&](const Operation &operation) {
        const bool isBrought = std::ranges::find(bringing, operation.kind) != bringing.end();
        return (operation.actor == actor && isBrought) || hasHandedOn(operation, actor);
    });
    return hasBroughtContent || isTheirs(conflict.late) || std::ranges::any_of(conflict.rivals, isTheirs);
}

} // namespace

bool changesContent(std::string_view kind)
{
    constexpr std::array<std::string_view, 6> kinds{"subcase.accept", "subcase.requestCorrection",
        supplementKind, "subcase.refuse", "subcase.decide", resolveKind};
    return std::ranges::find(kinds, kind) != kinds.end();
}

std::vector<std::string> rivalsOf(
    const catalogue::Catalogue &catalogue, const CaseFile &file, const Operation &operation)
{
    std::vector<std::string> rivals;
    if (!changesContent(operation.kind) || operation.kind == resolveKind) {
        return rivals; // a second choice finds the conflict resolved
    }
    auto place = baseIn(file, operation);
    if (place == file.history.end()) {
        return rivals;
    }
    for (++place; place != file.history.end(); ++place) {
        if ((changesContent(place->kind) || place->kind == handOverKind) && !isAside(file, *place)
            && !isOfTheSameDesk(*place, operation) && contradicts(catalogue, *place, operation)) {
            rivals.push_back(place->id);
        }
    }
    return rivals;
}

Result<CaseFile> baseOf(
    const catalogue::Catalogue &catalogue, const CaseFile &file, const Operation &operation)
{
    const auto place = baseIn(file, operation);
    if (place == file.history.end()) {
        return file;
    }
    auto base = applyTaken(catalogue, nullptr, file.history.front());
    for (auto next = file.history.begin() + 1; base && next <= place; ++next) {
        base = applyTaken(catalogue, &*base, *next);
    }
    return base;
}

const Conflict *conflictOf(const CaseFile &file, const std::string &operation)
{
    const auto found = std::ranges::find(file.conflicts, operation, &Conflict::late);
    return found == file.conflicts.end() ? nullptr : &*found;
}

const std::string &standingIn(const Conflict &conflict)
{
    return conflict.chosen.empty() || conflict.chosen == conflict.late ? conflict.rivals.back()
                                                                       : conflict.chosen;
}

Result<CaseFile> withLate(
    const catalogue::Catalogue &catalogue, const CaseFile &file, const Conflict &conflict)
{
    const auto *late = operationIn(file, conflict.late);
    if (late != nullptr && late->kind == submitKind) {
        return asSubmittedLate(catalogue, file, *late);
    }
    const auto subCase = file.subCases.find(conflict.matter);
    if (late == nullptr || subCase == file.subCases.end()) {
        return refusal("conflict.unknown");
    }
    if (const auto open = checkStillOpen(file, subCase->second, *late); !open) {
        return open.failure();
    }
    auto base = baseOf(catalogue, file, *late);
    if (!base) {
        return base;
    }
    CaseFile before = file;
    takeBack(before, *base, conflict.matter);
    auto after = applyTaken(catalogue, &before, [late] {
        Operation known = *late;
        known.base.clear(); // it knows of its rivals now
        return known;
    }());
    if (after) {
        after->history = file.history;
        after->head = file.head;
    }
    return after;
}

const Operation *operationIn(const CaseFile &file, const std::string &id)
{
    const auto place = placeOf(file, id);
    return place == file.history.end() ? nullptr : &*place;
}

Result<Done> wasRightWhereItWasMade(const Act &act, const CaseFile &file)
{
    const auto base = baseOf(act.catalogue, file, act.operation);
    const auto made = base ? carryOut(act, &*base) : base;
    return made ? Result<Done>(Done{}) : made.failure();
}

CaseFile keptBeside(const Act &act, const CaseFile &file, std::vector<std::string> rivals)
{
    CaseFile next = file;
    next.conflicts.push_back({act.operation.id, act.text("matter"), std::move(rivals), {}});
    next.history.push_back(act.operation);
    next.head = act.operation.id;
    return next;
}

bool hasMovedSince(const CaseFile &file, const Operation &choice)
{
    const auto *conflict = conflictOf(file, choice.body.value("late", std::string()));
    const auto base = baseIn(file, choice);
    if (conflict == nullptr || !conflict->chosen.empty() || base == file.history.end()
        || choice.body.value("chosen", std::string()) != conflict->late) {
        return false; // nothing is overwritten, or nobody knows what was seen
    }
    std::vector<std::string> versions = conflict->rivals;
    versions.push_back(conflict->late);
    const auto touches = [&](const Operation &since) {
        const auto *effect = effectOf(file, since);
        const bool isOfTheMatter = changesContent(since.kind) && matterOf(since) == conflict->matter;
        return effect != nullptr && !isOfTheSameDesk(since, choice)
            && (isOfTheMatter || std::ranges::any_of(versions, [&](const std::string &id) {
                   const auto *version = operationIn(file, id);
                   return version != nullptr && writesTheSame(*version, *effect);
               }));
    };
    return std::any_of(base + 1, file.history.end(), touches);
}

Result<CaseFile> submittedAgain(const Act &act, const CaseFile &file)
{
    const auto isOfThisDesk = [&](const Operation &operation) {
        return operation.kind == submitKind && operation.device == act.operation.device;
    };
    if (std::ranges::any_of(file.history, isOfThisDesk)) {
        return refusal("case.exists"); // a desk files a case once
    }
    if (const auto made = carryOut(act, nullptr); !made) {
        return made.failure();
    }
    CaseFile next = file;
    if (const auto &stands = standingSubmission(file); !saysTheSame(stands, act.operation)) {
        next.conflicts.push_back({act.operation.id, file.bundle, {stands.id}, {}});
    }
    next.history.push_back(act.operation);
    next.head = act.operation.id;
    return next;
}

Result<Done> resolve(const Act &act, CaseFile &file)
{
    const auto found = std::ranges::find(file.conflicts, act.text("late"), &Conflict::late);
    const auto chosen = act.text("chosen");
    if (found == file.conflicts.end() || found->matter != act.text("matter")
        || (chosen != found->late && std::ranges::find(found->rivals, chosen) == found->rivals.end())) {
        return refusal("conflict.unknown");
    }
    if (!found->chosen.empty()) {
        return refusal("conflict.resolved");
    }
    if (isParty(file, *found, act.operation.actor)) {
        return refusal("operation.same-person");
    }
    if (act.text("reason").empty()) {
        return refusal("operation.reason-missing");
    }
    const auto index = found - file.conflicts.begin();
    if (chosen == found->late) {
        auto next = withLate(act.catalogue, file, *found);
        if (!next) {
            return next.failure();
        }
        file = std::move(*next);
    }
    auto &conflict = file.conflicts[std::size_t(index)];
    conflict.chosen = chosen;
    if (const auto *version = operationIn(file, chosen);
        chosen == conflict.late && version != nullptr && version->kind == submitKind) {
        putUpAgainstTheOthers(file, conflict);
    }
    return Done{};
}

} // namespace quanke::casework
