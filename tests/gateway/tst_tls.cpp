#include "gateway/runninggateway.h"
#include "platform/folder.h"
#include "platform/systemclock.h"
#include "support/await.h"
#include "support/hallcertificates.h"
#include "support/must.h"

#include <Poco/Net/Context.h>
#include <Poco/Net/HTTPRequest.h>
#include <Poco/Net/HTTPRequestHandler.h>
#include <Poco/Net/HTTPRequestHandlerFactory.h>
#include <Poco/Net/HTTPResponse.h>
#include <Poco/Net/HTTPSClientSession.h>
#include <Poco/Net/HTTPServer.h>
#include <Poco/Net/HTTPServerParams.h>
#include <Poco/Net/HTTPServerResponse.h>
#include <Poco/Net/NetException.h>
#include <Poco/Net/SSLException.h>
#include <Poco/Net/SecureServerSocket.h>

#include <openssl/ssl.h>

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace quanke;
using namespace quanke::test;
using Poco::Net::Context;

namespace {

enum class Version { New, Old };
enum class Handshake { Done, Refused, Otherwise };

/// A desk that believes any gateway: here it is the gateway that is looked at.
Context::Ptr contextOf(const QTemporaryDir &folder, const certificates::Enrolment *enrolment, Version version)
{
    Context::Params parameters;
    parameters.verificationMode = Context::VERIFY_NONE;
    parameters.cipherList = "ALL:@SECLEVEL=0"; // so that old TLS is for the gateway to refuse
    if (enrolment != nullptr) {
        const auto file = folder.filePath(QString::fromStdString(newId())).toStdString();
        must(certificates::keep(*enrolment, file));
        parameters.privateKeyFile = file;
        parameters.certificateFile = file;
    }
    Context::Ptr context = new Context(Context::TLS_CLIENT_USE, parameters);
    if (version == Version::Old) {
        SSL_CTX_set_min_proto_version(context->sslContext(), TLS1_VERSION);
        SSL_CTX_set_max_proto_version(context->sslContext(), TLS1_1_VERSION);
    }
    return context;
}

/// Somebody's gateway who takes old TLS, and any desk.
Poco::Net::SecureServerSocket listeningBy(const std::string &certificate)
{
    Context::Params parameters;
    parameters.verificationMode = Context::VERIFY_NONE;
    parameters.cipherList = "ALL:@SECLEVEL=0";
    parameters.privateKeyFile = certificate;
    parameters.certificateFile = certificate;
    const Context::Ptr context = new Context(Context::TLS_SERVER_USE, parameters);
    SSL_CTX_set_min_proto_version(context->sslContext(), TLS1_VERSION);
    constexpr int waiting = 8;
    return {Poco::Net::SocketAddress("127.0.0.1", 0), waiting, context};
}

class EmptyAnswer : public Poco::Net::HTTPRequestHandler {
public:
    void handleRequest(Poco::Net::HTTPServerRequest &, Poco::Net::HTTPServerResponse &response) override
    {
        response.send();
    }
};

class EmptyAnswers : public Poco::Net::HTTPRequestHandlerFactory {
public:
    Poco::Net::HTTPRequestHandler *createRequestHandler(const Poco::Net::HTTPServerRequest &) override
    {
        return std::make_unique<EmptyAnswer>().release(); // POCO deletes it
    }
};

const Instant threeYearsAgo = platform::SystemClock().now() - std::chrono::days(3 * 365);

} // namespace

class TlsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_gateway = std::make_unique<RunningGateway>();
        m_gateway->secureBy(m_hall.folder());
    }
    void cleanupTestCase() { m_gateway.reset(); }

    void anEnrolledDeskWorks()
    {
        auto http = connectedAs(m_hall.enrol("window-1"));
        QCOMPARE(http.get("/v1/health").status, 200);
        QCOMPARE(signIn(http, "window-1"), std::string("201"));
        QCOMPARE(http.get("/v1/changes").outcome(), std::string("200"));
        const auto pdf = somePdf("over TLS");
        const auto created = http.send("POST", "/v1/uploads", {},
            {{"Tus-Resumable", "1.0.0"}, {"Upload-Length", std::to_string(pdf.size())},
                {"Upload-Metadata", metadataOf(pdf, "application/pdf", "a.pdf")}});
        QCOMPARE(created.outcome(), std::string("201"));
        const Headers piece{{"Tus-Resumable", "1.0.0"}, {"Upload-Offset", "0"},
            {"Content-Type", "application/offset+octet-stream"}};
        QCOMPARE(http.send("PATCH", created.header("location"), pdf, piece).outcome(), std::string("204"));
    }

    void nobodyElseGetsThroughTheHandshake_data()
    {
        QTest::addColumn<QString>("who");
        QTest::addColumn<std::string>("why"); // in the gateway's log
        QTest::newRow("no certificate")
            << QStringLiteral("nobody") << std::string("did not return a certificate");
        QTest::newRow("another hall's")
            << QStringLiteral("foreign") << std::string("certificate verify failed");
        QTest::newRow("ended") << QStringLiteral("ended") << std::string("certificate verify failed");
        QTest::newRow("old TLS") << QStringLiteral("old") << std::string("unsupported protocol");
    }
    void nobodyElseGetsThroughTheHandshake()
    {
        QFETCH(QString, who);
        QFETCH(std::string, why);
        const HallCertificates otherHall;
        const auto enrolment = who == QStringLiteral("foreign") ? otherHall.enrol("window-1")
            : who == QStringLiteral("ended")                    ? m_hall.enrol("window-1", threeYearsAgo)
                                                                : m_hall.enrol("window-1");
        const auto version = who == QStringLiteral("old") ? Version::Old : Version::New;
        const auto former = m_gateway->log().size();
        QCOMPARE(
            handshake(m_gateway->port(), who == QStringLiteral("nobody") ? nullptr : &enrolment, version),
            Handshake::Refused);
        QTRY_VERIFY2_WITH_TIMEOUT(m_gateway->log().find(why, former) != std::string::npos,
            m_gateway->log().substr(former).c_str(), patience);
    }

    /// So that what is refused above is not what the desk of these tests cannot do.
    void whatIsTriedAboveIsPossible()
    {
        QCOMPARE(handshake(m_gateway->port(), nullptr, Version::New), Handshake::Refused);
        const auto enrolment = m_hall.enrol("window-1");
        QCOMPARE(handshake(m_gateway->port(), &enrolment, Version::New), Handshake::Done);
        const auto older = listeningBy(m_hall.folder() + "/gateway.pem");
        Poco::Net::HTTPServer server(new EmptyAnswers, older, new Poco::Net::HTTPServerParams);
        server.start();
        QCOMPARE(handshake(older.address().port(), nullptr, Version::Old), Handshake::Done);
        server.stopAll(true);
    }

    /// It is for the gateway alone: whoever takes it from there is no desk.
    void theGatewaysOwnCertificateIsNoDesks()
    {
        auto stolen = m_hall.enrol("window-1");
        const auto pem = must(platform::readFile(m_hall.folder() + "/gateway.pem"));
        const auto key = pem.find("-----BEGIN PRIVATE");
        stolen.certificate = pem.substr(0, key);
        stolen.key = pem.substr(key);
        QCOMPARE(handshake(m_gateway->port(), &stolen, Version::New), Handshake::Refused);
    }

    void plainHttpIsNotAnswered()
    {
        HttpClient http(m_gateway->port());
        QVERIFY_THROWS_EXCEPTION(Poco::Exception, http.get("/v1/health"));
    }

    void whoIsRevokedIsOutWithTheNextRequest()
    {
        const auto enrolment = m_hall.enrol("window-2");
        auto http = connectedAs(enrolment);
        auto neighbour = connectedAs(m_hall.enrol("window-1"));
        QCOMPARE(signIn(http, "window-2"), std::string("201"));
        QCOMPARE(http.get("/v1/changes").outcome(), std::string("200"));
        m_hall.revoke("window-2");
        const std::string out = "403 device.revoked";
        QCOMPARE(http.get("/v1/changes").outcome(), out); // on the same connection, with the same token
        QCOMPARE(http.get("/v1/health").outcome(), out);
        QCOMPARE(connectedAs(enrolment).get("/v1/health").outcome(), out);
        QCOMPARE(neighbour.get("/v1/health").outcome(), std::string("200"));
        QCOMPARE(http.get("/v1/nothing").outcome(), out); // nor what is there and what not
        QCOMPARE(http.send("DELETE", "/v1/health").outcome(), out);
        QVERIFY(m_gateway->log().find(" 403 ") != std::string::npos);
        QVERIFY(m_gateway->log().find("device window-2") != std::string::npos);
        auto anew = connectedAs(m_hall.enrol("window-2")); // enrolled again
        QCOMPARE(signIn(anew, "window-2"), std::string("201"));
    }

    /// A handshake looks at the end of a certificate; a connection that is kept open has no other.
    void aConnectionDoesNotOutliveItsCertificate()
    {
        RunningGateway gateway;
        gateway.secureBy(m_hall.folder());
        const auto enrolment = m_hall.enrol("window-4");
        HttpClient http([context = contextOf(m_folder, &enrolment, Version::New), port = gateway.port()] {
            return std::make_unique<Poco::Net::HTTPSClientSession>("127.0.0.1", port, context);
        });
        QCOMPARE(http.get("/v1/health").outcome(), std::string("200"));
        gateway.clock().set(enrolment.until);
        QCOMPARE(http.get("/v1/health").outcome(), std::string("403 device.expired"));
    }

    /// Nobody knows who is out: nobody is in.
    void aListThatStaysUnreadableShutsAllOut()
    {
        const HallCertificates hall;
        RunningGateway gateway;
        gateway.secureBy(hall.folder());
        const auto enrolment = hall.enrol("window-4");
        HttpClient http([context = contextOf(m_folder, &enrolment, Version::New), port = gateway.port()] {
            return std::make_unique<Poco::Net::HTTPSClientSession>("127.0.0.1", port, context);
        });
        QVERIFY(QFile::remove(QString::fromStdString(hall.folder() + "/revoked.pem")));
        QCOMPARE(http.get("/v1/health").outcome(), std::string("200"));
        QVERIFY(gateway.log().find("revoked.pem cannot be used") != std::string::npos);
        gateway.clock().advance(std::chrono::seconds(61));
        QCOMPARE(http.get("/v1/health").outcome(), std::string("503 revocations.unreadable"));
    }

    void aGatewaysCertificateThatEndsSoonIsToldInItsLog()
    {
        const HallCertificates hall;
        RunningGateway gateway;
        const auto now = gateway.clock().now();
        hall.certifyGateway({"127.0.0.1"}, now - std::chrono::days(3 * 365 - 31));
        gateway.secureBy(hall.folder());
        QVERIFY2(gateway.log().find("gateway.pem") == std::string::npos, gateway.log().c_str());
        hall.certifyGateway({"127.0.0.1"}, now - std::chrono::days(3 * 365 - 30));
        gateway.secureBy(hall.folder());
        QVERIFY2(gateway.log().find("gateway.pem ends on ") != std::string::npos, gateway.log().c_str());
    }

    void aCopiedTokenIsNoGoodWithAnotherCertificate()
    {
        auto http = connectedAs(m_hall.enrol("window-1"));
        QCOMPARE(signIn(http, "window-1.0a1b2c3d"), std::string("201"));
        auto thief = connectedAs(m_hall.enrol("window-3"));
        thief.setToken(http.token());
        QCOMPARE(thief.get("/v1/changes").outcome(), std::string("403 device.other-certificate"));
        QCOMPARE(thief.send("DELETE", "/v1/sessions/current").outcome(),
            std::string("403 device.other-certificate"));
        QCOMPARE(http.get("/v1/changes").outcome(), std::string("200"));
        const auto told = lineOf("refused");
        QCOMPARE(told["outcome"], Json("device.other-certificate"));
        QCOMPARE(told["actor"], Json("wangxm"));
        QCOMPARE(told["device"], Json("window-3"));
        QVERIFY(m_gateway->log().find("device window-3") != std::string::npos);
    }

    void nobodySignsInAsAnotherDevice()
    {
        auto http = connectedAs(m_hall.enrol("window-1"));
        for (const char *device : {"window-3", "window-11", "window-3.0a1b"}) {
            QCOMPARE(signIn(http, device), std::string("403 device.other-certificate"));
        }
        const auto told = lineOf("sign-in-refused");
        QCOMPARE(told["outcome"], Json("device.other-certificate"));
        QCOMPARE(told["device"], Json("window-1"));
    }

    void aNetworkAddressWantsTls()
    {
        std::ostringstream log;
        gateway::Server::Settings settings{"0.0.0.0", 0, "0.0.0"};
        QCOMPARE(failureKey(gateway::Server::start(m_gateway->gateway(), log, settings)),
            QStringLiteral("server.not-loopback"));
        settings.tls = m_hall.folder();
        QVERIFY(bool(gateway::Server::start(m_gateway->gateway(), log, settings)));
        const QTemporaryDir empty;
        settings.tls = empty.path().toStdString();
        QCOMPARE(failureKey(gateway::Server::start(m_gateway->gateway(), log, settings)),
            QStringLiteral("revocations.unreadable"));
    }

private:
    HttpClient::Connect connection(const certificates::Enrolment *enrolment, Version version) const
    {
        return [context = contextOf(m_folder, enrolment, version), port = m_gateway->port()] {
            return std::make_unique<Poco::Net::HTTPSClientSession>("127.0.0.1", port, context);
        };
    }
    HttpClient connectedAs(const certificates::Enrolment &enrolment) const
    {
        return HttpClient(connection(&enrolment, Version::New));
    }
    /// Any other error than one of TLS comes out.
    Handshake handshake(std::uint16_t port, const certificates::Enrolment *enrolment, Version version) const
    {
        Poco::Net::HTTPSClientSession session("127.0.0.1", port, contextOf(m_folder, enrolment, version));
        Poco::Net::HTTPRequest request("GET", "/v1/health", "HTTP/1.1");
        Poco::Net::HTTPResponse response;
        try {
            session.sendRequest(request);
            session.receiveResponse(response); // of TLS 1.3 the refusal comes behind the handshake
            return response.getStatus() == Poco::Net::HTTPResponse::HTTP_OK ? Handshake::Done
                                                                            : Handshake::Otherwise;
        } catch (const Poco::Net::SSLException &) {
            return Handshake::Refused;
        } catch (const Poco::Net::ConnectionResetException &) {
            return Handshake::Refused; // which has overtaken the word
        }
    }
    /// Of the gateway's own trace, the last of that act.
    Json lineOf(const std::string &act) const
    {
        constexpr int many = 500;
        Json found;
        for (const auto &text :
            must(m_gateway->gateway().traces().read({}, trace::gatewayChain, 0, many)).lines) {
            auto line = Json::parse(text);
            if (line["act"] == Json(act)) {
                found = std::move(line);
            }
        }
        return found;
    }
    static std::string signIn(HttpClient &http, const std::string &device)
    {
        const Json body{{"operator", "wangxm"}, {"password", "Quanke-2026"}, {"device", device}};
        const auto response = http.send("POST", "/v1/sessions", body.dump());
        if (response.status == 201) {
            http.setToken(response.json()["token"]);
        }
        return response.outcome();
    }

    QTemporaryDir m_folder;
    HallCertificates m_hall;
    std::unique_ptr<RunningGateway> m_gateway;
};

QTEST_GUILESS_MAIN(TlsTest)
#include "tst_tls.moc"
