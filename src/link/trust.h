#pragma once

#include "certificates/enrolment.h"
#include "core/base/result.h"

#include <QList>
#include <QSslConfiguration>
#include <QSslError>
#include <QUrl>

#include <optional>

class QNetworkReply;

namespace quanke::link {

/// TLS 1.2 or newer, where the enrolment's authority alone is believed and its certificate is shown. Without an enrolment
/// nobody is believed: what the system trusts does not count here.
QSslConfiguration tlsOf(const std::optional<certificates::Enrolment> &enrolment);

/// Plain HTTP is for this machine itself, where no device is enrolled; HTTPS for one that is: what it has to say is for the
/// hall's own gateway. Fails: link.insecure, link.enrolled-plain (both with "given"), link.not-enrolled.
Result<Done> checkAddress(const QUrl &gateway, bool isEnrolled);

/// What kept a reply from coming to be safe, if that is what it was: link.gateway-unknown, -expired, -other-name,
/// -insecure (nothing as new as TLS 1.2), link.device-expired, link.device-refused.
std::optional<Failure> tlsFailure(const QNetworkReply &reply, const QList<QSslError> &errors);

/// Nobody who may be asked was there: the failure tells of the link, not of what was asked for.
bool isOfTheLink(const Failure &failure);

} // namespace quanke::link
