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

    enum class Standing { Absent, OfAnother, Open, HandedOver, Filed };
    /// Whoever's it is.
    Result<Standing> standing(const std::string &caseId);
    /// Fails with vault.filed or vault.handed-over where the operator's draft is not to be changed here. One that is not
    /// there, or another's, is no matter of this.
    Result<Done> refuseClosed(const std::string &caseId);
    /// The same for what may be done to filed ones.
    Result<Done> refuseHandedOver(const std::string &caseId);
    /// Inside a transaction; whatever stood there, and it is here again if it was handed over.
    Result<Done> put(const Draft &draft);
    /// How it was handed over; null: it is here.
    Result<Done> setHandedOver(const std::string &caseId, const Json &handedOver);
    Result<Json> handedOver(const std::string &caseId);

    enum class Filed { No, Yes };
    /// Inside the transaction that queues the operation or takes it back.
    Result<Done> setFiled(const std::string &caseId, Filed filed);

private:
    Standing standingOf(const Row &row) const;
    Result<Done> write(const Draft &draft);

    Database &m_database;
    Keyring &m_keyring;
    const Clock &m_clock;
};

} // namespace quanke::vault
