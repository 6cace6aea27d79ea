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

/// Hands drafts to other desks by a file where there is no link, and takes them in, step by step as the file grows or is read
/// (elsewhere: it may be long, on a slow disk). The file is on the disk before the draft is closed here, and all that a file
/// brings is here in one step: a crash in between leaves it as it was.
class CaseHandover {
public:
    CaseHandover(Database &database, Keyring &keyring, DeskStore &desk, DraftStore &drafts,
        DocumentStore &documents, const Clock &clock, const seal::PasswordCost &cost);

    /// What goes into a file, and what a guess of its password is to cost.
    struct Outgoing {
        handover::Contents contents;
        seal::PasswordCost cost;
        std::string suite; ///< the hall's, by name
    };
    /// First of handing over. Fails: vault.filed, vault.handed-over, handover.exists (there is a file of that name).
    Result<Outgoing> prepare(const Giving &giving);
    /// The bytes of one of its documents.
    Result<std::string> enclosed(const std::string &caseId, const handover::Enclosure &document);
    /// Last, once the file is on the disk: the draft is read alone from here on. Where that is not so the file goes. Fails
    /// as prepare does, and with handover.changed: the case says something else than the file.
    Result<HandedOver> close(const Giving &giving, const handover::Contents &written);
    /// How a draft was handed over; nothing where it is here.
    Result<std::optional<HandedOver>> handedOver(const std::string &caseId);
    /// It can be changed here again, whatever becomes of the file.
    Result<Done> takeBack(const std::string &caseId);

    /// What a file brings, as far as it is here.
    struct Incoming {
        handover::Contents contents;
        Draft draft;
        std::string taker; ///< the operator who began it, whose key seals it
        std::vector<DocumentStore::Placed> placed; ///< the documents' files, which no row names yet
    };
    /// Fails with vault.locked.
    Result<Done> refuseLocked() const;
    /// First of taking over. Fails with handover.damaged, and where the case is here already with: handover.here ("case"),
    /// handover.pushed, handover.own (this desk gave the file), handover.older (it was handed over again since),
    /// handover.other-operator.
    Result<Incoming> expect(const handover::Contents &contents);
    /// Each document, whose bytes are on the disk then. Fails with vault.locked where the taker has left.
    Result<Done> place(Incoming &incoming, const handover::Enclosure &document, std::string_view bytes);
    /// Last, once all is known to be right: it is here in one step, or nothing is. Fails as expect and place do.
    Result<TakenOver> keep(Incoming &incoming);
    /// Instead, where something was not.
    void drop(const Incoming &incoming);

private:
    Result<handover::Contents> contentsOf(const Giving &giving);
    Result<Done> refuseChanged(const Giving &giving, const handover::Contents &written);
    Result<Done> refuseAnother(const Incoming &incoming) const;
    Result<Done> refuseKnown(const handover::Contents &contents);
    Result<Done> keepAtOnce(const Incoming &incoming);
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
