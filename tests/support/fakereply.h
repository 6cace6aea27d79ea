#pragma once

#include <QByteArray>
#include <QList>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QPair>

namespace quanke::test {

/// A reply that no network brought. It answers through the event loop, as a real one does.
class FakeReply : public QNetworkReply {
    Q_OBJECT

public:
    FakeReply(const QNetworkRequest &request, QNetworkAccessManager::Operation operation, QObject *parent);

    void abort() override; ///< finishes with OperationCanceledError
    qint64 bytesAvailable() const override;
    bool isSequential() const override { return true; }

protected:
    qint64 readData(char *into, qint64 most) override;
    void succeed(int status, const QByteArray &body, const QByteArray &contentType);
    void fail(NetworkError error, const QString &words);
    void setHeaders(const QList<QPair<QByteArray, QByteArray>> &headers);

private:
    QByteArray m_body;
    qsizetype m_read = 0;
};

/// A status and a body.
class FakePayloadReply : public FakeReply {
    Q_OBJECT

public:
    struct Payload {
        int status = 200;
        QByteArray body;
        QByteArray contentType = "application/json";
        QList<QPair<QByteArray, QByteArray>> headers;
    };
    FakePayloadReply(const QNetworkRequest &request, QNetworkAccessManager::Operation operation,
        const Payload &payload, QObject *parent);
};

/// No answer at all: the link is down, the connection was cut, the host is not known.
class FakeErrorReply : public FakeReply {
    Q_OBJECT

public:
    FakeErrorReply(const QNetworkRequest &request, QNetworkAccessManager::Operation operation,
        NetworkError error, QObject *parent);
};

/// Never answers; only giving up ends it.
class FakeHangingReply : public FakeReply {
    Q_OBJECT

public:
    using FakeReply::FakeReply;
};

/// Answers when the test says so.
class FakeHeldReply : public FakeReply {
    Q_OBJECT

public:
    using FakeReply::FakeReply;
    void release(const FakePayloadReply::Payload &payload);
};

} // namespace quanke::test
