#include "vault/search/personindex.h"

#include "core/formats/citizenid.h"

namespace quanke::vault {

PersonIndex::PersonIndex(Database &database, Keyring &keyring)
    : m_database(database)
    , m_keyring(keyring)
{
}

Result<Done> PersonIndex::keep(const std::string &caseId, const std::string &idNumber)
{
    const auto key = m_keyring.activeKey();
    if (!key) {
        return key.failure();
    }
    const auto number = formats::searchedIdNumber(idNumber);
    const auto index = number.empty() ? std::string() : m_keyring.suite().blindIndex(**key, number);
    return m_database.run("INSERT INTO case_person (case_id, operator, blind_index) VALUES (?, ?, ?)"
                          " ON CONFLICT (case_id, operator) DO UPDATE SET blind_index = excluded.blind_index",
        {text(caseId), text(m_keyring.operatorName()), blob(index)});
}

Result<std::vector<std::string>> PersonIndex::casesOf(const std::string &idNumber)
{
    if (!m_keyring.isOpen()) {
        return Failure{"vault.locked"};
    }
    std::vector<std::string> found;
    const auto number = formats::searchedIdNumber(idNumber);
    for (const auto name : {seal::sodiumName, seal::shangmiName}) {
        const auto suite = seal::makeHallSuite(name);
        for (const auto &[id, key] : m_keyring.operatorKeys()) {
            if (number.empty()) {
                continue;
            }
            const auto rows =
                m_database.rows("SELECT case_id FROM case_person WHERE operator = ? AND blind_index = ?",
                    {text(m_keyring.operatorName()), blob(suite->blindIndex(key, number))});
            if (!rows) {
                return rows.failure();
            }
            for (const Row &row : *rows) {
                found.push_back(textOf(row[0]));
            }
        }
    }
    return found;
}

} // namespace quanke::vault
