#include "support/fakereply.h"

#include <algorithm>
#include <cstring>

namespace quanke::test {

FakeReply::FakeReply(
    const QNetworkRequest &request, QNetworkAccessManager::Operation operation, QObject *parent)
    : QNetworkReply(parent)
{
    setRequest(request);
    setUrl(request.url());
    setOperation(operation);
    open(QIODevice::ReadOnly);
}

void FakeReply::abort()
{
    if (!isFinished()) {
        fail(OperationCanceledError, QStringLiteral("given up"));
    }
}

qint64 FakeReply::bytesAvailable() const
{
    return m_body.size() - m_read + QIODevice::bytesAvailable();
}

qint64 FakeReply::readData(char *into, qint64 most)
{
    const auto count = std::min<qint64>(most, m_body.size() - m_read);
    std::memcpy(into, m_body.constData() + m_read, std::size_t(count));
    m_read += qsizetype(count);
    return count;
}

void FakeReply::setHeaders(const QList<QPair<QByteArray, QByteArray>> &headers)
{
    for (const auto &[name, value] : headers) {
        setRawHeader(name, value);
    }
}

void FakeReply::succeed(int status, const QByteArray &body, const QByteArray &contentType)
{
    m_body = body;
    setAttribute(QNetworkRequest::HttpStatusCodeAttribute, status);
    setRawHeader("Content-Type", contentType);
    if (status >= 500) {
        setError(UnknownServerError, QStringLiteral("status"));
    } else if (status >= 400) {
        setError(UnknownContentError, QStringLiteral("status"));
    }
    setFinished(true);
    Q_EMIT finished();
}

void FakeReply::fail(NetworkError error, const QString &words)
{
    setError(error, words);
    setFinished(true);
    Q_EMIT finished();
}

FakePayloadReply::FakePayloadReply(const QNetworkRequest &request, QNetworkAccessManager::Operation operation,
    const Payload &payload, QObject *parent)
    : FakeReply(request, operation, parent)
{
    setHeaders(payload.headers);
    QMetaObject::invokeMethod(
        this,
        [this, payload] {
            if (!isFinished()) {
                succeed(payload.status, payload.body, payload.contentType);
            }
        },
        Qt::QueuedConnection);
}

FakeErrorReply::FakeErrorReply(const QNetworkRequest &request, QNetworkAccessManager::Operation operation,
    NetworkError error, QObject *parent)
    : FakeReply(request, operation, parent)
{
    QMetaObject::invokeMethod(
        this,
        [this, error] {
            if (!isFinished()) {
                fail(error, QStringLiteral("no network"));
            }
        },
        Qt::QueuedConnection);
}

void FakeHeldReply::release(const FakePayloadReply::Payload &payload)
{
    setHeaders(payload.headers);
    succeed(payload.status, payload.body, payload.contentType);
}

} // namespace quanke::test
