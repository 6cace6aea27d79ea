#pragma once

#include "core/base/clock.h"
#include "core/casework/casefile.h"
#include "seal/suite.h"
#include "spool/aside.h"
#include "spool/contents.h"
#include "trace/page.h"
#include "vault/document.h"
#include "vault/draft.h"
#include "vault/handover/casehandover.h"
#include "vault/handover/headway.h"
#include "vault/operators.h"
#include "vault/outbox.h"
#include "vault/setup.h"
#include "vault/trace/tracetobring.h"
#include "vault/whenready.h"

#include <QByteArray>
#include <QFuture>
#include <QObject>
#include <QString>

#include <memory>
#include <set>
#include <string>
#include <vector>

namespace quanke::vault {

class Errands;
class Worker;

/// A spool that was found below a folder, with documents/ beside it.
struct SpoolFound {
    QString folder; ///< of the spool itself
    QString documents; ///< the folder of its documents
    spool::Contents contents;
};

template <class T>
using Promised = QFuture<Result<T>>;

/// The desk's durable store: one SQLite database and the sealed documents beside it, in one folder, used by
/// one thread of its own. Calls return at once; they are carried out in the order they were made, and what a
/// call says it keeps is on disk (fsync) when its future is ready. Take results with `whenReady(future, this,
/// …)`.
///
/// Every call can fail with vault.closed (not opened, or opening failed), vault.disk-full, vault.read-only, vault.io
/// ("detail" holds no personal data), vault.damaged: `troubled` tells of these as well, and, where a case is read or written, vault.locked (nobody signed
/// in), vault.unknown-case, vault.other-operator (the case's key is not this operator's) and seal.wrong-key
/// (altered on disk).
class Vault : public QObject {
    Q_OBJECT

public:
    explicit Vault(VaultSetup setup, QObject *parent = nullptr);
    ~Vault() override; ///< finishes what was asked for, then closes; what has a headway is cancelled

    /// Opens or makes the store; a copy is made before it is brought to a newer form.
    /// Fails: vault.in-use (another desk has it), vault.held (another program has its database open, a backup perhaps: open it
    /// again later), vault.network-disk and vault.fat-disk (what such disks say they keep they may lose), vault.too-new,
    /// vault.not-durable ("setting"), vault.damaged, vault.foreign (some other program's database), vault.io. Nothing is
    /// ever deleted or made anew over what is there.
    Promised<Done> open();

    /// After `troubled`: looks whether the disk can be written to by now; `recovered` tells of it. What failed is the
    /// callers' to ask for again.
    Promised<Done> tryAgain();
    /// After open failed with vault.damaged: the folder is put aside under another name, all of it as it is, and a fresh
    /// store is opened in its place. Fails with vault.wrong-state after anything else, and as open.
    Promised<Done> putAside();
    /// What was put aside here and whose operations have not all been shown to be at the gateway, oldest first.
    Promised<std::vector<spool::Aside>> asides();
    /// Lays what was put aside, sealed as it is, below a folder: a stick. Fails as files do (spool.*).
    Promised<Done> copyAside(spool::Aside aside, QString folder);
    /// Somebody has seen what of it cannot be brought in; it stays in the list.
    Promised<Done> markAsideSeen(spool::Aside aside);
    /// All of it is at the gateway: nothing is deleted, but it is not asked about any more.
    Promised<Done> settleAside(spool::Aside aside);
    /// What the spools below any folder hold: of one put aside, of a stick. For sending to the gateway.
    Promised<std::vector<SpoolFound>> spoolsBelow(QString folder);
    /// A sealed document of such a spool.
    Promised<QByteArray> sealedDocument(QString documentFolder, std::string name);

    /// What the hall seals with, told at sign-in, before `enrol`, and kept: what is sealed from now on is sealed with that,
    /// what was before stays readable. Fails with vault.unknown-suite ("suite").
    Promised<Done> useSuite(std::string name);

    // --- copies of what has not reached the gateway
    /// The gateway's public key for sealed boxes, told at sign-in and kept: without it nothing can be copied.
    Promised<Done> keepGatewayKey(std::string publicKey);
    /// Wants the copies on that disk as well; an empty folder: no longer. Fails with spool.away and as files do. It is written
    /// beside all other work: copiesChanged tells when it is another.
    Promised<Done> setMirror(QString folder);
    /// Looks whether that disk is there, and brings it what it lacks, in its turn; copiesChanged tells of a change.
    Promised<Done> followMirror();
    Promised<Copies> copies();
    Promised<qint64> roomLeft(); ///< bytes on the store's disk, for us

    // --- who works here
    Promised<std::vector<RememberedOperator>> operators();
    /// After an online sign-in: remembers the person, leaves the vault unlocked for them. `previousPassword`
    /// may be empty; it is asked for when the answer was Separated and the clerk still knows it.
    Promised<Enrolment> enrol(
        wire::SignedInOperator person, seal::SecretBytes password, seal::SecretBytes previousPassword = {});
    /// Back after locking: the password opens the operator's key or it does not. Five wrong ones close the door for 15
    /// minutes, over restarts too. Fails: vault.unknown-operator, vault.wrong-password ("triesLeft"), vault.locked-out
    /// ("until").
    Promised<wire::SignedInOperator> unlock(std::string name, seal::SecretBytes password);
    /// The same where no session is there to go on with: only by the gateway's ticket (TicketStore::roles), and with its roles.
    Promised<wire::SignedInOperator> signInOffline(std::string name, seal::SecretBytes password);
    /// After `enrol`; an empty one takes the one before away. `gatewayKey`: its public key of receipts, bytes.
    Promised<Done> keepTicket(wire::Ticket ticket, std::string gatewayKey);
    /// Forgets the operator's keys. What already waits in the outbox may still leave until `forget`.
    Promised<Done> lock();
    Promised<Done> forget(); ///< as lock, and the outbox keys go too: the next person sits down

    // --- drafts
    Promised<Done> saveDraft(Draft draft);
    Promised<Done> saveField(FieldEdit edit);
    /// The signed-in operator's, latest first.
    Promised<std::vector<DraftSummary>> drafts();
    /// How many more there are, sealed under a password of before that nobody has told (see Enrolment::Separated).
    Promised<int> separatedDrafts();
    Promised<Draft> draft(std::string caseId);
    /// Destroys the case's key, its draft and its documents. Fails with vault.filed when it is in the outbox.
    Promised<Done> discardDraft(std::string caseId);

    // --- to another desk and from it by a file, where there is no link
    /// Writes the file, then closes the draft here: it can be read but not changed (vault.handed-over). See
    /// CaseHandover for what can go wrong with these. Both are done beside everything else that is asked for, document by
    /// document, tell their headway, and fail with handover.cancelled, leaving nothing, once that is cancelled.
    Promised<HandedOver> giveCase(Giving giving, std::shared_ptr<Headway> headway = {});
    Promised<std::optional<HandedOver>> handedOver(std::string caseId);
    /// Whatever became of the file: two desks may change the case then.
    Promised<Done> takeBackCase(std::string caseId);
    Promised<TakenOver> takeOverCase(
        QString file, seal::SecretBytes password, std::shared_ptr<Headway> headway = {});

    // --- documents
    Promised<StoredDocument> storeDocument(std::string caseId, QByteArray bytes, DocumentMeta meta);
    Promised<StoredDocument> storeDocumentFile(std::string caseId, QString path, DocumentMeta meta);
    Promised<std::vector<StoredDocument>> documents(std::string caseId);
    /// The plain bytes. Fails with vault.document-damaged when they are no longer what was stored.
    Promised<QByteArray> readDocument(std::string caseId, std::string sha256);
    Promised<Done> removeDocument(std::string caseId, std::string sha256);

    // --- numbers and the outbox
    /// This desk's own id (UUIDv7), made when the vault was.
    Promised<std::string> deviceId();
    /// Its number, given once and for good: "QS-20261121-K7F3-0001" (day in China, desk, serial of the day).
    Promised<std::string> caseNumber(std::string caseId);
    /// Queues an act: sequence, chain and filing of the draft in one transaction. case.submit files the draft
    /// away. What comes `behind` it is queued in the same step, or nothing is.
    Promised<casework::Operation> enqueue(NewOperation operation, std::vector<NewOperation> behind = {});
    Promised<std::vector<OutboxEntry>> outbox(); ///< all that is still to leave, in its order
    /// What has left and is not durable yet, latest first, so many at most.
    Promised<std::vector<OutboxEntry>> received(int most);
    /// Every case.submit of this desk, latest first; of this case alone where one is named.
    Promised<std::vector<OutboxEntry>> filedCases(std::string caseId = {});
    Promised<OutboxCount> outboxCount();
    /// A refused operation waits again.
    Promised<Done> retry(std::string operationId);
    /// A refused case.submit becomes a draft again, another refused act is given up: what stands behind it in its case may
    /// leave then. The operation stays in the list of refusals' history.
    Promised<Done> takeBack(std::string operationId);

    // --- for the pusher
    /// What may leave now with this operator's session: of each case the first unfinished, unless that is
    /// refused or among the operations that rest. The first 200 of them.
    Promised<std::vector<Outgoing>> outgoing(std::string operatorName, std::set<std::string> resting = {});
    /// Compares what this desk believes stored with what the gateway has: what it has forgotten waits again (link.forgotten),
    /// and where its epoch is another one, changes are followed from the beginning. What was received and is covered by its
    /// word on what is durable (whose signature is the caller's to check; 0: nothing is) becomes durable. Gives how many wait
    /// again.
    Promised<int> reconcile(wire::Watermark watermark);
    /// The gateway says it does not have them (any more): they go again.
    Promised<Done> markMissing(std::string operationId, std::vector<std::string> digests);
    Promised<Done> markSent(std::string operationId);
    /// The plain bytes of a document that goes with an operation, while locked too.
    Promised<QByteArray> outgoingDocument(std::string operationId, std::string sha256);
    Promised<Done> markUploaded(std::string operationId, std::string sha256);
    /// It is received or durable, as the receipt says: only then it is wanted nowhere else. Fails with vault.other-receipt
    /// when that is not of these bytes.
    Promised<Done> keepReceipt(std::string operationId, wire::Receipt receipt);
    Promised<Done> markRefused(std::string operationId, Failure problem);
    /// It waits on, with the reason beside it.
    Promised<Done> markDelayed(std::string operationId, Failure problem);

    // --- cases as the gateway knows them
    /// The signed-in operator's place in the gateway's log; 0 at first.
    Promised<quint64> changesCursor();
    /// Views and the cursor that brought them, in one transaction. A view never replaces a later one.
    /// Fails with vault.cursor-moved, keeping nothing, where the cursor is not (any more) where the views were asked from.
    Promised<Done> keepCaseViews(std::vector<casework::CaseFile> views, CursorStep step);
    Promised<casework::CaseFile> caseView(std::string caseId);
    Promised<std::vector<casework::CaseFile>> caseViews();
    /// Those, and those still to leave, whose applicant has that identity number, as on any card. Traced, without the number.
    Promised<std::vector<std::string>> casesOfPerson(std::string idNumber);

    // --- begun at filed cases
    /// What the signed-in operator has begun at a matter of a filed case, by kind ("decision"); the content is
    /// the caller's own, null removes it. Gone too once a view kept here shows the matter decided.
    Promised<Done> keepUnfinished(std::string caseId, std::string matter, std::string kind, Json content);
    Promised<Json> unfinished(std::string caseId, std::string matter, std::string kind); ///< null for nothing

    // --- the trace (src/trace): signing in and out, drafts, documents, files and wiping tell of themselves
    /// A filed case is looked at; an empty purpose: as it was opened.
    Promised<Done> viewCase(std::string caseId, std::string purpose);
    Promised<Done> note(std::string act, std::string caseId, quint64 count = 0); ///< print, export of so many
    Promised<TraceToBring> traceToBring(int most);
    /// What the gateway has signed, which the caller has checked by that key (base64).
    Promised<Done> keepTraceHeads(trace::Countersigned heads, std::string gatewayKey);
    Promised<Done> bringTraceFrom(quint64 after); ///< it has no more than that

    // --- settings of this desk
    /// Window, last operator, last workspace, geometry: nothing personal beyond a sign-in name, since it is
    /// readable.
    Promised<QByteArray> setting(std::string key); ///< empty when never set
    Promised<Done> setSetting(std::string key, QByteArray value);

Q_SIGNALS:
    void troubled(const quanke::Failure &failure); ///< the disk did not take what it should
    void recovered();
    void draftsChanged();
    void outboxChanged();
    void casesChanged();
    void copiesChanged(); ///< also whenever the outbox has changed they may have
    void asidesChanged(); ///< one has been seen, or settled

private:
    enum class Changes { None, Drafts, Outbox, DraftsAndOutbox, Cases, Copies, Asides };
    template <class T, class Task>
    Promised<T> ask(Task task, Changes changes = Changes::None);
    /// The same for the thread beside, which waits for the outcome.
    template <class T, class Task>
    Result<T> inItsTurn(Task task, Changes changes = Changes::None);
    void tell(Changes changes);
    void tellTrouble(const Failure &failure);

    class Arrival;
    Result<HandedOver> give(const Giving &giving, Headway &headway);
    Result<TakenOver> takeOver(const QString &file, const seal::SecretBytes &password, Headway &headway);

    std::unique_ptr<Worker> m_worker;
    std::unique_ptr<Errands> m_errands; ///< goes before the worker, whom it asks
};

} // namespace quanke::vault
