#pragma once

#include "core/casework/casefile.h"
#include "vault/keyring.h"

#include <string>
#include <vector>

namespace quanke::vault {

/// What the signed-in operator has begun at matters that are not decided yet, by kind.
class UnfinishedStore {
public:
    UnfinishedStore(Database &database, Keyring &keyring);

    /// Null removes what was kept.
    Result<Done> keep(
        const std::string &caseId, const std::string &matter, const std::string &kind, const Json &content);
    /// Null when nothing was kept.
    Result<Json> content(const std::string &caseId, const std::string &matter, const std::string &kind);
    /// Whoever decided it: there is nothing to go on with.
    Result<Done> removeDecided(const std::vector<casework::CaseFile> &views);

private:
    Database &m_database;
    Keyring &m_keyring;
};

} // namespace quanke::vault
