#pragma once

#include <QByteArray>
#include <QTcpServer>
#include <QUrl>

namespace quanke::test {

/// A line to a gateway on this machine that keeps every byte that passes, in both directions, as somebody on the way would.
class Wiretap : public QObject {
    Q_OBJECT

public:
    explicit Wiretap(const QUrl &gateway);

    QUrl url() const; ///< the gateway's, by way of it
    const QByteArray &heard() const { return m_heard; }

private:
    void connectThrough();
    void passOn(QTcpSocket *from, QTcpSocket *to);

    QUrl m_gateway;
    QTcpServer m_server;
    QByteArray m_heard;
};

} // namespace quanke::test
