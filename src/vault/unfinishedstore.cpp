#include "vault/unfinishedstore.h"

namespace quanke::vault {

namespace {

std::string placeOfWork(const std::string &caseId, const std::string &matter, const std::string &kind)
{
    return "unfinished|" + caseId + '|' + matter + '|' + kind;
}

} // namespace

UnfinishedStore::UnfinishedStore(Database &database, Keyring &keyring)
    : m_database(database)
    , m_keyring(keyring)
{
}

Result<Done> UnfinishedStore::keep(
    const std::string &caseId, const std::string &matter, const std::string &kind, const Json &content)
{
    if (!m_keyring.isOpen()) {
        return Failure{"vault.locked", {}, {}};
    }
    if (content.is_null()) {
        return m_database.run(
            "DELETE FROM unfinished WHERE case_id = ? AND operator = ? AND matter = ? AND kind = ?",
            {text(caseId), text(m_keyring.operatorName()), text(matter), text(kind)});
    }
    const auto key = m_keyring.caseKeyOrNew(caseId);
    if (!key) {
        return key.failure();
    }
    const auto body =
        m_keyring.suite().encrypt(**key, canonicalText(content), placeOfWork(caseId, matter, kind));
    return m_database.run(
        "INSERT INTO unfinished (case_id, operator, matter, kind, body) VALUES (?, ?, ?, ?, ?)"
        " ON CONFLICT (case_id, operator, matter, kind) DO UPDATE SET body = excluded.body",
        {text(caseId), text(m_keyring.operatorName()), text(matter), text(kind), blob(body)});
}

Result<Json> UnfinishedStore::content(
    const std::string &caseId, const std::string &matter, const std::string &kind)
{
    if (!m_keyring.isOpen()) {
        return Failure{"vault.locked", {}, {}};
    }
    const auto row = m_database.row(
        "SELECT body FROM unfinished WHERE case_id = ? AND operator = ? AND matter = ? AND kind = ?",
        {text(caseId), text(m_keyring.operatorName()), text(matter), text(kind)});
    if (!row) {
        return row.failure();
    }
    if (!*row) {
        return Json();
    }
    const auto key = m_keyring.caseKey(caseId);
    if (!key) {
        return key.failure();
    }
    const auto plain =
        m_keyring.suite().decrypt(**key, blobOf((*row)->at(0)), placeOfWork(caseId, matter, kind));
    return plain ? parseJson(*plain) : plain.failure();
}

Result<Done> UnfinishedStore::removeDecided(const std::vector<casework::CaseFile> &views)
{
    for (const casework::CaseFile &view : views) {
        const auto kept =
            m_database.rows("SELECT DISTINCT matter FROM unfinished WHERE case_id = ? AND operator = ?",
                {text(view.id), text(m_keyring.operatorName())});
        if (!kept) {
            return kept.failure();
        }
        for (const Row &row : *kept) {
            const auto subCase = view.subCases.find(textOf(row[0]));
            if (subCase == view.subCases.end() || !isDecided(subCase->second.state)) {
                continue;
            }
            if (auto removed =
                    m_database.run("DELETE FROM unfinished WHERE case_id = ? AND operator = ? AND matter = ?",
                        {text(view.id), text(m_keyring.operatorName()), text(subCase->first)});
                !removed) {
                return removed;
            }
        }
    }
    return Done{};
}

} // namespace quanke::vault
