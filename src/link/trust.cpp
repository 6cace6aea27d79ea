#include "link/trust.h"

#include <QDateTime>
#include <QHostAddress>
#include <QNetworkReply>
#include <QSslCertificate>
#include <QSslKey>

#include <algorithm>
#include <array>
#include <string_view>

namespace quanke::link {

namespace {

bool isLoopback(const QString &host)
{
    return host == QStringLiteral("localhost") || QHostAddress(host).isLoopback();
}

/// The gravest of them: an authority nobody knows says more than a day that has passed.
Failure failureOf(const QList<QSslError> &errors)
{
    constexpr std::array times{QSslError::CertificateExpired, QSslError::CertificateNotYetValid};
    bool isUnknown = false;
    bool isExpired = false;
    for (const auto &error : errors) {
        const bool isOfTime = std::ranges::find(times, error.error()) != times.end();
        isExpired = isExpired || isOfTime;
        isUnknown = isUnknown || (!isOfTime && error.error() != QSslError::HostNameMismatch);
    }
    return {isUnknown   ? "link.gateway-unknown"
            : isExpired ? "link.gateway-expired"
                        : "link.gateway-other-name"};
}

bool isEnded(const QSslCertificate &own)
{
    return !own.isNull() && own.expiryDate() <= QDateTime::currentDateTimeUtc();
}

} // namespace

QSslConfiguration tlsOf(const std::optional<certificates::Enrolment> &enrolment)
{
    QSslConfiguration tls;
    tls.setProtocol(QSsl::TlsV1_2OrLater);
    tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
    tls.setCaCertificates({}); // from here on the system's are not looked at
    if (enrolment) {
        tls.setCaCertificates({QSslCertificate(QByteArray::fromStdString(enrolment->authority))});
        tls.setLocalCertificate(QSslCertificate(QByteArray::fromStdString(enrolment->certificate)));
        tls.setPrivateKey(QSslKey(QByteArray::fromStdString(enrolment->key), QSsl::Ec));
    }
    return tls;
}

Result<Done> checkAddress(const QUrl &gateway, bool isEnrolled)
{
    if (gateway.scheme() != QStringLiteral("https")) {
        const char *key = isLoopback(gateway.host()) ? "link.enrolled-plain" : "link.insecure";
        return isLoopback(gateway.host()) && !isEnrolled
            ? Result<Done>(Done{})
            : Failure{key, {{"given", gateway.toDisplayString().toStdString()}}};
    }
    return isEnrolled ? Result<Done>(Done{}) : Failure{"link.not-enrolled"};
}

std::optional<Failure> tlsFailure(const QNetworkReply &reply, const QList<QSslError> &errors)
{
    if (!errors.isEmpty()) {
        return failureOf(errors);
    }
    if (reply.url().scheme() != QStringLiteral("https") || reply.error() == QNetworkReply::NoError) {
        return std::nullopt;
    }
    // OpenSSL's own words: Qt has nothing else for what the other side says in the handshake or right behind it.
    const auto words = reply.errorString();
    const auto says = [&words](const char *part) { return words.contains(QLatin1String(part)); };
    if (says("protocol version") || says("unsupported protocol") || says("wrong version number")
        || says("no protocols available")) {
        return Failure{"link.gateway-insecure"};
    }
    if (says("alert")) {
        return Failure{isEnded(reply.sslConfiguration().localCertificate()) ? "link.device-expired"
                                                                            : "link.device-refused"};
    }
    // A connection that is ended at once may lose its alert; the device still knows its own certificate's end.
    if (reply.error() == QNetworkReply::RemoteHostClosedError
        && isEnded(reply.sslConfiguration().localCertificate())) {
        return Failure{"link.device-expired"};
    }
    return reply.error() == QNetworkReply::SslHandshakeFailedError
        ? std::optional(Failure{"link.gateway-unknown"})
        : std::nullopt;
}

bool isOfTheLink(const Failure &failure)
{
    constexpr std::array<std::string_view, 3> keys{"link.unreachable", "link.timeout", "link.not-gateway"};
    return std::ranges::find(keys, failure.key) != keys.end() || failure.key.starts_with("link.gateway-")
        || failure.key.starts_with("link.device-");
}

} // namespace quanke::link
