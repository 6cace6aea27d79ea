#include "vault/reviewstore.h"

namespace quanke::vault {

using casework::ReviewMarks;

namespace {

std::string placeOfMarks(const std::string &caseId, const std::string &matter)
{
    return "review-marks|" + caseId + '|' + matter;
}

Result<ReviewMarks> marksFrom(const std::string &plain)
{
    const auto json = parseJson(plain);
    if (!json || !json->is_object() || !json->contains("round") || !json->contains("met"))
        return Failure{"vault.damaged", {}, "review marks"};
    return ReviewMarks{json->at("round").get<int>(), json->at("met").get<std::map<std::string, bool>>()};
}

} // namespace

ReviewStore::ReviewStore(Database &database, Keyring &keyring)
    : m_database(database)
    , m_keyring(keyring)
{
}

Result<Done> ReviewStore::keep(const std::string &caseId, const std::string &matter, const ReviewMarks &marks)
{
    if (marks.met.empty()) {
        return remove(caseId, matter);
    }
    const auto key = m_keyring.caseKeyOrNew(caseId);
    if (!key) {
        return key.failure();
    }
    const Json content{{"round", marks.round}, {"met", marks.met}};
    const auto body = m_keyring.suite().encrypt(**key, canonicalText(content), placeOfMarks(caseId, matter));
    return m_database.run("INSERT INTO review_marks (case_id, operator, matter, body) VALUES (?, ?, ?, ?)"
                          " ON CONFLICT (case_id, operator, matter) DO UPDATE SET body = excluded.body",
        {text(caseId), text(m_keyring.operatorName()), text(matter), blob(body)});
}

Result<ReviewMarks> ReviewStore::marks(const std::string &caseId, const std::string &matter)
{
    const auto row =
        m_database.row("SELECT body FROM review_marks WHERE case_id = ? AND operator = ? AND matter = ?",
            {text(caseId), text(m_keyring.operatorName()), text(matter)});
    if (!row) {
        return row.failure();
    }
    if (!*row) {
        return m_keyring.isOpen() ? Result<ReviewMarks>(ReviewMarks{}) : Failure{"vault.locked", {}, {}};
    }
    const auto key = m_keyring.caseKey(caseId);
    if (!key) {
        return key.failure();
    }
    const auto plain = m_keyring.suite().decrypt(**key, blobOf((*row)->at(0)), placeOfMarks(caseId, matter));
    return plain ? marksFrom(*plain) : plain.failure();
}

Result<Done> ReviewStore::removeDecided(const std::vector<casework::CaseFile> &views)
{
    for (const casework::CaseFile &view : views) {
        const auto kept =
            m_database.rows("SELECT matter FROM review_marks WHERE case_id = ? AND operator = ?",
                {text(view.id), text(m_keyring.operatorName())});
        if (!kept) {
            return kept.failure();
        }
        for (const Row &row : *kept) {
            const auto subCase = view.subCases.find(textOf(row[0]));
            const bool decided = subCase != view.subCases.end() && isDecided(subCase->second.state);
            if (!decided) {
                continue;
            }
            if (auto removed = remove(view.id, subCase->first); !removed) {
                return removed;
            }
        }
    }
    return Done{};
}

Result<Done> ReviewStore::remove(const std::string &caseId, const std::string &matter)
{
    return m_database.run("DELETE FROM review_marks WHERE case_id = ? AND operator = ? AND matter = ?",
        {text(caseId), text(m_keyring.operatorName()), text(matter)});
}

} // namespace quanke::vault
