#pragma once

#include "support/fakereply.h"

#include <QNetworkAccessManager>

#include <deque>
#include <functional>

namespace quanke::test {

/// The network of a test: every request is remembered, and answered by a function of the test's.
class FakeAccessManager : public QNetworkAccessManager {
    Q_OBJECT

public:
    /// A request as it would have gone out.
    struct Asked {
        QByteArray verb;
        QString path;
        QByteArray body;
        QNetworkRequest request;
        QNetworkAccessManager::Operation operation;

        QByteArray header(const char *name) const { return request.rawHeader(name); }
    };
    using Answer = std::function<QNetworkReply *(const Asked &asked)>;

    using QNetworkAccessManager::QNetworkAccessManager;

    void setAnswer(Answer answer) { m_answer = std::move(answer); }
    const std::deque<Asked> &asked() const { return m_asked; }
    int count(const QByteArray &verb, const QString &pathStart) const;

    // for answers
    QNetworkReply *payload(const Asked &asked, const FakePayloadReply::Payload &payload);
    QNetworkReply *json(const Asked &asked, int status, const QByteArray &body);
    QNetworkReply *problem(
        const Asked &asked, int status, const QByteArray &key, const QByteArray &arguments = "{}");
    QNetworkReply *error(
        const Asked &asked, QNetworkReply::NetworkError error = QNetworkReply::ConnectionRefusedError);
    QNetworkReply *hanging(const Asked &asked);
    FakeHeldReply *held(const Asked &asked);

protected:
    QNetworkReply *createRequest(
        Operation operation, const QNetworkRequest &request, QIODevice *outgoing) override;

private:
    Answer m_answer;
    std::deque<Asked> m_asked; ///< a deque, so that references hold
};

} // namespace quanke::test
