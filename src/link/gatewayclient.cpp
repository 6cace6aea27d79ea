#include "link/gatewayclient.h"

#include "link/exchange.h"
#include "link/trust.h"
#include "seal/digest.h"
#include "seal/text.h"

#include <QElapsedTimer>
#include <QFutureWatcher>
#include <QNetworkRequest>
#include <QPromise>
#include <QTimer>
#include <QUrlQuery>
#include <QUuid>

#include <memory>
#include <utility>

namespace quanke::link {

namespace {

using Wanted = Exchange::Wanted;

constexpr const char *jsonType = "application/json";
constexpr const char *sealedType = "application/vnd.quanke.sealed";
constexpr const char *tusVersion = "1.0.0";

/// Every element of {"items": […]}, read by `read`.
template <class Item, class Read>
Result<std::vector<Item>> itemsOf(const Json &json, const char *member, Read read)
{
    const auto list = json.is_object() ? json.find(member) : json.end();
    if (!json.is_object() || list == json.end() || !list->is_array()) {
        return Failure{"link.not-gateway", {{"member", member}}};
    }
    std::vector<Item> items;
    for (const Json &element : *list) {
        auto item = read(element);
        if (!item) {
            return item.failure();
        }
        items.push_back(std::move(*item));
    }
    return items;
}

QString pathOf(const char *folder, const std::string &name)
{
    return QLatin1String(folder) + QString::fromUtf8(QUrl::toPercentEncoding(QString::fromStdString(name)));
}

QUrl urlOf(const QUrl &base, const QString &path, const QUrlQuery &query = {})
{
    QUrl url = base;
    const bool isRoot = base.path() == QStringLiteral("/");
    url.setPath(isRoot ? path : base.path() + path, QUrl::TolerantMode);
    url.setQuery(query);
    return url;
}

Exchange exchangeOf(const char *verb, const QUrl &url, Wanted wanted = Wanted::Json)
{
    Exchange exchange;
    exchange.verb = verb;
    exchange.url = url;
    exchange.wanted = wanted;
    return exchange;
}

Exchange tusExchange(const char *verb, const QUrl &url)
{
    auto exchange = exchangeOf(verb, url, Wanted::Nothing);
    exchange.headers.emplaceBack("Tus-Resumable", tusVersion);
    return exchange;
}

bool isOfSameHost(const QUrl &left, const QUrl &right)
{
    return left.scheme() == right.scheme() && left.host() == right.host() && left.port() == right.port();
}

} // namespace

GatewayClient::GatewayClient(QNetworkAccessManager &manager, const QUrl &base, QObject *parent)
    : QObject(parent)
    , m_manager(manager)
    , m_base(base.adjusted(QUrl::StripTrailingSlash))
    , m_tls(tlsOf({}))
{
}

void GatewayClient::setEnrolment(const certificates::Enrolment &enrolment)
{
    m_tls = tlsOf(enrolment);
}

template <class T, class Reader>
Promised<T> GatewayClient::ask(const Exchange &exchange, Reader reader)
{
    auto promise = std::make_shared<QPromise<Result<T>>>();
    const auto future = promise->future();
    promise->start();
    QElapsedTimer asked;
    asked.start();
    QNetworkReply *reply = dispatch(exchange);
    // A timer of our own: as long as bytes move, a slow link may take its time.
    auto *timer = new QTimer(reply);
    timer->setSingleShot(true);
    timer->setInterval(m_timeout + exchange.extraTime);
    connect(timer, &QTimer::timeout, reply, &QNetworkReply::abort);
    connect(reply, &QNetworkReply::uploadProgress, timer, qOverload<>(&QTimer::start));
    connect(reply, &QNetworkReply::downloadProgress, timer, qOverload<>(&QTimer::start));
    timer->start();
    if (exchange.verb == "PATCH") {
        connect(reply, &QNetworkReply::uploadProgress, this, &GatewayClient::pieceMoved);
    }
    auto doubts = std::make_shared<QList<QSslError>>(); // nothing is ignored: the reply ends with an error
    connect(reply, &QNetworkReply::sslErrors, this,
        [doubts](const QList<QSslError> &errors) { *doubts = errors; });
    auto *watcher = new QFutureWatcher<Result<T>>(reply);
    connect(watcher, &QFutureWatcherBase::canceled, reply, &QNetworkReply::abort);
    watcher->setFuture(future);
    connect(reply, &QNetworkReply::finished, this,
        [this, reply, timer, exchange, promise, reader, doubts, token = m_session.token, asked] {
            reply->deleteLater();
            if (promise->isCanceled()) {
                promise->finish(); // nobody asks any more, so it says nothing about the link or the session
                return;
            }
            const bool aborted =
                reply->error() == QNetworkReply::OperationCanceledError && !timer->isActive();
            const auto answer =
                readReply(*reply, exchange.wanted, aborted ? Waited::TooLong : Waited::Enough, *doubts);
            auto result = answer ? Result<T>(reader(*answer)) : Result<T>(answer.failure());
            const bool isGateways = notice(exchange, token, answer ? nullptr : &answer.failure());
            if (const auto date = dateOf(*reply); date && isGateways) {
                Q_EMIT dated(*date, std::chrono::milliseconds(asked.elapsed()));
            }
            promise->addResult(std::move(result));
            promise->finish();
        });
    return future;
}

QNetworkReply *GatewayClient::dispatch(const Exchange &exchange)
{
    QNetworkRequest request(exchange.url);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    request.setSslConfiguration(m_tls);
    request.setRawHeader("X-Request-Id", QUuid::createUuid().toByteArray(QUuid::WithoutBraces));
    request.setRawHeader("Accept", "application/json, application/problem+json, */*;q=0.1");
    if (!exchange.contentType.isEmpty()) {
        request.setRawHeader("Content-Type", exchange.contentType);
    }
    for (const auto &[name, value] : exchange.headers) {
        request.setRawHeader(name, value);
    }
    if (exchange.session == Exchange::Session::Needed && hasSession()) {
        request.setRawHeader("Authorization", "Bearer " + QByteArray::fromStdString(m_session.token));
    }
    if (exchange.verb == "GET") {
        return m_manager.get(request);
    }
    if (exchange.verb == "HEAD") {
        return m_manager.head(request);
    }
    if (exchange.verb == "PUT") {
        return m_manager.put(request, exchange.body);
    }
    if (exchange.verb == "POST") {
        return m_manager.post(request, exchange.body);
    }
    return exchange.verb == "DELETE" ? m_manager.deleteResource(request)
                                     : m_manager.sendCustomRequest(request, exchange.verb, exchange.body);
}

/// `token` is the session's that asked: by now there may be another, which an old one's end does not concern. Whether it
/// was the gateway that answered.
bool GatewayClient::notice(const Exchange &exchange, const std::string &token, const Failure *failure)
{
    if (failure && isOfTheLink(*failure)) {
        Q_EMIT unreachable(*failure);
        return false;
    }
    constexpr int forbidden = 403;
    if (failure && exchange.verb == "HEAD" && failure->arguments.value("status", 0) == forbidden) {
        return false; // no room for words: this desk may be shut out
    }
    Q_EMIT answered();
    if (failure && failure->key == "link.unauthorised" && exchange.session == Exchange::Session::Needed
        && token == m_session.token) {
        forgetSession();
        Q_EMIT unauthorised();
    }
    return true;
}

Promised<wire::Session> GatewayClient::signIn(const std::string &name, const seal::SecretBytes &password,
    const std::string &device, wire::Absence absence)
{
    auto exchange = exchangeOf("POST", urlOf(m_base, QStringLiteral("/v1/sessions")));
    exchange.session = Exchange::Session::Unneeded;
    exchange.contentType = jsonType;
    Json credentials{{"operator", name}, {"password", password.view()}, {"device", device}};
    if (absence == wire::Absence::Village) {
        credentials["absence"] = "village";
    }
    exchange.body = QByteArray::fromStdString(canonicalText(credentials));
    return ask<wire::Session>(exchange, [this](const Answer &answer) {
        auto session = wire::sessionFromJson(answer.json);
        if (session) {
            m_session = *session;
            Q_EMIT sessionChanged();
        }
        return session;
    });
}

Promised<Done> GatewayClient::changePassword(const std::string &name, const seal::SecretBytes &current,
    const seal::SecretBytes &wanted, const std::string &device)
{
    auto exchange = exchangeOf("PUT", urlOf(m_base, QStringLiteral("/v1/password")), Wanted::Nothing);
    exchange.session = Exchange::Session::Unneeded;
    exchange.contentType = jsonType;
    exchange.body = QByteArray::fromStdString(canonicalText({{"operator", name}, {"password", current.view()},
        {"newPassword", wanted.view()}, {"device", device}}));
    return ask<Done>(exchange, [](const Answer &) { return Done{}; });
}

Promised<Done> GatewayClient::signOut()
{
    auto future = ask<Done>(
        exchangeOf("DELETE", urlOf(m_base, QStringLiteral("/v1/sessions/current")), Wanted::Nothing),
        [](const Answer &) { return Done{}; });
    forgetSession();
    return future;
}

std::string GatewayClient::receiptKey() const
{
    const auto key = seal::fromBase64(m_session.gatewayKey);
    return key ? *key : std::string();
}

std::string GatewayClient::sealingKey() const
{
    const auto key = seal::fromBase64(m_session.sealingKey);
    return key ? *key : std::string();
}

void GatewayClient::forgetSession()
{
    if (hasSession()) {
        m_session = {};
        Q_EMIT sessionChanged();
    }
}

Promised<wire::Receipt> GatewayClient::putOperation(const std::string &operationId, const std::string &bytes)
{
    auto exchange = exchangeOf("PUT", urlOf(m_base, pathOf("/v1/ops/", operationId)));
    exchange.contentType = jsonType;
    exchange.body = QByteArray::fromStdString(bytes);
    return ask<wire::Receipt>(
        exchange, [](const Answer &answer) { return wire::receiptFromJson(answer.json); });
}

Promised<SealedReceipt> GatewayClient::putSealed(const std::string &operationId, const std::string &frame)
{
    auto exchange = exchangeOf("PUT", urlOf(m_base, pathOf("/v1/sealed/", operationId)));
    exchange.contentType = sealedType;
    exchange.body = QByteArray::fromStdString(frame);
    return ask<SealedReceipt>(exchange, [](const Answer &answer) -> Result<SealedReceipt> {
        constexpr int stillTheSame = 200;
        auto receipt = wire::receiptFromJson(answer.json);
        return receipt ? Result<SealedReceipt>(SealedReceipt{*receipt, answer.status == stillTheSame})
                       : receipt.failure();
    });
}

Promised<Done> GatewayClient::putSealedDocument(const std::string &operationId, const std::string &frame,
    const std::string &file, const QByteArray &sealed)
{
    const auto path = pathOf("/v1/sealed/", operationId) + pathOf("/documents/", file);
    auto exchange = exchangeOf("PUT", urlOf(m_base, path), Wanted::Nothing);
    exchange.contentType = sealedType;
    exchange.body = QByteArray::fromStdString(frame) + sealed;
    return ask<Done>(exchange, [](const Answer &) { return Done{}; });
}

Promised<wire::Watermark> GatewayClient::watermark(const std::string &device)
{
    const auto path = pathOf("/v1/devices/", device) + QStringLiteral("/watermark");
    return ask<wire::Watermark>(exchangeOf("GET", urlOf(m_base, path)),
        [](const Answer &answer) { return wire::watermarkFromJson(answer.json); });
}

Promised<trace::Countersigned> GatewayClient::bringTrace(
    const std::string &device, const std::vector<std::string> &lines)
{
    auto exchange =
        exchangeOf("PUT", urlOf(m_base, pathOf("/v1/devices/", device) + QStringLiteral("/trace")));
    exchange.contentType = jsonType;
    exchange.body = QByteArray::fromStdString(canonicalText({{"lines", lines}}));
    return ask<trace::Countersigned>(
        exchange, [](const Answer &answer) { return trace::countersignedFromJson(answer.json); });
}

Promised<ChangesPage> GatewayClient::changes(std::uint64_t cursor, std::chrono::seconds wait)
{
    QUrlQuery query;
    query.addQueryItem(QStringLiteral("cursor"), QString::number(cursor));
    query.addQueryItem(QStringLiteral("wait"), QString::number(wait.count()));
    auto exchange = exchangeOf("GET", urlOf(m_base, QStringLiteral("/v1/changes"), query));
    exchange.extraTime = wait;
    return ask<ChangesPage>(exchange, [](const Answer &answer) -> Result<ChangesPage> {
        auto changes = itemsOf<wire::Change>(answer.json, "changes", wire::changeFromJson);
        if (!changes) {
            return changes.failure();
        }
        const auto reached = answer.json.find("cursor");
        if (reached == answer.json.end() || !reached->is_number_unsigned()) {
            return Failure{"link.not-gateway", {{"member", "cursor"}}};
        }
        return ChangesPage{
            reached->get<std::uint64_t>(), std::move(*changes), std::chrono::seconds(answer.retryAfter)};
    });
}

Promised<std::vector<wire::WorkItem>> GatewayClient::work()
{
    return ask<std::vector<wire::WorkItem>>(
        exchangeOf("GET", urlOf(m_base, QStringLiteral("/v1/work"))), [](const Answer &answer) {
            return itemsOf<wire::WorkItem>(answer.json, "items", wire::workItemFromJson);
        });
}

Promised<std::vector<wire::CaseSummary>> GatewayClient::cases(const CaseQuery &filter)
{
    QUrlQuery query;
    const auto add = [&query](const char *name, const std::string &value) {
        if (!value.empty()) {
            // QUrlQuery leaves "+" alone, which the other side reads as a space.
            query.addQueryItem(QLatin1String(name),
                QString::fromLatin1(QUrl::toPercentEncoding(QString::fromStdString(value))));
        }
    };
    add("number", filter.number);
    add("state", filter.state);
    add("text", filter.text);
    return ask<std::vector<wire::CaseSummary>>(
        exchangeOf("GET", urlOf(m_base, QStringLiteral("/v1/cases"), query)), [](const Answer &answer) {
            return itemsOf<wire::CaseSummary>(answer.json, "items", wire::summaryFromJson);
        });
}

Promised<casework::CaseFile> GatewayClient::caseView(const std::string &caseId)
{
    return caseView(caseId, {});
}

Promised<casework::CaseFile> GatewayClient::caseView(const std::string &caseId, const std::string &purpose)
{
    auto exchange = exchangeOf("GET", urlOf(m_base, pathOf("/v1/cases/", caseId)));
    if (!purpose.empty()) {
        exchange.headers.append({"Quanke-Purpose", QByteArray::fromStdString(purpose)});
    }
    return ask<casework::CaseFile>(
        exchange, [](const Answer &answer) { return wire::caseFromJson(answer.json); });
}

Promised<casework::Lease> GatewayClient::takeLease(
    const std::string &caseId, const std::string &window, std::optional<std::uint64_t> instead)
{
    auto exchange = exchangeOf("PUT", urlOf(m_base, pathOf("/v1/cases/", caseId) + QStringLiteral("/lease")));
    Json body{{"window", window}};
    if (instead) {
        body["instead"] = *instead;
    }
    exchange.contentType = jsonType;
    exchange.body = QByteArray::fromStdString(canonicalText(body));
    return ask<casework::Lease>(
        exchange, [](const Answer &answer) { return wire::leaseFromJson(answer.json); });
}

Promised<Done> GatewayClient::endLease(const std::string &caseId)
{
    const auto path = pathOf("/v1/cases/", caseId) + QStringLiteral("/lease");
    return ask<Done>(
        exchangeOf("DELETE", urlOf(m_base, path), Wanted::Nothing), [](const Answer &) { return Done{}; });
}

Promised<QByteArray> GatewayClient::document(const std::string &sha256)
{
    return ask<QByteArray>(exchangeOf("GET", urlOf(m_base, pathOf("/v1/documents/", sha256)), Wanted::Bytes),
        [](const Answer &answer) { return answer.bytes; });
}

Promised<wire::Hall> GatewayClient::hall()
{
    auto exchange = exchangeOf("GET", urlOf(m_base, QStringLiteral("/v1/hall")));
    exchange.session = Exchange::Session::Unneeded;
    return ask<wire::Hall>(exchange, [](const Answer &answer) { return wire::hallFromJson(answer.json); });
}

Promised<std::vector<wire::Colleague>> GatewayClient::clerks()
{
    return ask<std::vector<wire::Colleague>>(
        exchangeOf("GET", urlOf(m_base, QStringLiteral("/v1/clerks"))), [](const Answer &answer) {
            return itemsOf<wire::Colleague>(answer.json, "items", wire::colleagueFromJson);
        });
}

Promised<std::vector<wire::SignedInOperator>> GatewayClient::operators()
{
    return ask<std::vector<wire::SignedInOperator>>(
        exchangeOf("GET", urlOf(m_base, QStringLiteral("/v1/operators"))), [](const Answer &answer) {
            return itemsOf<wire::SignedInOperator>(answer.json, "items", wire::operatorFromJson);
        });
}

Promised<wire::SignedInOperator> GatewayClient::putOperator(const std::string &name, const Json &entry)
{
    auto exchange = exchangeOf("PUT", urlOf(m_base, pathOf("/v1/operators/", name)));
    exchange.contentType = jsonType;
    exchange.body = QByteArray::fromStdString(canonicalText(entry));
    return ask<wire::SignedInOperator>(
        exchange, [](const Answer &answer) { return wire::operatorFromJson(answer.json); });
}

Promised<Done> GatewayClient::removeOperator(const std::string &name)
{
    return ask<Done>(exchangeOf("DELETE", urlOf(m_base, pathOf("/v1/operators/", name)), Wanted::Nothing),
        [](const Answer &) { return Done{}; });
}

Promised<trace::Page> GatewayClient::trace(const std::string &chain, std::uint64_t after)
{
    QUrlQuery query;
    query.addQueryItem(QStringLiteral("device"), QString::fromStdString(chain));
    query.addQueryItem(QStringLiteral("after"), QString::number(after));
    return ask<trace::Page>(exchangeOf("GET", urlOf(m_base, QStringLiteral("/v1/trace"), query)),
        [](const Answer &answer) { return trace::pageFromJson(answer.json); });
}

Promised<Json> GatewayClient::health()
{
    auto exchange = exchangeOf("GET", urlOf(m_base, QStringLiteral("/v1/health")));
    exchange.session = Exchange::Session::Unneeded;
    return ask<Json>(exchange, [](const Answer &answer) { return answer.json; });
}

Promised<UploadPlace> GatewayClient::createUpload(std::uint64_t length, const QByteArray &metadata)
{
    auto exchange = tusExchange("POST", urlOf(m_base, QStringLiteral("/v1/uploads")));
    exchange.headers.emplaceBack("Upload-Length", QByteArray::number(qulonglong(length)));
    exchange.headers.emplaceBack("Upload-Metadata", metadata);
    // Without a body Qt warns of a missing content type.
    exchange.contentType = "application/offset+octet-stream";
    return ask<UploadPlace>(
        exchange, [this, asked = exchange.url](const Answer &answer) -> Result<UploadPlace> {
            // Without a Location, which somebody else's answer does not have, it would be where we asked.
            if (!isOfSameHost(answer.location, m_base) || answer.location.path() == asked.path()) {
                return Failure{"link.not-gateway", {{"member", "Location"}}};
            }
            return UploadPlace{answer.location, answer.uploadOffset};
        });
}

Promised<std::uint64_t> GatewayClient::uploadOffset(const QUrl &upload)
{
    return ask<std::uint64_t>(
        tusExchange("HEAD", upload), [](const Answer &answer) { return answer.uploadOffset; });
}

Promised<std::uint64_t> GatewayClient::appendToUpload(
    const QUrl &upload, std::uint64_t offset, const QByteArray &piece)
{
    auto exchange = tusExchange("PATCH", upload);
    const auto digest =
        QByteArray::fromStdString(seal::sha256({piece.constData(), std::size_t(piece.size())}));
    exchange.headers.emplaceBack("Upload-Offset", QByteArray::number(qulonglong(offset)));
    exchange.headers.emplaceBack("Upload-Checksum", "sha256 " + QByteArray::fromHex(digest).toBase64());
    exchange.contentType = "application/offset+octet-stream";
    exchange.body = piece;
    return ask<std::uint64_t>(exchange, [](const Answer &answer) { return answer.uploadOffset; });
}

int numberIn(const Failure &failure, const char *member)
{
    const bool has = failure.arguments.is_object() && failure.arguments.contains(member)
        && failure.arguments[member].is_number_integer();
    return has ? failure.arguments[member].get<int>() : 0;
}

} // namespace quanke::link
