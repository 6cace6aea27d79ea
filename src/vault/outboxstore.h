#pragma once

#include "core/base/clock.h"
#include "spool/parcel.h"
#include "vault/deskstore.h"
#include "vault/documentstore.h"
#include "vault/draftstore.h"
#include "vault/keyring.h"
#include "vault/outbox.h"

#include <set>
#include <vector>

namespace quanke::vault {

/// What is on its way to the gateway, in the order it was done.
class OutboxStore {
public:
    OutboxStore(Database &database, Keyring &keyring, DeskStore &desk, DraftStore &drafts,
        DocumentStore &documents, const Clock &clock);

    struct Sealable {
        spool::Label label;
        spool::Parcel parcel;
    };

    /// First of queueing an act: whether it can be, and its case has a key.
    Result<Done> prepare(const NewOperation &wanted);
    /// Inside a transaction, which may take several.
    Result<casework::Operation> add(const NewOperation &wanted);
    Result<std::vector<OutboxEntry>> unfinished();
    Result<std::vector<OutboxEntry>> received(int most);
    Result<std::vector<OutboxEntry>> filedCases(const std::string &caseId);
    Result<OutboxCount> count();
    Result<Done> retry(const std::string &operationId);
    Result<Done> takeBack(const std::string &operationId);
    /// Whether the outbox ever held an act of this case by the signed-in operator that was not taken back.
    Result<bool> holds(const std::string &caseId);

    Result<std::vector<Outgoing>> outgoing(
        const std::string &operatorName, const std::set<std::string> &resting);
    Result<QByteArray> document(const std::string &operationId, const std::string &sha256);
    Result<Done> markUploaded(const std::string &operationId, const std::string &sha256);
    Result<Done> markMissing(const std::string &operationId, const std::vector<std::string> &digests);
    Result<Done> markSent(const std::string &operationId);
    /// It is received, or durable, as the receipt says.
    Result<Done> keepReceipt(const std::string &operationId, const wire::Receipt &receipt);
    Result<Done> markRefused(const std::string &operationId, const Failure &problem);
    Result<Done> markDelayed(const std::string &operationId, const Failure &problem);
    /// Ids of all that is not durable at the gateway.
    Result<std::set<std::string>> unsent();
    /// Those that are, and those taken back.
    Result<std::set<std::string>> settled();
    /// What the spool keeps of it. Fails with vault.locked where its key is not at hand.
    Result<Sealable> sealable(const std::string &operationId);
    /// Cases of the signed-in operator with something still to leave.
    Result<std::set<std::string>> departingCases();

private:
    struct Content {
        std::string bytes;
        std::string title;
        std::set<std::string> documents;
    };
    struct Place {
        std::string caseId;
        std::string operatorName;
        std::string state;
        std::string kind;
        std::string content; ///< sealed
        std::uint64_t sequence = 0;
    };

    Result<Place> place(const std::string &operationId);
    Result<const seal::SecretBytes *> keyOf(const Place &place);
    Result<Content> open(
        const seal::SecretBytes &key, const std::string &operationId, const std::string &sealed);
    Result<std::vector<OutboxEntry>> entries(const Result<std::vector<Row>> &rows);
    OutboxEntry entryOf(const Row &row);
    Result<Done> check(const NewOperation &wanted);
    Result<Done> insert(const casework::Operation &operation, const std::string &sealed);
    Result<Done> note(const std::string &operationId, const Failure &problem, const char *sql);

    Database &m_database;
    Keyring &m_keyring;
    DeskStore &m_desk;
    DraftStore &m_drafts;
    DocumentStore &m_documents;
    const Clock &m_clock;
};

} // namespace quanke::vault
