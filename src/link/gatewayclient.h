#pragma once

#include "certificates/enrolment.h"
#include "core/casework/casefile.h"
#include "core/wire/protocol.h"
#include "link/promised.h"
#include "seal/secretbytes.h"
#include "trace/page.h"

#include <QByteArray>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QObject>
#include <QSslConfiguration>
#include <QUrl>

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace quanke::link {

struct Exchange;

/// A page of the gateway's log.
struct ChangesPage {
    std::uint64_t cursor = 0;
    std::vector<wire::Change> changes;
    std::chrono::seconds retryAfter{0}; ///< asked for when too many wait
};

/// What became of an operation that came sealed.
struct SealedReceipt {
    wire::Receipt receipt;
    bool wasHere = false; ///< the gateway had it before
};

/// What GET /v1/cases filters by; empty members do not filter.
struct CaseQuery {
    std::string number;
    std::string state;
    std::string text;
};

/// Where an upload stands at the gateway.
struct UploadPlace {
    QUrl url;
    std::uint64_t offset = 0; ///< bytes that need not be sent again
};

/// One request to the gateway per call. Nothing is repeated here; repeating is the callers' business (Pusher,
/// ChangesFollower, LinkMonitor). No redirect is followed. Take results with `whenReady(future, this, …)`. Cancelling a
/// future gives its request up and its connection free: there are six to a host.
///
/// Failures: link.unreachable, link.timeout, those of trust.h, link.device-revoked, link.unauthorised (no or an old session), link.not-gateway
/// (something else answered), link.refused (to a HEAD, which has no room for words), and the gateway's own problem by its key, for example "case.invalid". All carry
/// in the arguments, as far as known: "status" (HTTP), "requestId", "retryAfter" (seconds) and the problem's
/// own arguments.
class GatewayClient : public QObject {
    Q_OBJECT

public:
    /// The manager outlives the client.
    GatewayClient(QNetworkAccessManager &manager, const QUrl &base, QObject *parent = nullptr);

    QUrl base() const { return m_base; }
    /// Over HTTPS: the authority to believe, the certificate to show. Without it no gateway is believed.
    void setEnrolment(const certificates::Enrolment &enrolment);
    /// How long nothing may move before a request is given up; 30 s.
    void setTimeout(std::chrono::milliseconds timeout) { m_timeout = timeout; }

    /// Keeps the session for the calls that follow. A wrong name or password is session.refused, too many of them
    /// session.locked ("retryAfter"), a password to be changed first session.first-password.
    Promised<wire::Session> signIn(const std::string &name, const seal::SecretBytes &password,
        const std::string &device, wire::Absence absence = wire::Absence::Hall);
    /// From one's own to another, signed in or not; the gateway ends all sessions of that name. Fails as signIn does, and with
    /// password.same, operator.password-weak.
    Promised<Done> changePassword(const std::string &name, const seal::SecretBytes &current,
        const seal::SecretBytes &wanted, const std::string &device);
    Promised<Done> signOut(); ///< the token is forgotten whatever the gateway says
    bool hasSession() const { return !m_session.token.empty(); }
    std::string signedInName() const { return m_session.person.name; }
    /// The public key of the gateway's receipts, as the session brought it (bytes); empty without one.
    std::string receiptKey() const;
    /// The public key that second copies are sealed to, likewise (bytes); empty of a gateway that has none.
    std::string sealingKey() const;
    void forgetSession();

    /// The bytes of an operation under its id: the same again is answered by the same receipt.
    Promised<wire::Receipt> putOperation(const std::string &operationId, const std::string &bytes);
    /// One record of a spool: taken as its operation would be. documents.missing names the "files" to bring first.
    Promised<SealedReceipt> putSealed(const std::string &operationId, const std::string &frame);
    /// A sealed document beside that spool.
    Promised<Done> putSealedDocument(const std::string &operationId, const std::string &frame,
        const std::string &file, const QByteArray &sealed);
    /// Of this device, the one that signed in.
    Promised<wire::Watermark> watermark(const std::string &device);
    /// Lines of this device's trace, some of which may be there already.
    Promised<trace::Countersigned> bringTrace(
        const std::string &device, const std::vector<std::string> &lines);
    Promised<ChangesPage> changes(std::uint64_t cursor, std::chrono::seconds wait);
    Promised<std::vector<wire::WorkItem>> work();
    Promised<std::vector<wire::CaseSummary>> cases(const CaseQuery &query);
    Promised<casework::CaseFile> caseView(const std::string &caseId);
    /// `purpose`: why it is asked for, one of src/trace/line.h; goes into the gateway's trace.
    Promised<casework::CaseFile> caseView(const std::string &caseId, const std::string &purpose);
    /// Says that one works on the case at this window, for some minutes. While another does: lease.held ("lease"), to be
    /// taken over by its fence.
    Promised<casework::Lease> takeLease(
        const std::string &caseId, const std::string &window, std::optional<std::uint64_t> instead);
    Promised<Done> endLease(const std::string &caseId);
    Promised<QByteArray> document(const std::string &sha256);
    Promised<wire::Hall> hall();
    /// To whom a case can be handed.
    Promised<std::vector<wire::Colleague>> clerks();
    // The administrator's; an entry is {displayName, roles, department, password?}.
    Promised<std::vector<wire::SignedInOperator>> operators();
    Promised<wire::SignedInOperator> putOperator(const std::string &name, const Json &entry);
    Promised<Done> removeOperator(const std::string &name);
    // The auditor's: a page of a chain (trace/page.h).
    Promised<trace::Page> trace(const std::string &chain, std::uint64_t after);
    Promised<Json> health();

    // tus 1.0, for Uploader
    Promised<UploadPlace> createUpload(std::uint64_t length, const QByteArray &metadata);
    Promised<std::uint64_t> uploadOffset(const QUrl &upload);
    /// With the piece's checksum; fails with upload.checksum-mismatch when something else arrived.
    Promised<std::uint64_t> appendToUpload(const QUrl &upload, std::uint64_t offset, const QByteArray &piece);

Q_SIGNALS:
    void pieceMoved(); ///< more of a piece of a document went off, be it not there yet
    void answered(); ///< the gateway answered something, be it a problem
    /// The gateway's clock as it made an answer that took so long from the question to its end.
    void dated(quanke::Instant at, std::chrono::milliseconds took);
    void unreachable(const quanke::Failure &failure);
    void unauthorised(); ///< the session is no longer good; it is forgotten
    void sessionChanged(); ///< somebody signed in, or out, or the session went

private:
    template <class T, class Reader>
    Promised<T> ask(const Exchange &exchange, Reader reader);
    QNetworkReply *dispatch(const Exchange &exchange);
    bool notice(const Exchange &exchange, const std::string &token, const Failure *failure);

    QNetworkAccessManager &m_manager;
    QUrl m_base;
    QSslConfiguration m_tls;
    wire::Session m_session;
    std::chrono::milliseconds m_timeout{30'000};
};

/// One of the numbers in a failure's arguments; 0 where there is none, whatever stands there instead.
int numberIn(const Failure &failure, const char *member);

} // namespace quanke::link
