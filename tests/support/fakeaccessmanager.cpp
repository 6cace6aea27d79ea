#include "support/fakeaccessmanager.h"

#include <QIODevice>

#include <algorithm>

namespace quanke::test {

namespace {

QByteArray verbOf(QNetworkAccessManager::Operation operation, const QNetworkRequest &request)
{
    switch (operation) {
    case QNetworkAccessManager::HeadOperation:
        return "HEAD";
    case QNetworkAccessManager::GetOperation:
        return "GET";
    case QNetworkAccessManager::PutOperation:
        return "PUT";
    case QNetworkAccessManager::PostOperation:
        return "POST";
    case QNetworkAccessManager::DeleteOperation:
        return "DELETE";
    default:
        return request.attribute(QNetworkRequest::CustomVerbAttribute).toByteArray();
    }
}

} // namespace

int FakeAccessManager::count(const QByteArray &verb, const QString &pathStart) const
{
    return int(std::count_if(m_asked.begin(), m_asked.end(),
        [&](const Asked &asked) { return asked.verb == verb && asked.path.startsWith(pathStart); }));
}

QNetworkReply *FakeAccessManager::payload(const Asked &asked, const FakePayloadReply::Payload &payload)
{
    return new FakePayloadReply(asked.request, asked.operation, payload, this);
}

QNetworkReply *FakeAccessManager::json(const Asked &asked, int status, const QByteArray &body)
{
    return payload(asked, {status, body, "application/json; charset=utf-8", {}});
}

QNetworkReply *FakeAccessManager::problem(
    const Asked &asked, int status, const QByteArray &key, const QByteArray &arguments)
{
    const QByteArray body = "{\"type\":\"urn:quanke:problem:" + key + "\",\"title\":\"t\",\"status\":"
        + QByteArray::number(status) + ",\"requestId\":\"r1\",\"arguments\":" + arguments + "}";
    return payload(asked, {status, body, "application/problem+json", {}});
}

QNetworkReply *FakeAccessManager::error(const Asked &asked, QNetworkReply::NetworkError error)
{
    return new FakeErrorReply(asked.request, asked.operation, error, this);
}

QNetworkReply *FakeAccessManager::hanging(const Asked &asked)
{
    return new FakeHangingReply(asked.request, asked.operation, this);
}

FakeHeldReply *FakeAccessManager::held(const Asked &asked)
{
    return new FakeHeldReply(asked.request, asked.operation, this);
}

QNetworkReply *FakeAccessManager::createRequest(
    Operation operation, const QNetworkRequest &request, QIODevice *outgoing)
{
    const Asked asked{verbOf(operation, request), request.url().path(),
        outgoing ? outgoing->readAll() : QByteArray(), request, operation};
    m_asked.push_back(asked);
    return m_answer ? m_answer(asked) : error(asked);
}

} // namespace quanke::test
