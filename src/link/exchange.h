#pragma once

#include "core/base/date.h"
#include "core/base/result.h"

#include <QByteArray>
#include <QList>
#include <QNetworkReply>
#include <QPair>
#include <QSslError>
#include <QUrl>

#include <chrono>
#include <cstdint>
#include <optional>

namespace quanke::link {

/// One request to be made, in the terms of HTTP.
struct Exchange {
    enum class Session { Needed, Unneeded };
    enum class Wanted { Json, Bytes, Nothing };

    QByteArray verb;
    QUrl url;
    QByteArray body;
    QByteArray contentType;
    QList<QPair<QByteArray, QByteArray>> headers;
    Wanted wanted = Wanted::Json;
    Session session = Session::Needed;
    std::chrono::milliseconds extraTime{0}; ///< the gateway may take that much longer on purpose
};

/// What came back when all went well.
struct Answer {
    int status = 0;
    Json json; ///< null unless JSON was wanted
    QByteArray bytes;
    QUrl location; ///< resolved against the request
    std::uint64_t uploadOffset = 0;
    int retryAfter = 0; ///< seconds
};

enum class Waited { Enough, TooLong };

/// When the answer was made, by the clock of whoever made it (RFC 9110, Date), to the second.
std::optional<Instant> dateOf(const QNetworkReply &reply);

/// Reads a finished reply: the answer that was wanted, or what to call what came instead.
/// `doubts` of TLS about the other side.
Result<Answer> readReply(
    QNetworkReply &reply, Exchange::Wanted wanted, Waited waited, const QList<QSslError> &doubts = {});

} // namespace quanke::link
