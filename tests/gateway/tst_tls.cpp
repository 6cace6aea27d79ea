#include "gateway/runninggateway.h"
#include "platform/folder.h"
#include "platform/systemclock.h"
#include "support/await.h"
#include "support/hallcertificates.h"
#include "support/must.h"

#include <Poco/Net/Context.h>
#include <Poco/Net/HTTPSClientSession.h>
#include <Poco/Net/NetException.h>
#include <Poco/Net/SSLException.h>

#include <QTemporaryDir>
#include <QTest>

using namespace quanke;
using namespace quanke::test;
using Poco::Net::Context;

namespace {

enum class Version { New, Old };

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
        context->disableProtocols(Context::PROTO_TLSV1_2 | Context::PROTO_TLSV1_3);
    }
    return context;
}

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
        QTest::newRow("no certificate") << QStringLiteral("nobody");
        QTest::newRow("another hall's") << QStringLiteral("foreign");
        QTest::newRow("ended") << QStringLiteral("ended");
        QTest::newRow("old TLS") << QStringLiteral("old");
    }
    void nobodyElseGetsThroughTheHandshake()
    {
        QFETCH(QString, who);
        const HallCertificates otherHall;
        const auto enrolment = who == QStringLiteral("foreign") ? otherHall.enrol("window-1")
            : who == QStringLiteral("ended")                    ? m_hall.enrol("window-1", threeYearsAgo)
                                                                : m_hall.enrol("window-1");
        const auto version = who == QStringLiteral("old") ? Version::Old : Version::New;
        QVERIFY(!isAnswered(who == QStringLiteral("nobody") ? nullptr : &enrolment, version));
    }

    /// It is for the gateway alone: whoever takes it from there is no desk.
    void theGatewaysOwnCertificateIsNoDesks()
    {
        auto stolen = m_hall.enrol("window-1");
        const auto pem = must(platform::readFile(m_hall.folder() + "/gateway.pem"));
        const auto key = pem.find("-----BEGIN PRIVATE");
        stolen.certificate = pem.substr(0, key);
        stolen.key = pem.substr(key);
        QVERIFY(!isAnswered(&stolen, Version::New));
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
        auto anew = connectedAs(m_hall.enrol("window-2")); // enrolled again
        QCOMPARE(signIn(anew, "window-2"), std::string("201"));
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
    }

    void nobodySignsInAsAnotherDevice()
    {
        auto http = connectedAs(m_hall.enrol("window-1"));
        for (const char *device : {"window-3", "window-11", "window-3.0a1b"}) {
            QCOMPARE(signIn(http, device), std::string("403 device.other-certificate"));
        }
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
    bool isAnswered(const certificates::Enrolment *enrolment, Version version) const
    {
        try {
            return HttpClient(connection(enrolment, version)).get("/v1/health").status == 200;
        } catch (const Poco::Exception &) {
            return false;
        }
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
