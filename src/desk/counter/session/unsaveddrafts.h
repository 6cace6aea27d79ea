#pragma once

#include "vault/draft.h"

#include <QObject>

#include <map>
#include <string>

namespace quanke::vault {
class Vault;
}

namespace quanke::desk {

/// Drafts that the disk did not take: in memory, and brought to it again each time the vault has recovered.
class UnsavedDrafts : public QObject {
    Q_OBJECT
public:
    explicit UnsavedDrafts(vault::Vault &vault, QObject *parent = nullptr);

    bool holds(const std::string &caseId) const { return m_drafts.contains(caseId); }
    void keep(const vault::Draft &draft) { m_drafts[draft.caseId] = draft; }
    void forget(const std::string &caseId) { m_drafts.erase(caseId); }

Q_SIGNALS:
    void saved(const std::string &caseId);

private:
    void saveAll();

    vault::Vault &m_vault;
    std::map<std::string, vault::Draft> m_drafts; ///< by case
};

} // namespace quanke::desk
