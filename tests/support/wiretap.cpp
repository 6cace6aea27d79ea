#include "support/wiretap.h"

#include <QTcpSocket>

namespace quanke::test {

Wiretap::Wiretap(const QUrl &gateway)
    : m_gateway(gateway)
{
    connect(&m_server, &QTcpServer::newConnection, this, &Wiretap::connectThrough);
    m_server.listen(QHostAddress::LocalHost);
}

QUrl Wiretap::url() const
{
    QUrl url = m_gateway;
    url.setPort(m_server.serverPort());
    return url;
}

void Wiretap::connectThrough()
{
    auto *desk = m_server.nextPendingConnection();
    auto *gateway = new QTcpSocket(desk);
    passOn(desk, gateway);
    passOn(gateway, desk);
    gateway->connectToHost(m_gateway.host(), quint16(m_gateway.port()));
}

void Wiretap::passOn(QTcpSocket *from, QTcpSocket *to)
{
    connect(from, &QTcpSocket::readyRead, to, [this, from, to] {
        const QByteArray bytes = from->readAll();
        m_heard += bytes;
        to->write(bytes); // kept by the socket until it is connected
    });
    connect(from, &QTcpSocket::disconnected, to, [to] { to->disconnectFromHost(); });
}

} // namespace quanke::test
