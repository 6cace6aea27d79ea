#include "link/gatewayclient.h"
#include "link/linkmonitor.h"
#include "link/trust.h"
#include "platform/folder.h"
#include "platform/systemclock.h"
#include "seal/digest.h"
#include "support/await.h"
#include "support/hallcertificates.h"
#include "support/must.h"
#include "support/testgateway.h"

#include <QProcess>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace quanke;
using namespace quanke::test;

namespace {

const Instant today = platform::SystemClock().now();
constexpr std::chrono::days threeYears{3 * 365};

/// What `client` gets for an answer to the simplest question.
QString outcome(const QUrl &url, const certificates::Enrolment &enrolment)
{
    QNetworkAccessManager network;
    link::GatewayClient client(network, url);
    client.setEnrolment(enrolment);
    return failureKey(awaited(client.health()));
}

/// A connection that is ended at once may be gone before its last word is read: asked anew until it is.
bool isSaidInTheEnd(const char *key, const QUrl &url, const certificates::Enrolment &enrolment)
{
    return waitFor(
        [&] { return outcome(url, enrolment) == QLatin1String(key); }, std::chrono::milliseconds(patience));
}

/// Somebody else's TLS at a port of this machine, of OpenSSL's own program.
class OtherServer {
public:
    OtherServer(const QString &certificate, const QStringList &more)
    {
        QTcpServer free;
        free.listen(QHostAddress::LocalHost);
        m_port = free.serverPort();
        free.close();
        m_process.start(QStringLiteral("openssl"),
            QStringList{QStringLiteral("s_server"), QStringLiteral("-accept"), QString::number(m_port),
                QStringLiteral("-cert"), certificate, QStringLiteral("-www")}
                + more);
    }
    ~OtherServer()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    bool isReady()
    {
        return waitFor([this] { return (m_said += m_process.readAllStandardOutput()).contains("ACCEPT"); },
            std::chrono::milliseconds(patience));
    }
    QUrl url() const { return QUrl(QStringLiteral("https://127.0.0.1:%1").arg(m_port)); }

private:
    QProcess m_process;
    QByteArray m_said;
    quint16 m_port = 0;
};

} // namespace

class TlsLinkTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_gateway.secureBy(QString::fromStdString(m_hall.folder()));
        QVERIFY2(m_gateway.start(), m_gateway.log().constData());
    }

    void aClerkSignsInAndUploadsOverTls()
    {
        QNetworkAccessManager network;
        link::GatewayClient client(network, m_gateway.url());
        client.setEnrolment(m_hall.enrol("window-1"));
        const auto password = seal::SecretBytes::copyOf(TestGateway::password().toStdString());
        const auto session = awaited(client.signIn("wangxm", password, "window-1.0a1b2c3d"));
        QCOMPARE(failureKey(session), QString());
        const QByteArray pdf = "%PDF-1.4\n% over TLS\n%%EOF\n";
        const auto digest =
            QByteArray::fromStdString(seal::sha256({pdf.constData(), std::size_t(pdf.size())}));
        const auto place = awaited(client.createUpload(std::uint64_t(pdf.size()),
            "sha256 " + digest.toBase64() + ",mediaType " + QByteArray("application/pdf").toBase64()
                + ",name " + QByteArray("a.pdf").toBase64()));
        QCOMPARE(failureKey(place), QString());
        QCOMPARE(must(awaited(client.appendToUpload(place->url, 0, pdf))), std::uint64_t(pdf.size()));
        QCOMPARE(failureKey(awaited(client.signIn("wangxm", password, "window-2"))),
            QStringLiteral("device.other-certificate"));
    }

    void onlyOurOwnAuthorityIsBelieved()
    {
        const HallCertificates otherHall;
        QCOMPARE(
            outcome(m_gateway.url(), otherHall.enrol("window-1")), QStringLiteral("link.gateway-unknown"));
        QNetworkAccessManager network;
        link::GatewayClient client(network, m_gateway.url()); // not enrolled: nobody is believed
        QCOMPARE(failureKey(awaited(client.health())), QStringLiteral("link.gateway-unknown"));
    }

    void aGatewayThatSignedForItselfIsNotBelieved()
    {
        const QTemporaryDir folder;
        const auto certificate = folder.filePath(QStringLiteral("own.pem"));
        QCOMPARE(QProcess::execute(QStringLiteral("openssl"),
                     {QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-newkey"),
                         QStringLiteral("ec"), QStringLiteral("-pkeyopt"),
                         QStringLiteral("ec_paramgen_curve:P-256"), QStringLiteral("-nodes"),
                         QStringLiteral("-subj"), QStringLiteral("/CN=gateway"), QStringLiteral("-addext"),
                         QStringLiteral("subjectAltName=IP:127.0.0.1"), QStringLiteral("-keyout"),
                         certificate, QStringLiteral("-out"), certificate + QStringLiteral(".crt")}),
            0);
        OtherServer server(certificate + QStringLiteral(".crt"), {QStringLiteral("-key"), certificate});
        QVERIFY(server.isReady());
        QCOMPARE(outcome(server.url(), m_hall.enrol("window-1")), QStringLiteral("link.gateway-unknown"));
    }

    void aCertificateOfTheGatewayThatEndedOrIsForAnotherAddress()
    {
        const HallCertificates hall;
        const auto gateway = QString::fromStdString(hall.folder()) + QStringLiteral("/gateway.pem");
        const auto enrolment = hall.enrol("window-1");
        hall.certifyGateway({"127.0.0.1"}, today - 2 * threeYears);
        {
            OtherServer server(gateway, {});
            QVERIFY(server.isReady());
            QCOMPARE(outcome(server.url(), enrolment), QStringLiteral("link.gateway-expired"));
        }
        hall.certifyGateway({"gateway.hall.example", "10.1.2.3"}, today);
        OtherServer server(gateway, {});
        QVERIFY(server.isReady());
        QCOMPARE(outcome(server.url(), enrolment), QStringLiteral("link.gateway-other-name"));
    }

    void oldTlsIsNotSpoken()
    {
        OtherServer server(QString::fromStdString(m_hall.folder()) + QStringLiteral("/gateway.pem"),
            {QStringLiteral("-tls1_1"), QStringLiteral("-cipher"), QStringLiteral("ALL:@SECLEVEL=0")});
        QVERIFY(server.isReady());
        QCOMPARE(outcome(server.url(), m_hall.enrol("window-1")), QStringLiteral("link.gateway-insecure"));
    }

    /// Not our own gateway: what of a TLS greeting looks like a request line is by chance, and it may wait for its end.
    void aGatewayThatSpeaksPlainly()
    {
        QTcpServer plain;
        QVERIFY(plain.listen(QHostAddress::LocalHost));
        connect(&plain, &QTcpServer::newConnection, &plain, [&plain] {
            auto *caller = plain.nextPendingConnection();
            connect(caller, &QTcpSocket::readyRead, caller, [caller] {
                caller->write("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
                caller->disconnectFromHost();
            });
        });
        const QUrl url(QStringLiteral("https://127.0.0.1:%1").arg(plain.serverPort()));
        QCOMPARE(outcome(url, m_hall.enrol("window-1")), QStringLiteral("link.gateway-insecure"));
    }

    void aDeviceWhoseCertificateEnded()
    {
        const auto enrolment = m_hall.enrol("window-1", today - threeYears);
        QVERIFY(isSaidInTheEnd("link.device-expired", m_gateway.url(), enrolment));
    }

    /// The gateway believes another authority than the one that has certified both.
    void aDeviceThatTheGatewayDoesNotKnow()
    {
        auto enrolment = m_hall.enrol("window-1");
        const HallCertificates otherHall;
        const auto foreign = otherHall.enrol("window-1");
        enrolment.certificate = foreign.certificate;
        enrolment.key = foreign.key;
        QVERIFY(isSaidInTheEnd("link.device-refused", m_gateway.url(), enrolment));
    }

    /// Whoever is shut out is told so, and what it has to send waits.
    void aRevokedDeviceIsOffline()
    {
        QNetworkAccessManager network;
        link::GatewayClient client(network, m_gateway.url());
        client.setEnrolment(m_hall.enrol("window-9"));
        const platform::SystemClock clock;
        link::LinkMonitor monitor(client, clock);
        QCOMPARE(failureKey(awaited(client.health())), QString());
        QVERIFY(monitor.state() == link::LinkState::Online && !monitor.trouble());
        m_hall.revoke("window-9");
        const auto operation = awaited(client.putOperation("0193a001-0000-7000-8000-000000000009", "{}"));
        QCOMPARE(failureKey(operation), QStringLiteral("link.device-revoked"));
        QVERIFY(monitor.state() == link::LinkState::Offline);
        QCOMPARE(QString::fromStdString(monitor.trouble()->key), QStringLiteral("link.device-revoked"));
        QVERIFY(
            !awaited(client.uploadOffset(m_gateway.url().resolved(QUrl(QStringLiteral("/v1/uploads/1"))))));
        QVERIFY2(monitor.trouble().has_value(), "a refusal without words is no good answer");
    }

    void aPlainAddressIsThisMachineAlone_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("enrolled");
        QTest::addColumn<QString>("notEnrolled");
        const auto insecure = QStringLiteral("link.insecure");
        const auto plain = QStringLiteral("link.enrolled-plain");
        const auto wanting = QStringLiteral("link.not-enrolled");
        QTest::newRow("loopback") << QStringLiteral("http://127.0.0.1:8740") << plain << QString();
        QTest::newRow("loopback 6") << QStringLiteral("http://[::1]:8740") << plain << QString();
        QTest::newRow("by name") << QStringLiteral("http://localhost:8740") << plain << QString();
        QTest::newRow("network") << QStringLiteral("http://10.1.2.3:8740") << insecure << insecure;
        QTest::newRow("a name") << QStringLiteral("http://gateway.hall.example") << insecure << insecure;
        QTest::newRow("alike") << QStringLiteral("http://127.0.0.1.example") << insecure << insecure;
        QTest::newRow("safe") << QStringLiteral("https://10.1.2.3") << QString() << wanting;
        QTest::newRow("safe here") << QStringLiteral("https://127.0.0.1") << QString() << wanting;
        QTest::newRow("another") << QStringLiteral("ftp://10.1.2.3") << insecure << insecure;
    }
    void aPlainAddressIsThisMachineAlone()
    {
        QFETCH(QString, url);
        QTEST(failureKey(link::checkAddress(QUrl(url), true)), "enrolled");
        QTEST(failureKey(link::checkAddress(QUrl(url), false)), "notEnrolled");
    }

private:
    HallCertificates m_hall;
    TestGateway m_gateway;
};

QTEST_GUILESS_MAIN(TlsLinkTest)
#include "tst_tls.moc"
