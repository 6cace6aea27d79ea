#pragma once

#include "seal/suite.h"
#include "vault/sql/database.h"

#include <cstdint>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <utility>

namespace quanke::vault {

/// The keys that are open at the moment, and the way from an operator's key to a case's. Whoever is signed in
/// has exactly one active key; keys of their earlier passwords may be open beside it.
class Keyring {
public:
    Keyring(Database &database, std::shared_ptr<const seal::Suite> suite);

    using OperatorKeys = std::map<std::int64_t, seal::SecretBytes>; ///< by row

    void open(std::string operatorName, OperatorKeys keys, std::int64_t active);
    /// Forgets all but the keys of cases in `departing`, which serve `departingKey` alone.
    void lock(const std::set<std::string> &departing);
    void forget();

    bool isOpen() const { return !m_operatorName.empty(); }
    const std::string &operatorName() const { return m_operatorName; }
    const OperatorKeys &operatorKeys() const { return m_operatorKeys; }
    /// Fails with vault.locked.
    Result<const seal::SecretBytes *> activeKey() const;

    /// The signed-in operator's key of a case. Fails: vault.locked, vault.unknown-case, vault.other-operator,
    /// vault.separated (sealed under a password that is not known any more), seal.wrong-key. The pointer
    /// holds until the keyring changes.
    Result<const seal::SecretBytes *> caseKey(const std::string &caseId);
    /// As above; a case that has none yet gets one, committed at once: never call it inside a transaction,
    /// which might be rolled back under the key.
    Result<const seal::SecretBytes *> caseKeyOrNew(const std::string &caseId);
    /// For what leaves: also while locked. Null when it is not at hand.
    const seal::SecretBytes *departingKey(const std::string &caseId, const std::string &operatorName);
    /// After this nothing of the case can be read by this operator any more.
    Result<Done> destroy(const std::string &caseId);

    const seal::Suite &suite() const { return *m_suite; }
    /// What is closed from now on is closed with it.
    void useSuite(std::shared_ptr<const seal::Suite> suite) { m_suite = std::move(suite); }

private:
    Result<const seal::SecretBytes *> keep(const std::string &caseId, seal::SecretBytes key);
    Result<const seal::SecretBytes *> make(const std::string &caseId);

    Database &m_database;
    std::shared_ptr<const seal::Suite> m_suite;
    std::string m_operatorName;
    OperatorKeys m_operatorKeys;
    std::int64_t m_active = 0;
    std::map<std::string, seal::SecretBytes> m_caseKeys;
    std::string m_departingOperator;
    std::map<std::string, seal::SecretBytes> m_departing;
};

} // namespace quanke::vault
