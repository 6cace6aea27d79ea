#include "gateway/service/operationservice.h"

#include "core/casework/conflict.h"
#include "core/casework/filereference.h"
#include "core/casework/part.h"
#include "gateway/service/caserecord.h"
#include "gateway/service/operatorservice.h"
#include "gateway/service/trace/traceservice.h"
#include "gateway/store/casetable.h"
#include "gateway/store/changetable.h"
#include "gateway/store/devicetable.h"
#include "gateway/store/documenttable.h"
#include "gateway/store/operationtable.h"
#include "gateway/store/trace/tracetable.h"
#include "seal/digest.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>

namespace quanke::gateway {

using casework::CaseFile;
using casework::Operation;

namespace {

/// Somebody else changed the case between reading and writing: look again, but not for ever.
constexpr int mostAttempts = 8;
constexpr const char *outrun = "case.outrun";

/// The matters whose sub-case is not as it was.
std::set<std::string> changedMatters(const std::optional<CaseFile> &before, const CaseFile &after)
{
    std::set<std::string> matters;
    for (const auto &[matter, subCase] : after.subCases) {
        if (!before) {
            continue; // a new case is one change
        }
        const auto &old = before->subCases.at(matter);
        if (old.state != subCase.state || old.waitsFor != subCase.waitsFor
            || old.blockedBy != subCase.blockedBy) {
            matters.insert(matter);
        }
    }
    return matters;
}

/// Whether the same bytes may be taken another day, or were never looked at: their number stays a gap then.
bool mayStillCome(const Failure &failure)
{
    constexpr std::array<std::string_view, 9> keys{"case.busy", "case.unknown", "documents.missing",
        "operation.chain-broken", "operation.conflict", "operation.other-actor", "operation.other-device",
        "operation.sequence-used", "operation.wrong-environment"};
    return failure.key.starts_with("store.")
        || std::find(keys.begin(), keys.end(), failure.key) != keys.end();
}

/// What a desk comes back with by itself, since only the time was wrong, is not told for each try.
bool isTold(const Failure &failure)
{
    return !failure.key.starts_with("store.") && failure.key != "case.busy"
        && failure.key != "documents.missing";
}

/// Whether whoever a case is handed to by name goes on with cases here.
bool hasClerk(Connection &connection, const Operation &operation)
{
    if (operation.kind != "case.handOver" || !operation.body.contains("clerk")) {
        return true;
    }
    const auto row = OperatorTable(connection).find(operation.body["clerk"].get<std::string>());
    return row && goesOnWithCases(*row);
}

/// Whoever it names decides nothing of the case: not to be had by naming one who never fills any.
bool couldHaveFilled(Connection &connection, const Operation &operation)
{
    const auto handings = operation.body.value("handings", Json::array());
    return std::ranges::none_of(handings, [&connection](const Json &handing) {
        const auto row = OperatorTable(connection).find(handing.value("actor", std::string()));
        const auto roles = row ? actorOf(*row).roles : std::set<casework::Role>();
        return casework::mayDo(roles, casework::Duty::DecideSubCase)
            && !casework::mayDo(roles, casework::Duty::ReceiveCase);
    });
}

std::optional<casework::Conflict> conflictIn(const CaseFile &file, const Operation &operation)
{
    const auto *conflict = casework::conflictOf(file, operation.id);
    return conflict == nullptr ? std::nullopt : std::optional(*conflict);
}

/// What the trace says of an operation, whatever becomes of it.
trace::Entry traceOf(const catalogue::Catalogue &catalogue, const SignedIn &person,
    const Operation &operation, const std::string &digest)
{
    auto entry = entryOf(person, operation.kind.c_str());
    entry.caseId = operation.caseId;
    const auto found = operation.body.find("matter");
    const auto matter =
        found != operation.body.end() && found->is_string() ? found->get<std::string>() : std::string();
    const bool isOne = catalogue.matter(matter) != nullptr || catalogue.bundle(matter) != nullptr;
    entry.matter = isOne ? matter : std::string(); // else it is anything that was sent
    entry.operation = operation.id;
    entry.digest = digest;
    return entry;
}

Json asJson(const std::set<std::string> &texts)
{
    Json json(texts);
    return json;
}

} // namespace

/// One try at taking an operation in: what it says, the case before it and after it.
struct OperationService::Attempt {
    const SignedIn &person;
    const std::string &bytes;
    std::string digest;
    Operation operation;
    std::vector<casework::FileReference> documents; ///< that it names
    std::optional<CaseFile> before = {};
    std::uint64_t revision = 0; ///< of the case before
    CaseFile after = {};
    /// What is stored of the case after, made before the store's only thread is asked.
    CaseRow row = {};
    std::vector<SubCaseRow> subCases = {};
    std::map<std::string, std::set<std::string>> documentUses = {};
};

/// What the store holds when an operation comes in.
struct OperationService::Known {
    std::optional<StoredReceipt> receipt; ///< it was here before
    std::optional<CaseRecord> record; ///< the case it belongs to
    bool hasClerk = true; ///< whoever the case is handed to goes on with cases
};

OperationService::OperationService(ServiceContext context, const ReceiptSigner &signer,
    const Durability &durability, HighWater &highWater, ChangeFeed &feed)
    : m_context(std::move(context))
    , m_signer(signer)
    , m_durability(durability)
    , m_highWater(highWater)
    , m_feed(feed)
{
}

Result<Accepted> OperationService::put(
    const SignedIn &person, const std::string &id, const std::string &bytes)
{
    auto json = parseJson(bytes);
    if (!json) {
        return json.failure();
    }
    auto operation = casework::operationFromJson(std::move(*json));
    if (!operation) {
        return operation.failure();
    }
    if (operation->id != id) {
        return Failure{"operation.id-mismatch", Json::object(), {}};
    }
    auto documents = casework::filesIn(operation->body);
    Attempt attempt{person, bytes, seal::sha256(bytes), std::move(*operation), std::move(documents)};
    if (const auto checked = checkIdentity(attempt); !checked) {
        noteRefusal(attempt, checked.failure());
        return checked.failure();
    }
    if (auto accepted = acceptNew(attempt)) {
        return accepted;
    }
    for (int i = 0; i < mostAttempts; ++i) {
        auto accepted = accept(attempt);
        if (accepted) {
            return accepted;
        }
        if (accepted.failure().key != outrun) {
            noteRefusal(attempt, accepted.failure());
            return accepted;
        }
    }
    return Failure{"case.busy", Json::object(), {}};
}

/// A submission begins a case nearly always, so the store is not asked before it is asked to keep it. Where this fails,
/// for whatever reason, it counts for nothing: the operation may have been here, when other rules held.
Result<Accepted> OperationService::acceptNew(Attempt &attempt)
{
    if (attempt.operation.kind != "case.submit") {
        return Failure{outrun, Json::object(), {}};
    }
    if (const auto advanced = advance(attempt); !advanced) {
        return advanced.failure();
    }
    return store(attempt);
}

Result<Accepted> OperationService::accept(Attempt &attempt)
{
    const auto known = lookUp(attempt);
    if (!known) {
        return known.failure();
    }
    if (known->receipt) {
        return again(*known, attempt);
    }
    if (!known->hasClerk) {
        return Failure{"case.unknown-clerk", Json::object(), {}};
    }
    if (const auto found = takeBefore(attempt, known->record); !found) {
        return found.failure();
    }
    if (const auto advanced = advance(attempt); !advanced) {
        return advanced.failure();
    }
    return store(attempt);
}

/// What is answered to an operation that was here before: the same as then, and how far it is safe by now.
Result<Accepted> OperationService::again(const Known &known, const Attempt &attempt) const
{
    if (known.receipt->digest != attempt.digest) {
        return Failure{"operation.conflict", Json::object(), {}};
    }
    const auto json = parseJson(known.receipt->receipt);
    auto receipt = json ? wire::receiptFromJson(*json) : Result<wire::Receipt>(json.failure());
    if (!receipt) {
        return receipt.failure();
    }
    complete(*receipt);
    const auto file = rebuild(*known.record);
    if (!file) {
        return file.failure();
    }
    return Accepted{*receipt, true, conflictIn(*file, attempt.operation)};
}

Result<Done> OperationService::checkIdentity(const Attempt &attempt) const
{
    const auto &operation = attempt.operation;
    if (operation.actor != attempt.person.actor.operatorName) {
        return Failure{"operation.other-actor", Json::object(), {}};
    }
    if (operation.device != attempt.person.device) {
        return Failure{"operation.other-device", Json::object(), {}};
    }
    if (operation.environment != casework::Environment::Production) {
        return Failure{"operation.wrong-environment", Json::object(), {}};
    }
    return Done{};
}

/// All in one look: between two, the same operation might come in by another request and then seem to be another.
Result<OperationService::Known> OperationService::lookUp(const Attempt &attempt)
{
    return m_context.database.read<Known>([&](Connection &connection) -> Result<Known> {
        return Known{OperationTable(connection).receiptOf(attempt.operation.id),
            loadCase(connection, attempt.operation.caseId), hasClerk(connection, attempt.operation)};
    });
}

Result<Done> OperationService::takeBefore(Attempt &attempt, const std::optional<CaseRecord> &record)
{
    attempt.before.reset();
    attempt.revision = 0;
    if (record) {
        auto file = rebuild(*record);
        if (!file) {
            return file.failure();
        }
        attempt.before = std::move(*file);
        attempt.revision = record->row.revision;
    }
    return Done{};
}

/// Whether it is allowed, whether its content is right, and what it leads to.
Result<Done> OperationService::advance(Attempt &attempt)
{
    const auto *before = attempt.before ? &*attempt.before : nullptr;
    auto after = casework::apply(m_context.catalogue, before, attempt.operation, attempt.person.actor);
    if (!after) {
        return after.failure();
    }
    const auto today = dayInChina(m_context.clock.now());
    auto checked =
        casework::checkContent(m_context.catalogue, m_context.forms, before, attempt.operation, today);
    if (!checked) {
        return checked.failure();
    }
    attempt.after = std::move(*after);
    auto form = std::move(*checked);
    if (!form || before != nullptr) { // what was checked is not all that the case holds
        auto state = casework::stateOf(m_context.forms, attempt.after, attempt.after.values, today);
        form = state ? std::optional(std::move(*state)) : std::nullopt;
    }
    attempt.row = rowOf(attempt.after, attempt.revision + 1);
    attempt.subCases = subCaseRows(m_context, attempt.after);
    attempt.documentUses = documentUses(m_context, attempt.after, form ? &*form : nullptr);
    return Done{};
}

Result<Accepted> OperationService::store(const Attempt &attempt)
{
    auto accepted = m_context.database.write<Accepted>(
        [&](Connection &connection) { return storeIn(connection, attempt); });
    if (accepted) {
        complete(accepted->receipt);
        m_highWater.note(accepted->receipt.position);
        m_feed.notify();
    }
    return accepted;
}

Result<Accepted> OperationService::storeIn(Connection &connection, const Attempt &attempt) const
{
    const auto &operation = attempt.operation;
    OperationTable operations(connection);
    if (operations.receiptOf(operation.id)) {
        return Failure{outrun, Json::object(), {}}; // the same request, twice at once
    }
    if (!couldHaveFilled(connection, operation)) {
        return Failure{"case.unknown-clerk", Json::object(), {}};
    }
    if (auto allHere = checkDocuments(connection, attempt); !allHere) {
        return allHere.failure();
    }
    if (auto fits = checkChain(connection, attempt); !fits) {
        return fits.failure();
    }
    if (auto stored = storeCase(connection, attempt); !stored) {
        return stored.failure();
    }
    const auto moment = m_context.clock.now();
    const auto now = toText(moment);
    wire::Receipt receipt{operation.id, attempt.digest, {}, now, operations.nextPosition(), {}};
    DeviceTable(connection).touch(operation.device, now);
    operations.insert({receipt.position, operation.id, operation.device, operation.sequence, operation.caseId,
        operation.kind, operation.actor, attempt.bytes, attempt.digest,
        canonicalText(wire::toJson(receipt))});
    if (operation.kind == "case.handOver") {
        LeaseTable(connection)
            .end(operation.caseId, {}, now); // whoever worked on it, now the other window does
    }
    ChangeTable changes(connection);
    const auto matters = changedMatters(attempt.before, attempt.after);
    for (const auto &matter : matters) {
        changes.insert({0, operation.kind, operation.caseId, matter, now});
    }
    if (matters.empty() || attempt.before->values != attempt.after.values) {
        changes.insert({0, operation.kind, operation.caseId, {}, now});
    }
    auto conflict = conflictIn(attempt.after, operation);
    auto line = traceOf(m_context.catalogue, attempt.person, operation, attempt.digest);
    line.outcome = conflict ? "case.conflict" : "";
    TraceTable(connection).append(line, moment);
    return Accepted{std::move(receipt), false, std::move(conflict)};
}

/// Whether the documents that it names are here, and are what it says.
Result<Done> OperationService::checkDocuments(Connection &connection, const Attempt &attempt)
{
    std::set<std::string> missing;
    std::set<std::string> different;
    DocumentTable table(connection);
    for (const auto &reference : attempt.documents) {
        const auto row = table.find(reference.sha256);
        if (!row) {
            missing.insert(reference.sha256);
        } else if (row->size != reference.size || row->mediaType != reference.mediaType) {
            different.insert(reference.sha256);
        }
    }
    if (!missing.empty()) {
        return Failure{"documents.missing", {{"digests", asJson(missing)}}, {}};
    }
    if (!different.empty()) {
        return Failure{"documents.mismatch", {{"digests", asJson(different)}}, {}};
    }
    return Done{};
}

/// Unless somebody was quicker.
Result<Done> OperationService::storeCase(Connection &connection, const Attempt &attempt)
{
    CaseTable cases(connection);
    const CaseRow &row = attempt.row;
    if (attempt.before) {
        if (!cases.update(row, attempt.revision)) {
            return Failure{outrun, Json::object(), {}};
        }
    } else if (cases.isThere(row.id)) {
        return Failure{outrun, Json::object(), {}};
    } else if (cases.isNumberTaken(row.number)) {
        return Failure{"case.number-taken", Json::object(), {}};
    } else {
        cases.insert(row);
    }
    SubCaseTable subCases(connection);
    for (const auto &subCase : attempt.subCases) {
        subCases.put(subCase);
    }
    DocumentTable documents(connection);
    for (const auto &[department, digests] : attempt.documentUses) {
        documents.addUses(row.id, department, digests);
    }
    return Done{};
}

/// A device numbers its operations and names the digest of the one before. What does not fit is no mistake of a clerk:
/// its store was put back to an earlier state, or somebody altered it.
Result<Done> OperationService::checkChain(Connection &connection, const Attempt &attempt)
{
    const auto &operation = attempt.operation;
    DeviceTable devices(connection);
    const auto used = devices.digestAt(operation.device, operation.sequence);
    if (used && *used != attempt.digest) {
        return Failure{"operation.sequence-used", {{"sequence", operation.sequence}}, {}};
    }
    const auto before = operation.sequence == 1
        ? std::string()
        : devices.digestAt(operation.device, operation.sequence - 1).value_or(operation.previous);
    // The next one may have come before it.
    const auto next = OperationTable(connection).bytesOf(operation.device, operation.sequence + 1);
    const auto nextSays = next ? parseJson(*next)->value("previous", std::string()) : attempt.digest;
    if (before != operation.previous || nextSays != attempt.digest) {
        return Failure{"operation.chain-broken", {{"sequence", operation.sequence}}, {}};
    }
    return Done{};
}

void OperationService::complete(wire::Receipt &receipt) const
{
    receipt.stage = m_durability.stageOf(receipt.position);
    receipt.epoch = m_durability.epoch();
    m_signer.sign(receipt);
}

void OperationService::noteRefusal(const Attempt &attempt, const Failure &failure)
{
    if (!isTold(failure)) {
        return;
    }
    // Where this cannot be stored the number stays a gap: an alarm too many, and none too few.
    static_cast<void>(m_context.database.write<Done>([&](Connection &connection) -> Result<Done> {
        const auto now = m_context.clock.now();
        if (!mayStillCome(failure)) {
            DeviceTable(connection)
                .refuse(attempt.operation.device, attempt.operation.sequence, attempt.digest, failure.key,
                    toText(now));
        }
        auto line = traceOf(m_context.catalogue, attempt.person, attempt.operation, attempt.digest);
        line.outcome = failure.key;
        TraceTable(connection).append(line, now);
        return Done{};
    }));
}

} // namespace quanke::gateway
