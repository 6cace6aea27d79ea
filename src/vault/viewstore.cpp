#include "vault/viewstore.h"

#include "core/wire/protocol.h"

namespace quanke::vault {

namespace {

std::string placeOfView(const std::string &caseId)
{
    return "case-view|" + caseId;
}

} // namespace

ViewStore::ViewStore(Database &database, Keyring &keyring, PersonIndex &persons)
    : m_database(database)
    , m_keyring(keyring)
    , m_persons(persons)
{
}

Result<std::uint64_t> ViewStore::cursor()
{
    if (!m_keyring.isOpen()) {
        return Failure{"vault.locked", {}, {}};
    }
    const auto row = m_database.row(
        "SELECT cursor FROM changes_cursor WHERE operator = ?", {text(m_keyring.operatorName())});
    if (!row) {
        return row.failure();
    }
    return *row ? (*row)->at(0).toULongLong() : 0;
}

Result<Done> ViewStore::beginAnew()
{
    auto done = m_database.run("UPDATE changes_cursor SET cursor = 0");
    return done ? m_database.run("UPDATE case_view SET revision = 0") : done;
}

Result<Done> ViewStore::expect(std::uint64_t expected)
{
    const auto now = cursor();
    if (!now) {
        return now.failure();
    }
    return *now == expected ? Result<Done>(Done{}) : Failure{"vault.cursor-moved", {}, {}};
}

Result<Done> ViewStore::keep(const std::vector<casework::CaseFile> &views, std::uint64_t cursor)
{
    if (!m_keyring.isOpen()) {
        return Failure{"vault.locked", {}, {}};
    }
    for (const auto &view : views) {
        if (const auto key = m_keyring.caseKeyOrNew(view.id); !key) {
            return key.failure();
        }
    }
    return m_database.inTransaction([&]() -> Result<Done> {
        for (const auto &view : views) {
            if (auto kept = keepOne(view); !kept) {
                return kept;
            }
        }
        return m_database.run("INSERT INTO changes_cursor (operator, cursor) VALUES (?, ?)"
                              " ON CONFLICT (operator) DO UPDATE SET cursor = excluded.cursor",
            {text(m_keyring.operatorName()), qulonglong(cursor)});
    });
}

/// Every act lengthens the history, so the longer one is the later: replies out of order cannot move a case
/// back.
Result<Done> ViewStore::keepOne(const casework::CaseFile &view)
{
    const auto key = m_keyring.caseKey(view.id);
    if (!key) {
        return key.failure();
    }
    const auto body =
        m_keyring.suite().encrypt(**key, canonicalText(wire::toJson(view)), placeOfView(view.id));
    if (auto indexed = m_persons.keep(view.id, view.applicant.value("idNo", std::string())); !indexed) {
        return indexed;
    }
    return m_database.run(
        "INSERT INTO case_view (case_id, operator, revision, body) VALUES (?, ?, ?, ?)"
        " ON CONFLICT (case_id, operator) DO UPDATE SET revision = excluded.revision, body = excluded.body"
        " WHERE excluded.revision >= case_view.revision",
        {text(view.id), text(m_keyring.operatorName()), qulonglong(view.history.size()), blob(body)});
}

Result<casework::CaseFile> ViewStore::view(const std::string &caseId)
{
    const auto row = m_database.row("SELECT body FROM case_view WHERE case_id = ? AND operator = ?",
        {text(caseId), text(m_keyring.operatorName())});
    if (!row) {
        return row.failure();
    }
    if (!*row) {
        return Failure{m_keyring.isOpen() ? "vault.unknown-case" : "vault.locked", {}, {}};
    }
    return open(caseId, blobOf((*row)->at(0)));
}

Result<std::vector<casework::CaseFile>> ViewStore::views()
{
    if (!m_keyring.isOpen()) {
        return Failure{"vault.locked", {}, {}};
    }
    const auto rows =
        m_database.rows("SELECT case_id, body, blind_index IS NULL FROM case_view LEFT JOIN case_person"
                        " USING (case_id, operator) WHERE operator = ? ORDER BY case_id DESC",
            {text(m_keyring.operatorName())});
    if (!rows) {
        return rows.failure();
    }
    std::vector<casework::CaseFile> views;
    std::vector<casework::CaseFile> unindexed;
    for (const Row &row : *rows) {
        auto view = open(textOf(row[0]), blobOf(row[1]));
        if (view && row[2].toBool()) {
            unindexed.push_back(*view);
        }
        if (view) {
            views.push_back(std::move(*view)); // one that cannot be opened is fetched again in time
        }
    }
    static_cast<void>(index(unindexed)); // on a disk that takes nothing they are shown all the same
    return views;
}

/// Those that were kept before there was an index.
Result<Done> ViewStore::index(const std::vector<casework::CaseFile> &views)
{
    if (views.empty()) {
        return Done{};
    }
    return m_database.inTransaction([&]() -> Result<Done> {
        for (const auto &view : views) {
            if (auto kept = m_persons.keep(view.id, view.applicant.value("idNo", std::string())); !kept) {
                return kept;
            }
        }
        return Done{};
    });
}

Result<casework::CaseFile> ViewStore::open(const std::string &caseId, const std::string &sealed)
{
    const auto key = m_keyring.caseKey(caseId);
    if (!key) {
        return key.failure();
    }
    const auto plain = m_keyring.suite().decrypt(**key, sealed, placeOfView(caseId));
    if (!plain) {
        return plain.failure();
    }
    const auto json = parseJson(*plain);
    return json ? wire::caseFromJson(*json) : json.failure();
}

} // namespace quanke::vault
