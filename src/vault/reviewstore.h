#pragma once

#include "core/casework/casefile.h"
#include "core/casework/reviewmarks.h"
#include "vault/keyring.h"

#include <string>
#include <vector>

namespace quanke::vault {

/// The signed-in operator's marks at the review points of matters that are not decided yet.
class ReviewStore {
public:
    ReviewStore(Database &database, Keyring &keyring);

    /// Marks without a point remove what was kept.
    Result<Done> keep(
        const std::string &caseId, const std::string &matter, const casework::ReviewMarks &marks);
    /// Empty when nothing was kept.
    Result<casework::ReviewMarks> marks(const std::string &caseId, const std::string &matter);
    /// Whoever decided it: what is decided is not reviewed any more.
    Result<Done> removeDecided(const std::vector<casework::CaseFile> &views);

private:
    Result<Done> remove(const std::string &caseId, const std::string &matter);

    Database &m_database;
    Keyring &m_keyring;
};

} // namespace quanke::vault
