#pragma once

#include "platform/folderlock.h"
#include "spool/aside.h"
#include "spool/keeper.h"
#include "spool/mirrorchoice.h"
#include "vault/deskstore.h"
#include "vault/documentstore.h"
#include "vault/draftstore.h"
#include "vault/handover/casehandover.h"
#include "vault/keyring.h"
#include "vault/operatorstore.h"
#include "vault/outboxstore.h"
#include "vault/receipts/receiptstore.h"
#include "vault/setup.h"
#include "vault/ticket/ticketstore.h"
#include "vault/trace/tracestore.h"
#include "vault/unfinishedstore.h"
#include "vault/viewstore.h"

#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace quanke::vault {

/// An open vault, as its one thread sees it.
class Store {
    platform::FolderLock m_lock; // until all else has ended

public:
    /// See Vault::open for what can go wrong.
    static Result<std::unique_ptr<Store>> open(const VaultSetup &setup);

    /// As the outbox does it, and into the copies: an act that is told has been kept in all of them, or the copies'
    /// standing says why not.
    Result<casework::Operation> enqueue(
        const NewOperation &wanted, const std::vector<NewOperation> &behind = {});
    Result<Done> keepReceipt(const std::string &operationId, const wire::Receipt &receipt);
    Result<Done> takeBack(const std::string &operationId);
    /// One that was given away by a file.
    Result<Done> takeBackCase(const std::string &caseId);
    Result<Done> removeDocument(const std::string &caseId, const std::string &sha256);
    Result<Done> copyAside(const spool::Aside &aside, const std::filesystem::path &folder);
    Result<Done> settleAside(const spool::Aside &aside);
    /// Brings into the spool what is not there yet and whose key is at hand.
    void completeCopies();

    Result<Done> useSuite(const std::string &name);
    Result<Done> keepGatewayKey(const std::string &publicKey);
    Result<Done> setMirror(const QString &folder);
    /// As the desk wanted it whose store this one takes the place of; its disk need not be there just now.
    Result<Done> carryOn(const spool::MirrorChoice &choice);
    Result<Copies> copies();

    /// See Vault.
    Result<std::vector<spool::Aside>> asides();
    Result<Done> markAsideSeen(const std::string &since);

    /// After a disk that would not take anything: whether it can be written to by now.
    Result<Done> tryAgain();
    Result<Enrolment> enrol(
        const wire::SignedInOperator &person, std::string_view password, std::string_view previous);
    /// Signing in without the gateway, or back after locking.
    Result<wire::SignedInOperator> unlock(const std::string &name, std::string_view password);
    /// As unlock, where the gateway's ticket allows it, with the roles that it leaves.
    Result<wire::SignedInOperator> signInOffline(const std::string &name, std::string_view password);
    Result<Done> lock();
    Result<Done> forget();
    /// What shows something of people: its line is kept before it is given.
    Result<Done> saveDraft(const Draft &draft);
    Result<Draft> openDraft(const std::string &caseId);
    Result<std::vector<std::string>> casesOfPerson(const std::string &idNumber);
    Result<QByteArray> showDocument(const std::string &caseId, const std::string &sha256);
    /// See CaseHandover.
    Result<CaseHandover::Outgoing> prepare(const Giving &giving);
    /// `written`: the contents, or why no file was written.
    Result<HandedOver> close(const Giving &giving, const Result<handover::Contents> &written);
    Result<TakenOver> keep(CaseHandover::Incoming &incoming);
    Result<Done> discard(const std::string &caseId);
    /// In one transaction. A watermark of another device says nothing here.
    Result<int> reconcile(const wire::Watermark &watermark);

    // NOLINTBEGIN(misc-non-private-member-variables-in-classes): its parts are what it is for
    Keyring keyring;
    OperatorStore operators;
    DeskStore desk;
    DraftStore drafts;
    DocumentStore documents;
    OutboxStore outbox;
    ReceiptStore receipts;
    PersonIndex persons;
    ViewStore views;
    UnfinishedStore unfinished;
    CaseHandover handover;
    TraceStore traces;
    TicketStore tickets;
    spool::Keeper keeper;
    // NOLINTEND(misc-non-private-member-variables-in-classes)

private:
    /// What is not durable at the gateway, and what of that the spool does not hold.
    struct Unsent {
        std::set<std::string> all;
        std::set<std::string> uncopied;
    };

    Store(platform::FolderLock lock, std::unique_ptr<Database> database, const VaultSetup &setup,
        spool::Keeper copies);
    Result<Done> takeUpSuite();
    Result<Done> prepareCopies();
    Result<std::vector<casework::Operation>> addTogether(const std::vector<NewOperation> &wanted);
    void keepInCopies(const std::string &operationId);
    Result<Done> wantMirror(const QString &folder, const std::string &former);
    Result<Done> keepChoice(const std::optional<spool::MirrorChoice> &choice);
    std::filesystem::path place() const; ///< the folder of all
    Result<Done> settle(const std::string &operationId, Result<Done> settled);
    Result<Unsent *> unsent();
    Failure tellWrong(const std::string &name, const Failure &failure);
    Result<wire::SignedInOperator> begin(wire::SignedInOperator person);
    template <class T>
    Result<T> toldOutcome(const char *act, const std::string &caseId, Result<T> outcome);
    /// What changes the database alone, together with its line.
    template <class Work>
    Result<Done> withLine(const trace::Entry &entry, Work work);

    std::unique_ptr<Database> m_database;
    std::optional<Unsent> m_unsent; ///< kept, since it is asked for after every act; none: to be read
    QString m_mirrorFolder; ///< as set
    std::string m_lockedBy; ///< who may come back; empty: nobody, they have to sign in
};

} // namespace quanke::vault
