#pragma once

#include "vault/keyring.h"

#include <string>
#include <vector>

namespace quanke::vault {

/// Finds the cases of a person by the whole of an identity number, none of which stands in the database: a case is kept under
/// its blind index (seal::Suite), by a key that only the operator's password opens.
class PersonIndex {
public:
    PersonIndex(Database &database, Keyring &keyring);

    /// Inside a transaction of the caller's. An empty number is nobody's, and is kept as such. Fails with vault.locked.
    Result<Done> keep(const std::string &caseId, const std::string &idNumber);
    /// The signed-in operator's, whatever the hall sealed with and whatever their password was when they were kept.
    Result<std::vector<std::string>> casesOf(const std::string &idNumber);

private:
    Database &m_database;
    Keyring &m_keyring;
};

} // namespace quanke::vault
