#pragma once

#include "handover/contents.h"
#include "seal/password.h"
#include "seal/secretbytes.h"
#include "vault/deskstore.h"
#include "vault/documentstore.h"
#include "vault/draftstore.h"
#include "vault/keyring.h"

#include <QString>

#include <optional>
#include <string>

namespace quanke::vault {

/// A draft is to go to another desk.
struct Giving {
    std::string caseId;
    QString file; ///< that is made
    seal::SecretBytes password; ///< as it was typed
    std::string displayName; ///< of who hands it over
    std::string window;
};

/// A draft that another desk goes on with.
struct HandedOver {
    handover::Handing handing;
    QString file; ///< as it was written then
    std::string number; ///< of the case
};

/// A draft that has come from another desk.
struct TakenOver {
    std::string caseId;
    handover::Handing from;
};

/// Hands drafts to other desks by a file where there is no link, and takes them in. The file is on the disk before the
/// draft is closed here, and all that a file brings is here in one step: a crash in between leaves it as it was.
class CaseHandover {
public:
    CaseHandover(Database &database, Keyring &keyring, DeskStore &desk, DraftStore &drafts,
        DocumentStore &documents, const Clock &clock, const seal::PasswordCost &cost);

    /// Fails: vault.filed, vault.handed-over, handover.exists (there is a file of that name), and as handover::write.
    Result<HandedOver> give(const Giving &giving);
    /// How a draft was handed over; nothing where it is here.
    Result<std::optional<HandedOver>> handedOver(const std::string &caseId);
    /// It can be changed here again, whatever becomes of the file.
    Result<Done> takeBack(const std::string &caseId);

    /// Keeps nothing unless all is right. Fails as handover::read, and where the case is here already with: handover.here
    /// ("case"), handover.pushed, handover.own (this desk gave the file), handover.older (it was handed over again since),
    /// handover.other-operator.
    Result<TakenOver> takeOver(const QString &file, const seal::SecretBytes &password);

private:
    class Arrival;
    Result<handover::Contents> contentsOf(const Giving &giving);
    Result<Done> refuseKnown(const handover::Contents &contents);
    Result<Done> keep(
        const handover::Contents &contents, const Draft &draft, std::vector<DocumentStore::Placed> &placed);
    void clear(const std::vector<DocumentStore::Placed> &placed);

    Database &m_database;
    Keyring &m_keyring;
    DeskStore &m_desk;
    DraftStore &m_drafts;
    DocumentStore &m_documents;
    const Clock &m_clock;
    seal::PasswordCost m_cost;
};

} // namespace quanke::vault
