#include "desk/counter/session/unsaveddrafts.h"

#include "vault/vault.h"
#include "vault/whenready.h"

namespace quanke::desk {

UnsavedDrafts::UnsavedDrafts(vault::Vault &vault, QObject *parent)
    : QObject(parent)
    , m_vault(vault)
{
    connect(&vault, &vault::Vault::recovered, this, &UnsavedDrafts::saveAll);
}

void UnsavedDrafts::saveAll()
{
    for (const auto &[caseId, draft] : m_drafts) {
        whenReady(m_vault.saveDraft(draft), this, [this, caseId = caseId](const Result<Done> &done) {
            if (!done)
                return; // at the next recovery
            forget(caseId);
            Q_EMIT saved(caseId);
        });
    }
}

} // namespace quanke::desk
