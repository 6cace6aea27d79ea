#include "vault/keyring.h"

#include <utility>

namespace quanke::vault {

namespace {

/// Locked pages are few (RLIMIT_MEMLOCK): keys of cases not looked at lately are unwrapped again when needed.
constexpr std::size_t mostCaseKeys = 64;

std::string placeOf(const std::string &caseId, const std::string &operatorName)
{
    return "case-key|" + caseId + "|" + operatorName;
}

} // namespace

Keyring::Keyring(Database &database, std::shared_ptr<const seal::Suite> suite)
    : m_database(database)
    , m_suite(std::move(suite))
{
}

void Keyring::open(std::string operatorName, OperatorKeys keys, std::int64_t active)
{
    if (operatorName != m_departingOperator) {
        m_departing.clear();
    }
    m_operatorName = std::move(operatorName);
    m_operatorKeys = std::move(keys);
    m_active = active;
    m_caseKeys.clear();
}

void Keyring::lock(const std::set<std::string> &departing)
{
    if (!isOpen()) {
        return;
    }
    std::map<std::string, seal::SecretBytes> kept;
    for (const auto &caseId : departing) {
        if (const auto *key = departingKey(caseId, m_operatorName)) {
            kept.emplace(caseId, key->clone());
        }
    }
    m_departingOperator = std::exchange(m_operatorName, {});
    m_departing = std::move(kept);
    m_operatorKeys.clear();
    m_caseKeys.clear();
}

void Keyring::forget()
{
    m_operatorName.clear();
    m_departingOperator.clear();
    m_operatorKeys.clear();
    m_caseKeys.clear();
    m_departing.clear();
}

Result<const seal::SecretBytes *> Keyring::activeKey() const
{
    const auto place = m_operatorKeys.find(m_active);
    if (!isOpen() || place == m_operatorKeys.end()) {
        return Failure{"vault.locked", {}, {}};
    }
    return &place->second;
}

Result<const seal::SecretBytes *> Keyring::caseKey(const std::string &caseId)
{
    if (!isOpen()) {
        return Failure{"vault.locked", {}, {}};
    }
    if (const auto place = m_caseKeys.find(caseId); place != m_caseKeys.end()) {
        return &place->second;
    }
    const auto rows = m_database.rows(
        "SELECT operator, operator_key, wrapped FROM case_key WHERE case_id = ?", {text(caseId)});
    if (!rows) {
        return rows.failure();
    }
    for (const Row &row : *rows) {
        if (textOf(row[0]) != m_operatorName) {
            continue;
        }
        const auto by = m_operatorKeys.find(row[1].toLongLong());
        if (by == m_operatorKeys.end()) {
            return Failure{"vault.separated", {}, {}};
        }
        auto key = m_suite->unwrap(by->second, blobOf(row[2]), placeOf(caseId, m_operatorName));
        if (!key) {
            return key.failure();
        }
        return keep(caseId, std::move(*key));
    }
    return Failure{rows->empty() ? "vault.unknown-case" : "vault.other-operator", {}, {}};
}

Result<const seal::SecretBytes *> Keyring::caseKeyOrNew(const std::string &caseId)
{
    auto key = caseKey(caseId);
    if (!key && (key.failure().key == "vault.unknown-case" || key.failure().key == "vault.other-operator")) {
        return make(caseId);
    }
    return key;
}

const seal::SecretBytes *Keyring::departingKey(const std::string &caseId, const std::string &operatorName)
{
    if (isOpen() && operatorName == m_operatorName) {
        const auto key = caseKey(caseId);
        return key ? *key : nullptr;
    }
    const auto place = m_departing.find(caseId);
    return operatorName == m_departingOperator && place != m_departing.end() ? &place->second : nullptr;
}

Result<Done> Keyring::destroy(const std::string &caseId)
{
    if (!isOpen()) {
        return Failure{"vault.locked", {}, {}};
    }
    m_caseKeys.erase(caseId);
    // What was taken back names it too; the end of the chain is kept elsewhere.
    auto forgotten =
        m_database.run("DELETE FROM outbox WHERE case_id = ? AND operator = ? AND state = 'taken-back'",
            {text(caseId), text(m_operatorName)});
    if (!forgotten) {
        return forgotten;
    }
    return m_database.run(
        "DELETE FROM case_key WHERE case_id = ? AND operator = ?", {text(caseId), text(m_operatorName)});
}

Result<const seal::SecretBytes *> Keyring::keep(const std::string &caseId, seal::SecretBytes key)
{
    if (m_caseKeys.size() >= mostCaseKeys) {
        m_caseKeys.clear();
    }
    return &m_caseKeys.insert_or_assign(caseId, std::move(key)).first->second;
}

Result<const seal::SecretBytes *> Keyring::make(const std::string &caseId)
{
    const auto by = activeKey();
    if (!by) {
        return by.failure();
    }
    auto key = m_suite->makeKey();
    const auto wrapped = m_suite->wrap(**by, key, placeOf(caseId, m_operatorName));
    const auto made =
        m_database.run("INSERT INTO case_key (case_id, operator, operator_key, wrapped) VALUES (?, ?, ?, ?)",
            {text(caseId), text(m_operatorName), qlonglong(m_active), blob(wrapped)});
    if (!made) {
        return made.failure();
    }
    return keep(caseId, std::move(key));
}

} // namespace quanke::vault
