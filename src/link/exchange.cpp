#include "link/exchange.h"

#include "core/wire/protocol.h"
#include "link/trust.h"

#include <QDateTime>
#include <QLocale>
#include <QNetworkRequest>

#include <algorithm>

namespace quanke::link {

namespace {

constexpr int longestRetryAfter = 3600; // seconds

int statusOf(const QNetworkReply &reply)
{
    return reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
}

bool isOfType(const QNetworkReply &reply, const char *mediaType)
{
    const QString type = reply.header(QNetworkRequest::ContentTypeHeader).toString();
    return type.section(QLatin1Char(';'), 0, 0)
               .trimmed()
               .compare(QLatin1String(mediaType), Qt::CaseInsensitive)
        == 0;
}

int retryAfterOf(const QNetworkReply &reply)
{
    return std::clamp(reply.rawHeader("Retry-After").toInt(), 0, longestRetryAfter);
}

/// What HTTP knows of a failure, beside its own arguments.
Failure withCircumstances(Failure failure, const QNetworkReply &reply)
{
    if (!failure.arguments.is_object()) {
        failure.arguments = Json::object();
    }
    if (const int status = statusOf(reply); status != 0) {
        failure.arguments["status"] = status;
    }
    if (const int seconds = retryAfterOf(reply); seconds > 0) {
        failure.arguments["retryAfter"] = seconds;
    }
    return failure;
}

/// Nothing that HTTP would call an answer.
Failure transportFailure(const QNetworkReply &reply, Waited waited, const QList<QSslError> &doubts)
{
    if (auto unsafe = tlsFailure(reply, doubts)) {
        unsafe->detail = reply.errorString().toStdString();
        return *unsafe;
    }
    const bool late = waited == Waited::TooLong || reply.error() == QNetworkReply::TimeoutError;
    return {late ? "link.timeout" : "link.unreachable", Json::object(), reply.errorString().toStdString()};
}

/// What is said of the link, whatever was asked for: it waits for one that holds.
std::string keyOfLink(const std::string &key)
{
    return key == "device.revoked"        ? "link.device-revoked"
        : key == "device.expired"         ? "link.device-expired"
        : key == "revocations.unreadable" ? "link.gateway-unsure"
                                          : key;
}

Failure problemIn(QNetworkReply &reply)
{
    const int status = statusOf(reply);
    if (reply.operation() == QNetworkAccessManager::HeadOperation && status < 500) {
        return {status == 401 ? "link.unauthorised" : "link.refused"}; // no room for words
    }
    const auto json = isOfType(reply, "application/problem+json") ? parseJson(reply.readAll().toStdString())
                                                                  : Failure{"link.not-gateway"};
    auto problem = json ? wire::problemFromJson(*json) : json.failure();
    if (!problem) {
        // A proxy before the gateway says that it cannot reach it; anything else is not the gateway.
        return {status >= 502 && status <= 504 ? "link.unreachable" : "link.not-gateway"};
    }
    Failure failure{problem->key, problem->arguments};
    failure.key = keyOfLink(failure.key);
    if (status == 401 && failure.key != "session.refused") {
        failure.key = "link.unauthorised";
    }
    if (failure.arguments.is_object()) {
        failure.arguments["requestId"] = problem->requestId;
    }
    return failure;
}

} // namespace

std::optional<Instant> dateOf(const QNetworkReply &reply)
{
    auto date = QLocale::c().toDateTime(
        QString::fromLatin1(reply.rawHeader("Date")), QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'GMT'"));
    date.setTimeSpec(Qt::UTC);
    return date.isValid() ? std::optional(Instant(std::chrono::milliseconds(date.toMSecsSinceEpoch())))
                          : std::nullopt;
}

Result<Answer> readReply(
    QNetworkReply &reply, Exchange::Wanted wanted, Waited waited, const QList<QSslError> &doubts)
{
    const int status = statusOf(reply);
    const bool wasCut = reply.error() != QNetworkReply::NoError && status < 400;
    if (status == 0 || wasCut || waited == Waited::TooLong) {
        return withCircumstances(transportFailure(reply, waited, doubts), reply);
    }
    if (status < 200 || status >= 300) {
        return withCircumstances(problemIn(reply), reply);
    }
    Answer answer{status, {}, {},
        reply.url().resolved(QUrl(QString::fromLatin1(reply.rawHeader("Location")))),
        reply.rawHeader("Upload-Offset").toULongLong(), retryAfterOf(reply)};
    if (wanted == Exchange::Wanted::Bytes) {
        answer.bytes = reply.readAll();
    }
    if (wanted != Exchange::Wanted::Json) {
        return answer;
    }
    // A hotel's portal answers 200 to everything: only JSON of ours counts.
    auto json = isOfType(reply, "application/json") ? parseJson(reply.readAll().toStdString())
                                                    : Failure{"link.not-gateway"};
    if (!json) {
        return withCircumstances({"link.not-gateway", Json::object(), json.failure().key}, reply);
    }
    answer.json = std::move(*json);
    return answer;
}

} // namespace quanke::link
