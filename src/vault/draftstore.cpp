#include "vault/draftstore.h"

#include <algorithm>

namespace quanke::vault {

namespace {

/// After so many edits the body is written whole again, which keeps loading quick.
constexpr qlonglong mostEdits = 200;

std::string placeOfBody(const std::string &caseId)
{
    return "draft|" + caseId;
}

std::string placeOfHandingOver(const std::string &caseId)
{
    return "draft-handed-over|" + caseId;
}

std::string placeOfEdit(const std::string &caseId, qlonglong position)
{
    return "draft-edit|" + caseId + "|" + std::to_string(position);
}

Json toJson(const FieldEdit &edit, const std::string &at)
{
    return {{"key", edit.path.key}, {"row", edit.path.row}, {"column", edit.path.column},
        {"value", edit.value}, {"step", edit.step}, {"focusedKey", edit.focusedKey}, {"at", at}};
}

FieldEdit editFromJson(const std::string &caseId, const Json &json)
{
    return {caseId,
        {json.value("key", std::string()), json.value("row", -1), json.value("column", std::string())},
        json.value("value", Json()), json.value("step", std::string()),
        json.value("focusedKey", std::string())};
}

/// Filed, or on its way to another desk.
Result<Done> refusalOf(DraftStore::Standing standing)
{
    switch (standing) {
    case DraftStore::Standing::Filed:
        return Failure{"vault.filed"};
    case DraftStore::Standing::HandedOver:
        return Failure{"vault.handed-over"};
    default:
        return Done{};
    }
}

} // namespace

DraftStore::DraftStore(Database &database, Keyring &keyring, const Clock &clock)
    : m_database(database)
    , m_keyring(keyring)
    , m_clock(clock)
{
}

Result<Done> DraftStore::save(Draft draft)
{
    const auto found = standing(draft.caseId);
    if (!found) {
        return found.failure();
    }
    if (*found == Standing::OfAnother && m_keyring.isOpen()) {
        return Failure{"vault.other-operator", {}, {}};
    }
    if (auto open = refusalOf(*found); !open) {
        return open;
    }
    if (const auto key = m_keyring.caseKeyOrNew(draft.caseId); !key) {
        return key.failure();
    }
    draft.updatedAt = toText(m_clock.now());
    return write(draft);
}

Result<Done> DraftStore::write(const Draft &draft)
{
    return m_database.inTransaction([&] { return put(draft); });
}

Result<Done> DraftStore::put(const Draft &draft)
{
    const auto key = m_keyring.caseKey(draft.caseId);
    if (!key) {
        return key.failure();
    }
    const auto body =
        m_keyring.suite().encrypt(**key, canonicalText(toJson(draft)), placeOfBody(draft.caseId));
    auto written = m_database.run(
        "INSERT INTO draft (case_id, operator, body, updated_at) VALUES (?, ?, ?, ?)"
        " ON CONFLICT (case_id) DO UPDATE SET body = excluded.body, updated_at = excluded.updated_at,"
        " handed_over = NULL",
        {text(draft.caseId), text(m_keyring.operatorName()), blob(body), text(draft.updatedAt)});
    if (!written) {
        return written;
    }
    return m_database.run("DELETE FROM draft_edit WHERE case_id = ?", {text(draft.caseId)});
}

Result<Done> DraftStore::saveField(const FieldEdit &edit)
{
    const auto key = m_keyring.caseKey(edit.caseId);
    if (!key) {
        return key.failure();
    }
    const auto state =
        m_database.row("SELECT operator, filed, handed_over,"
                       " (SELECT coalesce(max(position), 0) FROM draft_edit WHERE case_id = draft.case_id)"
                       " FROM draft WHERE case_id = ? AND operator = ?",
            {text(edit.caseId), text(m_keyring.operatorName())});
    if (!state) {
        return state.failure();
    }
    if (!*state) {
        return Failure{"vault.unknown-case", {}, {}};
    }
    if (auto open = refusalOf(standingOf(**state)); !open) {
        return open;
    }
    const qlonglong position = (*state)->at(3).toLongLong() + 1;
    const auto body = m_keyring.suite().encrypt(
        **key, canonicalText(toJson(edit, toText(m_clock.now()))), placeOfEdit(edit.caseId, position));
    auto written = m_database.run("INSERT INTO draft_edit (case_id, position, body) VALUES (?, ?, ?)",
        {text(edit.caseId), position, blob(body)});
    if (!written || position < mostEdits) {
        return written;
    }
    const auto whole = load(edit.caseId);
    return whole ? write(*whole) : whole.failure();
}

Result<std::vector<DraftSummary>> DraftStore::list()
{
    const auto key = m_keyring.activeKey();
    if (!key) {
        return key.failure();
    }
    const auto rows =
        m_database.rows("SELECT case_id, updated_at, handed_over FROM draft WHERE operator = ? AND filed = 0",
            {text(m_keyring.operatorName())});
    if (!rows) {
        return rows.failure();
    }
    std::vector<DraftSummary> summaries;
    for (const Row &row : *rows) {
        const auto draft = load(textOf(row[0]));
        if (!draft && draft.failure().key == "vault.separated") {
            continue; // of an earlier password
        }
        if (!draft) { // one damaged draft must not hide the others
            summaries.push_back({textOf(row[0]), {}, {}, {}, textOf(row[1]), true, false});
            continue;
        }
        summaries.push_back({draft->caseId, draft->title, draft->bundle, draft->step, draft->updatedAt, false,
            !row[2].isNull()});
    }
    std::sort(summaries.begin(), summaries.end(),
        [](const auto &left, const auto &right) { return left.updatedAt > right.updatedAt; });
    return summaries;
}

Result<int> DraftStore::countSeparated()
{
    const auto key = m_keyring.activeKey();
    if (!key) {
        return key.failure();
    }
    const auto rows = m_database.rows(
        "SELECT operator_key FROM draft JOIN case_key USING (case_id, operator) WHERE operator = ?",
        {text(m_keyring.operatorName())});
    if (!rows) {
        return rows.failure();
    }
    return int(std::count_if(rows->begin(), rows->end(),
        [this](const Row &row) { return !m_keyring.operatorKeys().contains(row[0].toLongLong()); }));
}

Result<Draft> DraftStore::load(const std::string &caseId)
{
    const auto key = m_keyring.caseKey(caseId);
    if (!key) {
        return key.failure();
    }
    const auto row = m_database.row("SELECT body, updated_at FROM draft WHERE case_id = ? AND operator = ?",
        {text(caseId), text(m_keyring.operatorName())});
    const auto edits = row
        ? m_database.rows(
            "SELECT position, body FROM draft_edit WHERE case_id = ? ORDER BY position", {text(caseId)})
        : row.failure();
    if (!edits) {
        return edits.failure();
    }
    if (!*row) {
        return Failure{"vault.unknown-case", {}, {}};
    }
    const auto open = [&](const QVariant &sealed, const std::string &place) -> Result<Json> {
        const auto plain = m_keyring.suite().decrypt(**key, blobOf(sealed), place);
        return plain ? parseJson(*plain) : plain.failure();
    };
    const auto body = open((*row)->at(0), placeOfBody(caseId));
    if (!body) {
        return body.failure();
    }
    Draft draft = draftFromJson(caseId, *body, textOf((*row)->at(1)));
    for (const Row &edit : *edits) {
        const auto json = open(edit[1], placeOfEdit(caseId, edit[0].toLongLong()));
        if (!json) {
            return json.failure();
        }
        applyEdit(draft, editFromJson(caseId, *json));
        draft.updatedAt = json->value("at", draft.updatedAt);
    }
    return draft;
}

Result<DraftStore::Standing> DraftStore::standing(const std::string &caseId)
{
    const auto row =
        m_database.row("SELECT operator, filed, handed_over FROM draft WHERE case_id = ?", {text(caseId)});
    if (!row) {
        return row.failure();
    }
    if (!*row) {
        return Standing::Absent;
    }
    return standingOf(**row);
}

/// A row that begins with operator, filed and handed_over.
DraftStore::Standing DraftStore::standingOf(const Row &row) const
{
    if (textOf(row.at(0)) != m_keyring.operatorName()) {
        return Standing::OfAnother;
    }
    return row.at(1).toBool() ? Standing::Filed : row.at(2).isNull() ? Standing::Open : Standing::HandedOver;
}

Result<Done> DraftStore::refuseClosed(const std::string &caseId)
{
    const auto found = standing(caseId);
    return found ? refusalOf(*found) : found.failure();
}

Result<Done> DraftStore::refuseHandedOver(const std::string &caseId)
{
    auto open = refuseClosed(caseId);
    return !open && open.failure().key == "vault.filed" ? Done{} : open;
}

Result<Done> DraftStore::setHandedOver(const std::string &caseId, const Json &handedOver)
{
    const auto key = m_keyring.caseKey(caseId);
    if (!key) {
        return key.failure();
    }
    const auto sealed = handedOver.is_null()
        ? QVariant()
        : blob(m_keyring.suite().encrypt(**key, canonicalText(handedOver), placeOfHandingOver(caseId)));
    return m_database.run("UPDATE draft SET handed_over = ? WHERE case_id = ? AND operator = ?",
        {sealed, text(caseId), text(m_keyring.operatorName())});
}

Result<Json> DraftStore::handedOver(const std::string &caseId)
{
    const auto key = m_keyring.caseKey(caseId);
    const auto row = key ? m_database.row("SELECT handed_over FROM draft WHERE case_id = ? AND operator = ?",
                         {text(caseId), text(m_keyring.operatorName())})
                         : key.failure();
    if (!row) {
        return row.failure();
    }
    if (!*row || (*row)->at(0).isNull()) {
        return Json();
    }
    const auto plain = m_keyring.suite().decrypt(**key, blobOf((*row)->at(0)), placeOfHandingOver(caseId));
    return plain ? parseJson(*plain) : plain.failure();
}

Result<Done> DraftStore::setFiled(const std::string &caseId, Filed filed)
{
    return m_database.run("UPDATE draft SET filed = ? WHERE case_id = ? AND operator = ?",
        {filed == Filed::Yes ? 1 : 0, text(caseId), text(m_keyring.operatorName())});
}

} // namespace quanke::vault
