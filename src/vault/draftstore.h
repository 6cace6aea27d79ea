#pragma once

#include "core/base/clock.h"
#include "vault/draft.h"
#include "vault/keyring.h"

#include <vector>

namespace quanke::vault {

/// Drafts: each a sealed body and the sealed edits since, so that leaving a field writes one small row.
class DraftStore {
public:
    DraftStore(Database &database, Keyring &keyring, const Clock &clock);

    Result<Done> save(Draft draft);
    Result<Done> saveField(const FieldEdit &edit);
    Result<std::vector<DraftSummary>> list();
    Result<int> countSeparated();
    /// Filed ones too.
    Result<Draft> load(const std::string &caseId);

    Result<bool> isFiled(const std::string &caseId);
    enum class Filed { No, Yes };
    /// Inside the transaction that queues the operation or takes it back.
    Result<Done> setFiled(const std::string &caseId, Filed filed);

private:
    Result<Done> write(const Draft &draft);

    Database &m_database;
    Keyring &m_keyring;
    const Clock &m_clock;
};

} // namespace quanke::vault
