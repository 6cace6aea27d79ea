#pragma once

#include "core/casework/casefile.h"
#include "core/wire/protocol.h"
#include "seal/secretbytes.h"

#include <QByteArray>
#include <QFuture>
#include <QNetworkAccessManager>
#include <QObject>
#include <QUrl>

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

namespace quanke::link {

template <class T>
using Promised = QFuture<Result<T>>;

/// A page of the gateway's log.
struct ChangesPage {
    std::uint64_t cursor = 0;
    std::vector<wire::Change> changes;
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
    std::uint64_t offset = 0;
};

/// One request to the gateway per call. Nothing is repeated here; repeating is the callers' business (Pusher,
/// ChangesFollower, LinkMonitor). No redirect is followed. Take results with `whenReady(future, this, …)`.
///
/// Failures: link.unreachable, link.timeout, link.unauthorised (no or an old session), link.not-gateway
/// (something else answered), and the gateway's own problem by its key, for example "case.invalid". All carry
/// in the arguments, as far as known: "status" (HTTP), "requestId", "retryAfter" (seconds) and the problem's
/// own arguments.
class GatewayClient : public QObject {
    Q_OBJECT

public:
    /// The manager outlives the client.
    GatewayClient(QNetworkAccessManager &manager, const QUrl &base, QObject *parent = nullptr);

    QUrl base() const { return m_base; }
    void setTimeout(std::chrono::milliseconds timeout) { m_timeout = timeout; }

    /// Keeps the session's token for the calls that follow.
    Promised<wire::Session> signIn(
        const std::string &name, const seal::SecretBytes &password, const std::string &device);
    Promised<Done> signOut(); ///< the token is forgotten whatever the gateway says
    bool hasSession() const { return !m_token.isEmpty(); }
    std::string signedInName() const { return m_signedInName; }
    void forgetSession();

    /// The bytes of an operation under its id: the same again is answered by the same receipt.
    Promised<wire::Receipt> putOperation(const std::string &operationId, const std::string &bytes);
    Promised<ChangesPage> changes(std::uint64_t cursor, std::chrono::seconds wait);
    Promised<std::vector<wire::WorkItem>> work();
    Promised<std::vector<wire::CaseSummary>> cases(const CaseQuery &query);
    Promised<casework::CaseFile> caseView(const std::string &caseId);
    Promised<QByteArray> document(const std::string &sha256);
    Promised<wire::Hall> hall();
    Promised<Json> health();

    // tus 1.0, for Uploader
    Promised<UploadPlace> createUpload(std::uint64_t length, const QByteArray &metadata);
    Promised<std::uint64_t> uploadOffset(const QUrl &upload);
    Promised<std::uint64_t> appendToUpload(const QUrl &upload, std::uint64_t offset, const QByteArray &piece);

Q_SIGNALS:
    void answered(); ///< the gateway answered something, be it a problem
    void unreachable(const quanke::Failure &failure);
    void unauthorised(); ///< the session is no longer good

private:
    struct Request;
    struct Reply;
    Promised<Reply> send(Request request);
    template <class T, class Reader>
    Promised<T> ask(Request request, Reader reader);

    QNetworkAccessManager &m_manager;
    QUrl m_base;
    QByteArray m_token;
    std::string m_signedInName;
    std::chrono::milliseconds m_timeout{30'000};
};

} // namespace quanke::link
