#include "support/hostileproxy.h"

#include <QHostAddress>
#include <QList>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>

#include <array>
#include <functional>
#include <random>
#include <utility>

namespace quanke::test {

namespace {

enum class Fate {
    Late,
    CutRequest,
    LoseAnswer,
    TruncateAnswer,
    Swallow,
    HalfOpen,
    SwallowAnswer,
    Garbage,
    Busy,
    Elsewhere,
    Twice,
    AgainLater,
    Alter,
    Slow
};
constexpr int fates = 14;
enum class Pace { AsTheLine, SlowForAWhile };
constexpr int slow = 16'000 / 8; ///< bytes per second
constexpr auto slice = std::chrono::milliseconds(20);
constexpr int longestSlow = 15; ///< slices; what is left then goes at once
constexpr qsizetype mostGhosts = 8;

/// The length of the request at the beginning of the bytes; 0 while it is not whole.
qsizetype lengthOfRequest(const QByteArray &bytes)
{
    const qsizetype head = bytes.indexOf("\r\n\r\n");
    if (head < 0) {
        return 0;
    }
    qsizetype body = 0;
    for (const QByteArray &line : bytes.left(head).split('\n')) {
        if (line.toLower().startsWith("content-length:")) {
            body = line.mid(15).trimmed().toLongLong();
        }
    }
    const qsizetype length = head + 4 + body;
    return bytes.size() >= length ? length : 0;
}

QByteArray answerOf(const QByteArray &status, const QByteArray &type, const QByteArray &body)
{
    return "HTTP/1.1 " + status + "\r\nContent-Type: " + type
        + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

} // namespace

/// Everything of the proxy that lives in its thread.
class HostileProxy::Worker : public QObject {
public:
    Worker(QUrl gateway, quint32 seed, State &state)
        : m_gateway(std::move(gateway))
        , m_state(state)
        , m_random(seed)
    {
    }

    quint16 listen()
    {
        m_server = new QTcpServer(this);
        m_elsewhere = new QTcpServer(this);
        connect(
            m_server, &QTcpServer::newConnection, this, [this] { join(m_server->nextPendingConnection()); });
        connect(m_elsewhere, &QTcpServer::newConnection, this, [this] {
            ++m_state.strangers;
            m_elsewhere->nextPendingConnection()->abort();
        });
        m_server->listen(QHostAddress::LocalHost);
        m_elsewhere->listen(QHostAddress::LocalHost);
        return m_server->serverPort();
    }

private:
    using Taken = std::function<void(const QByteArray &answer)>;

    /// Requests come one after another in a connection: the next is read when the last was answered.
    void join(QTcpSocket *client)
    {
        const auto asked = std::make_shared<QByteArray>();
        connect(client, &QTcpSocket::readyRead, client, [this, client, asked] {
            asked->append(client->readAll());
            if (const qsizetype length = lengthOfRequest(*asked); length > 0) {
                const QByteArray request = asked->left(length);
                asked->remove(0, length);
                serve(client, request);
            }
        });
        connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
    }

    void serve(QTcpSocket *client, const QByteArray &request)
    {
        deliverLateOnes();
        if (int(m_random() % 1000) >= m_state.hostility) {
            pass(client, request);
            return;
        }
        ++m_state.faults;
        const auto fate = Fate(m_random() % fates);
        switch (fate) {
        case Fate::Late:
            QTimer::singleShot(
                int(m_random() % 40), client, [this, client, request] { pass(client, request); });
            return;
        case Fate::Twice:
            forward(this, request, {});
            pass(client, request);
            return;
        case Fate::AgainLater:
            m_late.append(request);
            pass(client, request);
            return;
        case Fate::Alter:
            pass(client, altered(request));
            return;
        case Fate::Slow:
            pass(client, request, Pace::SlowForAWhile);
            return;
        default:
            break;
        }
        disturb(client, request, fate);
    }

    /// The fates after which there is no answer, or none of the gateway's.
    void disturb(QTcpSocket *client, const QByteArray &request, Fate fate)
    {
        const auto some = qsizetype(m_random() % std::size_t(request.size()));
        switch (fate) {
        case Fate::CutRequest:
            leaveHalfOpen(request.left(some))->disconnectFromHost();
            client->abort();
            break;
        case Fate::HalfOpen:
            leaveHalfOpen(request.left(some));
            break;
        case Fate::LoseAnswer:
            forward(client, request, [client](const QByteArray &) { client->abort(); });
            break;
        case Fate::TruncateAnswer:
            forward(client, request, [this, client](const QByteArray &answer) {
                client->write(answer.left(qsizetype(m_random() % std::size_t(answer.size() + 1))));
                client->disconnectFromHost();
            });
            break;
        case Fate::SwallowAnswer:
            forward(this, request, {});
            break;
        case Fate::Garbage:
            client->write(garbage());
            break;
        case Fate::Busy:
            client->write(busy());
            break;
        case Fate::Elsewhere:
            client->write("HTTP/1.1 307 Temporary Redirect\r\nLocation: http://127.0.0.1:"
                + QByteArray::number(m_elsewhere->serverPort()) + "/\r\nContent-Length: 0\r\n\r\n");
            break;
        default: // Swallow
            break;
        }
    }

    void pass(QTcpSocket *client, const QByteArray &request, Pace pace = Pace::AsTheLine)
    {
        forward(
            client, request,
            [this, client, pace](QByteArray answer) {
                pour(client, answer.replace("Connection: Close", "Connection: Keep-Alive"), pace);
            },
            pace);
    }

    /// Sends a request on in a connection of its own, and hands over the whole answer while the client is there.
    void forward(QObject *client, QByteArray request, const Taken &taken, Pace pace = Pace::AsTheLine)
    {
        auto *upstream = new QTcpSocket(this);
        const auto answer = std::make_shared<QByteArray>();
        connect(upstream, &QTcpSocket::readyRead, upstream,
            [upstream, answer] { *answer += upstream->readAll(); });
        connect(upstream, &QTcpSocket::disconnected, client, [upstream, answer, taken] {
            *answer += upstream->readAll();
            if (taken) {
                taken(*answer);
            }
        });
        connect(upstream, &QTcpSocket::disconnected, upstream, &QObject::deleteLater);
        connect(upstream, &QTcpSocket::errorOccurred, upstream, &QObject::deleteLater);
        upstream->connectToHost(m_gateway.host(), quint16(m_gateway.port()));
        const qsizetype line = request.indexOf("\r\n") + 2;
        request.replace("Connection: Keep-Alive\r\n", "");
        pour(upstream, request.insert(line, "Connection: close\r\n"), pace);
    }

    /// A connection to the gateway on which only that much comes, and which nobody closes for long.
    QTcpSocket *leaveHalfOpen(const QByteArray &part)
    {
        auto *ghost = new QTcpSocket(this);
        ghost->connectToHost(m_gateway.host(), quint16(m_gateway.port()));
        ghost->write(part);
        m_ghosts.append(ghost);
        if (m_ghosts.size() > mostGhosts) {
            m_ghosts.takeFirst()->deleteLater();
        }
        return ghost;
    }

    void deliverLateOnes()
    {
        if (!m_late.isEmpty() && m_random() % 3 == 0) {
            forward(this, m_late.takeFirst(), {});
        }
    }

    /// Writes as quickly as the line goes.
    void pour(QTcpSocket *to, const QByteArray &bytes, Pace pace)
    {
        const bool isForAWhile = pace == Pace::SlowForAWhile;
        const auto rate = [this, isForAWhile] { return isForAWhile ? slow : m_state.bytesPerSecond.load(); };
        if (rate() == 0) {
            to->write(bytes);
            return;
        }
        auto *timer = new QTimer(to);
        const auto rest = std::make_shared<QByteArray>(bytes);
        connect(timer, &QTimer::timeout, to, [to, timer, rest, rate, isForAWhile, slices = 0]() mutable {
            const int most = rate(); // which may have changed meanwhile
            const bool all = most == 0 || (isForAWhile && ++slices > longestSlow);
            const auto part = all ? *rest : rest->left(std::max(1, int(most * slice.count() / 1000)));
            to->write(part);
            rest->remove(0, part.size());
            if (rest->isEmpty()) {
                timer->deleteLater();
            }
        });
        timer->start(slice);
    }

    /// One byte of a piece is another one. (What is altered elsewhere TLS would find.)
    QByteArray altered(QByteArray request)
    {
        const qsizetype body = request.indexOf("\r\n\r\n") + 4;
        if (request.startsWith("PATCH ") && body < request.size()) {
            auto &byte = request.data()[body + qsizetype(m_random() % std::size_t(request.size() - body))];
            byte = char(byte ^ 1);
        }
        return request;
    }

    QByteArray garbage()
    {
        const std::array<QByteArray, 5> answers{answerOf("200 OK", "text/html", "<html>Welcome</html>"),
            answerOf("200 OK", "application/json", "{\"operation\":"),
            answerOf("204 No Content", "text/plain", {}), QByteArray("\x16\x03\x01 no HTTP at all\r\n\r\n"),
            answerOf("403 Forbidden", "text/html", "<html>No</html>")};
        return answers.at(m_random() % answers.size());
    }

    QByteArray busy()
    {
        const std::array<int, 8> statuses{408, 423, 425, 429, 500, 502, 503, 504};
        const auto status = QByteArray::number(statuses.at(m_random() % statuses.size()));
        return answerOf(status + " Busy", "application/problem+json",
            R"({"type":"urn:quanke:problem:store.unavailable","title":"Busy","status":)" + status
                + R"(,"requestId":"00000000","arguments":{}})");
    }

    QUrl m_gateway;
    State &m_state;
    std::mt19937 m_random;
    QTcpServer *m_server = nullptr;
    QTcpServer *m_elsewhere = nullptr;
    QList<QTcpSocket *> m_ghosts;
    QList<QByteArray> m_late; ///< requests that are still to come a second time
};

HostileProxy::HostileProxy(const QUrl &gateway, quint32 seed)
    : m_worker(new Worker(gateway, seed, m_state))
{
    m_worker->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    m_thread.start();
    QMetaObject::invokeMethod(
        m_worker, [this] { m_port = m_worker->listen(); }, Qt::BlockingQueuedConnection);
}

HostileProxy::~HostileProxy()
{
    m_thread.quit();
    m_thread.wait();
}

QUrl HostileProxy::url() const
{
    return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(m_port));
}

} // namespace quanke::test
