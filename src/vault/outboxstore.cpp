#include "vault/outboxstore.h"

#include "core/casework/filereference.h"
#include "seal/digest.h"
#include "seal/random.h"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <utility>

namespace quanke::vault {

namespace {

std::string placeOfContent(const std::string &operationId)
{
    return "outbox|" + operationId;
}

std::string placeOfProblem(const std::string &operationId)
{
    return "outbox-problem|" + operationId;
}

Json toJson(const std::string &bytes, const NewOperation &wanted)
{
    std::set<std::string> documents(wanted.documents.begin(), wanted.documents.end());
    for (const auto &file : casework::filesIn(wanted.body)) {
        documents.insert(file.sha256);
    }
    return {{"bytes", bytes}, {"title", wanted.title}, {"documents", documents}};
}

/// Of the first column.
Result<std::set<std::string>> texts(const Result<std::vector<Row>> &rows)
{
    if (!rows) {
        return rows.failure();
    }
    std::set<std::string> all;
    for (const Row &row : *rows) {
        all.insert(textOf(row[0]));
    }
    return all;
}

constexpr const char *submitKind = "case.submit";
/// So many leave in one round, so that a desk that was long without a link need not hold all in memory.
constexpr int mostOutgoing = 200;
/// Beyond every number that SQLite can hold.
constexpr std::uint64_t end = std::numeric_limits<std::int64_t>::max();

/// To be kept: statements are known by the place of their text.
std::string entriesWhere(const char *condition)
{
    return std::string("SELECT operation_id, outbox.case_id, kind, coalesce(number, ''), operator, state,"
                       " enqueued_at, tried_at, tries, problem_key, problem, durable_at, content"
                       " FROM outbox LEFT JOIN case_number USING (case_id) WHERE ")
        + condition;
}

} // namespace

OutboxStore::OutboxStore(Database &database, Keyring &keyring, DeskStore &desk, DraftStore &drafts,
    DocumentStore &documents, const Clock &clock)
    : m_database(database)
    , m_keyring(keyring)
    , m_desk(desk)
    , m_drafts(drafts)
    , m_documents(documents)
    , m_clock(clock)
{
}

Result<Done> OutboxStore::prepare(const NewOperation &wanted)
{
    const auto allowed = check(wanted);
    const auto key = allowed ? m_keyring.caseKeyOrNew(wanted.caseId) : allowed.failure();
    return key ? Result<Done>(Done{}) : key.failure();
}

Result<casework::Operation> OutboxStore::add(const NewOperation &wanted)
{
    const auto key = m_keyring.caseKey(wanted.caseId);
    const auto end = key ? m_desk.chainEnd() : key.failure();
    if (!end) {
        return end.failure();
    }
    const casework::Operation operation{seal::makeId(m_clock), wanted.kind, end->device, end->sequence + 1,
        end->digest, m_keyring.operatorName(), wanted.environment, toText(m_clock.now()), wanted.caseId,
        wanted.body, wanted.base, wanted.window};
    const auto bytes = casework::bytesOf(operation);
    const auto sealed =
        m_keyring.suite().encrypt(**key, canonicalText(toJson(bytes, wanted)), placeOfContent(operation.id));
    if (auto inserted = insert(operation, sealed); !inserted) {
        return inserted.failure();
    }
    if (auto advanced = m_desk.advance({end->device, operation.sequence, seal::sha256(bytes)}); !advanced) {
        return advanced.failure();
    }
    const auto filed = wanted.kind == submitKind ? m_drafts.setFiled(wanted.caseId, DraftStore::Filed::Yes)
                                                 : Result<Done>(Done{});
    return filed ? Result<casework::Operation>(operation) : filed.failure();
}

/// A case is filed once, and every document it names is here.
Result<Done> OutboxStore::check(const NewOperation &wanted)
{
    if (!m_keyring.isOpen()) {
        return Failure{"vault.locked", {}, {}};
    }
    if (wanted.kind == submitKind) {
        const auto before =
            m_database.row("SELECT 1 FROM outbox WHERE case_id = ? AND kind = ? AND state <> 'taken-back'",
                {text(wanted.caseId), text(wanted.kind)});
        if (!before) {
            return before.failure();
        }
        if (*before) {
            return Failure{"vault.filed", {}, {}};
        }
    }
    if (wanted.documents.empty()) {
        return Done{};
    }
    const auto held = m_documents.list(wanted.caseId);
    if (!held) {
        return held.failure();
    }
    for (const auto &sha256 : wanted.documents) {
        if (std::none_of(held->begin(), held->end(),
                [&](const StoredDocument &document) { return document.sha256 == sha256; })) {
            return Failure{"vault.unknown-document", {}, {}};
        }
    }
    return Done{};
}

Result<Done> OutboxStore::insert(const casework::Operation &operation, const std::string &sealed)
{
    return m_database.run(
        "INSERT INTO outbox (sequence, operation_id, case_id, operator, kind, content, state, enqueued_at)"
        " VALUES (?, ?, ?, ?, ?, ?, 'waiting', ?)",
        {qulonglong(operation.sequence), text(operation.id), text(operation.caseId), text(operation.actor),
            text(operation.kind), blob(sealed), text(operation.at)});
}

Result<std::vector<OutboxEntry>> OutboxStore::unfinished()
{
    static const auto sql = entriesWhere("state IN ('waiting', 'sent', 'refused') ORDER BY sequence");
    return entries(m_database.rows(sql.c_str()));
}

Result<std::vector<OutboxEntry>> OutboxStore::received(int most)
{
    static const auto sql = entriesWhere(
        "sequence IN (SELECT coalesce(min(CASE kind WHEN 'case.submit' THEN sequence END), max(sequence))"
        " FROM outbox WHERE state = 'received' GROUP BY case_id) ORDER BY sequence DESC LIMIT ?");
    return entries(m_database.rows(sql.c_str(), {most}));
}

Result<std::vector<OutboxEntry>> OutboxStore::filedCases(const std::string &caseId)
{
    static const auto sql = entriesWhere(
        "kind = 'case.submit' AND state <> 'taken-back' AND ? IN ('', case_id) ORDER BY sequence DESC");
    return entries(m_database.rows(sql.c_str(), {text(caseId)}));
}

Result<std::vector<OutboxEntry>> OutboxStore::entries(const Result<std::vector<Row>> &rows)
{
    if (!rows) {
        return rows.failure();
    }
    std::vector<OutboxEntry> entries;
    for (const Row &row : *rows) {
        entries.push_back(entryOf(row));
    }
    return entries;
}

OutboxEntry OutboxStore::entryOf(const Row &row)
{
    OutboxEntry entry;
    entry.operationId = textOf(row[0]);
    entry.caseId = textOf(row[1]);
    entry.kind = textOf(row[2]);
    entry.number = textOf(row[3]);
    entry.operatorName = textOf(row[4]);
    const auto state = textOf(row[5]);
    entry.state = state == "sent" ? OutboxState::Sent
        : state == "refused"      ? OutboxState::Refused
        : state == "received"     ? OutboxState::Received
        : state == "durable"      ? OutboxState::Durable
                                  : OutboxState::Waiting;
    entry.enqueuedAt = textOf(row[6]);
    entry.lastTriedAt = textOf(row[7]);
    entry.tries = row[8].toInt();
    if (const auto problemKey = textOf(row[9]); !problemKey.empty()) {
        entry.problem = Failure{problemKey, Json::object(), {}};
    }
    entry.durableAt = textOf(row[11]);
    // The rest only for the one whose case it is.
    if (!m_keyring.isOpen() || entry.operatorName != m_keyring.operatorName()) {
        return entry;
    }
    const auto key = m_keyring.caseKey(entry.caseId);
    if (!key) {
        return entry;
    }
    if (const auto content = open(**key, entry.operationId, blobOf(row[12]))) {
        entry.title = content->title;
    }
    if (const auto arguments =
            m_keyring.suite().decrypt(**key, blobOf(row[10]), placeOfProblem(entry.operationId));
        arguments && entry.problem) {
        if (auto json = parseJson(*arguments)) {
            entry.problem->arguments = std::move(*json);
        }
    }
    return entry;
}

Result<OutboxCount> OutboxStore::count()
{
    // All from the index: this is asked after every change.
    const auto rows =
        m_database.rows("SELECT state, count(*), min(sequence) FROM outbox"
                        " WHERE state IN ('waiting', 'sent', 'refused', 'received') GROUP BY state");
    if (!rows) {
        return rows.failure();
    }
    OutboxCount count;
    auto first = end;
    for (const Row &row : *rows) {
        if (textOf(row[0]) == "refused") {
            count.refused = row[1].toInt();
        } else if (textOf(row[0]) == "received") {
            count.received = row[1].toInt();
        } else {
            count.waiting += row[1].toInt();
            first = std::min(first, std::uint64_t(row[2].toULongLong()));
        }
    }
    const auto oldest =
        m_database.row("SELECT enqueued_at FROM outbox WHERE sequence = ?", {qulonglong(first)});
    if (!oldest) {
        return oldest.failure();
    }
    count.oldestAt = *oldest ? textOf((*oldest)->at(0)) : std::string();
    return count;
}

Result<Done> OutboxStore::retry(const std::string &operationId)
{
    const auto found = place(operationId);
    if (!found) {
        return found.failure();
    }
    if (found->state != "refused") {
        return Failure{"vault.wrong-state", {{"state", found->state}}, {}};
    }
    return m_database.run("UPDATE outbox SET state = 'waiting' WHERE operation_id = ?", {text(operationId)});
}

Result<Done> OutboxStore::takeBack(const std::string &operationId)
{
    const auto found = place(operationId);
    if (!found) {
        return found.failure();
    }
    if (found->state != "refused") {
        return Failure{"vault.wrong-state", {{"state", found->state}}, {}};
    }
    if (const auto key = m_keyring.caseKey(found->caseId); !key) {
        return key.failure();
    }
    return m_database.inTransaction([&]() -> Result<Done> {
        auto taken = m_database.run(
            "UPDATE outbox SET state = 'taken-back' WHERE operation_id = ?", {text(operationId)});
        const bool wasCase = found->kind == submitKind;
        return taken && wasCase ? m_drafts.setFiled(found->caseId, DraftStore::Filed::No) : taken;
    });
}

Result<bool> OutboxStore::holds(const std::string &caseId)
{
    const auto row = m_database.row(
        "SELECT 1 FROM outbox WHERE case_id = ? AND operator = ? AND state <> 'taken-back' LIMIT 1",
        {text(caseId), text(m_keyring.operatorName())});
    if (!row) {
        return row.failure();
    }
    return row->has_value();
}

Result<std::vector<Outgoing>> OutboxStore::outgoing(
    const std::string &operatorName, const std::set<std::string> &resting)
{
    // A case that was taken back and is submitted anew goes before what was said of it then.
    static constexpr const char *leaving = R"(
        SELECT operation_id, case_id, content FROM outbox WHERE state IN ('waiting', 'sent') AND operator = ?
        AND sequence IN (SELECT coalesce(min(CASE kind WHEN 'case.submit' THEN sequence END), min(sequence))
            FROM outbox WHERE state IN ('waiting', 'sent', 'refused') GROUP BY case_id)
        AND (kind = 'case.submit' OR (SELECT count(*) = 0 OR sum(state <> 'taken-back') > 0 FROM outbox AS same
            WHERE same.case_id = outbox.case_id AND same.kind = 'case.submit'))
        AND operation_id NOT IN (SELECT value FROM json_each(?)) ORDER BY sequence LIMIT ?)";
    const auto rows =
        m_database.rows(leaving, {text(operatorName), text(Json(resting).dump()), mostOutgoing});
    if (!rows) {
        return rows.failure();
    }
    std::vector<Outgoing> all;
    for (const Row &row : *rows) {
        Outgoing outgoing{textOf(row[0]), textOf(row[1]), {}, {}};
        const auto *key = m_keyring.departingKey(outgoing.caseId, operatorName);
        if (!key) {
            continue; // until its operator opens the vault again
        }
        const auto content = open(*key, outgoing.operationId, blobOf(row[2]));
        const auto held =
            content ? m_documents.listWith(*key, outgoing.caseId, operatorName) : content.failure();
        if (!held) {
            return held.failure();
        }
        outgoing.bytes = content->bytes;
        for (const StoredDocument &document : *held) {
            const bool named =
                std::find(content->documents.begin(), content->documents.end(), document.sha256)
                != content->documents.end();
            if (named && !document.uploaded) {
                outgoing.documents.push_back(document);
            }
        }
        all.push_back(std::move(outgoing));
    }
    return all;
}

Result<QByteArray> OutboxStore::document(const std::string &operationId, const std::string &sha256)
{
    const auto found = place(operationId);
    const auto key = found ? keyOf(*found) : found.failure();
    return key ? m_documents.readWith(**key, found->caseId, found->operatorName, sha256) : key.failure();
}

Result<Done> OutboxStore::markUploaded(const std::string &operationId, const std::string &sha256)
{
    const auto found = place(operationId);
    const auto key = found ? keyOf(*found) : found.failure();
    return key ? m_documents.setUploaded(**key, found->caseId, found->operatorName, sha256, Uploaded::Yes)
               : key.failure();
}

Result<Done> OutboxStore::markMissing(const std::string &operationId, const std::vector<std::string> &digests)
{
    const auto found = place(operationId);
    const auto key = found ? keyOf(*found) : found.failure();
    if (!key) {
        return key.failure();
    }
    for (const auto &sha256 : digests) {
        auto marked =
            m_documents.setUploaded(**key, found->caseId, found->operatorName, sha256, Uploaded::No);
        if (!marked) {
            return marked;
        }
    }
    return Done{};
}

Result<Done> OutboxStore::markSent(const std::string &operationId)
{
    return m_database.run("UPDATE outbox SET state = 'sent', tried_at = ?, tries = tries + 1"
                          " WHERE operation_id = ? AND state IN ('waiting', 'sent')",
        {text(toText(m_clock.now())), text(operationId)});
}

Result<Done> OutboxStore::keepReceipt(const std::string &operationId, const wire::Receipt &receipt)
{
    const auto found = place(operationId);
    const auto key = found ? keyOf(*found) : found.failure();
    const auto content = key ? open(**key, operationId, found->content) : key.failure();
    if (!content) {
        return content.failure();
    }
    const bool isDurable = receipt.stage == wire::durableStage;
    if (receipt.operation != operationId || receipt.digest != seal::sha256(content->bytes)
        || (!isDurable && receipt.stage != wire::receivedStage)) {
        return Failure{"vault.other-receipt", {}, {}};
    }
    if (found->state == "durable" && !isDurable) {
        return Done{}; // an answer that was overtaken
    }
    return m_database.run(
        "UPDATE outbox SET state = ?, durable_at = ?, receipt = ?, problem_key = '', problem = NULL"
        " WHERE operation_id = ?",
        {text(receipt.stage), text(isDurable ? toText(m_clock.now()) : std::string()),
            text(canonicalText(wire::toJson(receipt))), text(operationId)});
}

Result<Done> OutboxStore::markRefused(const std::string &operationId, const Failure &problem)
{
    return note(operationId, problem,
        "UPDATE outbox SET state = 'refused', problem_key = ?, problem = ? WHERE operation_id = ? AND state "
        "NOT IN ('received', 'durable')");
}

Result<Done> OutboxStore::markDelayed(const std::string &operationId, const Failure &problem)
{
    return note(operationId, problem,
        "UPDATE outbox SET problem_key = ?, problem = ? WHERE operation_id = ?"
        " AND state NOT IN ('received', 'durable')");
}

Result<Done> OutboxStore::note(const std::string &operationId, const Failure &problem, const char *sql)
{
    const auto found = place(operationId);
    const auto key = found ? keyOf(*found) : found.failure();
    if (!key) {
        return key.failure();
    }
    const auto sealed =
        m_keyring.suite().encrypt(**key, canonicalText(problem.arguments), placeOfProblem(operationId));
    return m_database.run(sql, {text(problem.key), blob(sealed), text(operationId)});
}

Result<std::set<std::string>> OutboxStore::unsent()
{
    return texts(m_database.rows(
        "SELECT operation_id FROM outbox WHERE state IN ('waiting', 'sent', 'refused', 'received')"));
}

Result<std::set<std::string>> OutboxStore::settled()
{
    return texts(m_database.rows("SELECT operation_id FROM outbox WHERE state IN ('durable', 'taken-back')"));
}

Result<OutboxStore::Sealable> OutboxStore::sealable(const std::string &operationId)
{
    const auto found = place(operationId);
    const auto key = found ? keyOf(*found) : found.failure();
    const auto content = key ? open(**key, operationId, found->content) : key.failure();
    auto files =
        content ? m_documents.filesWith(**key, found->caseId, found->operatorName) : content.failure();
    const auto desk = files ? m_desk.deviceId() : files.failure();
    if (!desk) {
        return desk.failure();
    }
    std::erase_if(
        *files, [&](const spool::SealedDocument &file) { return !content->documents.contains(file.sha256); });
    return Sealable{
        {operationId, *desk, found->sequence, {}}, {content->bytes, (*key)->clone(), std::move(*files)}};
}

Result<std::set<std::string>> OutboxStore::departingCases()
{
    return texts(m_database.rows(
        "SELECT DISTINCT case_id FROM outbox WHERE operator = ? AND state IN ('waiting', 'sent')",
        {text(m_keyring.operatorName())}));
}

Result<OutboxStore::Place> OutboxStore::place(const std::string &operationId)
{
    const auto row = m_database.row(
        "SELECT case_id, operator, state, kind, content, sequence FROM outbox WHERE operation_id = ?",
        {text(operationId)});
    if (!row) {
        return row.failure();
    }
    if (!*row) {
        return Failure{"vault.unknown-operation", {}, {}};
    }
    const Row &found = **row;
    return Place{textOf(found[0]), textOf(found[1]), textOf(found[2]), textOf(found[3]), blobOf(found[4]),
        found[5].toULongLong()};
}

Result<const seal::SecretBytes *> OutboxStore::keyOf(const Place &place)
{
    const auto *key = m_keyring.departingKey(place.caseId, place.operatorName);
    return key ? Result<const seal::SecretBytes *>(key) : Failure{"vault.locked", {}, {}};
}

Result<OutboxStore::Content> OutboxStore::open(
    const seal::SecretBytes &key, const std::string &operationId, const std::string &sealed)
{
    const auto plain = m_keyring.suite().decrypt(key, sealed, placeOfContent(operationId));
    if (!plain) {
        return plain.failure();
    }
    const auto json = parseJson(*plain);
    if (!json) {
        return json.failure();
    }
    return Content{json->value("bytes", std::string()), json->value("title", std::string()),
        json->value("documents", std::set<std::string>())};
}

} // namespace quanke::vault
