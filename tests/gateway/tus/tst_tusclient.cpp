#include "gateway/runninggateway.h"
#include "seal/digest.h"
#include "seal/random.h"
#include "support/await.h"
#include "support/jsoninmessages.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace quanke;
using namespace quanke::test;

namespace {

/// tus-js-client in a process of its own; its lines are in client.js.
class TusClient {
public:
    TusClient(const char *what, const std::string &token, const std::string &address, const QString &file)
    {
        m_process.start(QStringLiteral("/usr/bin/node"),
            {QStringLiteral(QUANKE_BINARY_DIR "/tus/client.js"), QLatin1String(what),
                QString::fromStdString(token), QString::fromStdString(address), file,
                QStringLiteral("application/pdf")});
        m_process.closeWriteChannel();
    }

    /// The next line; null where there is none any more.
    Json line()
    {
        const bool isThere = test::waitFor(
            [this] { return m_process.canReadLine() || m_process.state() == QProcess::NotRunning; },
            std::chrono::seconds(30));
        return isThere ? Json::parse(m_process.readLine().toStdString(), nullptr, false) : Json();
    }
    Json lastLine()
    {
        Json last;
        for (Json next = line(); next.is_object(); next = line()) {
            last = next;
        }
        return last.is_null() ? Json(m_process.readAllStandardError().toStdString()) : last;
    }
    /// As a power cut would.
    void kill()
    {
        m_process.kill();
        m_process.waitForFinished();
    }

private:
    QProcess m_process;
};

} // namespace

/// The protocol is others', so a client of others must do: tus-js-client, as it is.
class TusClientTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(
            QFile::exists(QStringLiteral(QUANKE_BINARY_DIR "/tus/node_modules/tus-js-client/package.json")),
            "tus-js-client is not here: ctest fetches it with npm before this test "
            "(gateway_tusclient_fetch)");
        const auto content = somePdf(seal::randomBytes(3 * 1024 * 1024));
        m_sha256 = seal::sha256(content);
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(QByteArray::fromStdString(content)) > 0);
    }

    void init()
    {
        m_gateway = std::make_unique<RunningGateway>();
        m_token = m_gateway->person("wangxm").http().token();
    }
    void cleanup() { m_gateway.reset(); }

    void uploadsInOneGo()
    {
        TusClient client("begin", m_token, endpoint(), path());
        const Json last = client.lastLine();
        QVERIFY2(last.contains("done"), last.dump().c_str());
        QVERIFY(isStored());
    }

    void goesOnAfterBothWereKilled()
    {
        TusClient first("begin", m_token, endpoint(), path());
        const Json begun = first.line();
        QVERIFY2(begun.contains("at"), begun.dump().c_str());
        first.kill();
        QVERIFY(!isStored());
        m_gateway->restart(); // at another port, as another link is another address
        const auto url = begun["url"].get<std::string>();
        TusClient second("resume", m_token, endpoint() + url.substr(url.rfind('/')), path());
        const Json next = second.line();
        QVERIFY2(next.contains("at"), next.dump().c_str());
        QVERIFY(next["at"].get<int>() > begun["at"].get<int>()); // not from the beginning
        const Json last = second.lastLine();
        QVERIFY2(last.contains("done"), last.dump().c_str());
        QVERIFY(isStored());
    }

    void givesUp()
    {
        TusClient first("begin", m_token, endpoint(), path());
        const Json begun = first.line();
        QVERIFY2(begun.contains("at"), begun.dump().c_str());
        first.kill();
        const auto url = begun["url"].get<std::string>();
        const Json given = TusClient("terminate", m_token, url, {}).lastLine();
        QVERIFY2(given.contains("done"), given.dump().c_str());
        const Json gone = TusClient("terminate", m_token, url, {}).lastLine();
        QVERIFY2(gone.contains("failed"), gone.dump().c_str());
    }

private:
    QString path() const { return m_folder.filePath(QStringLiteral("scan.pdf")); }
    std::string endpoint() const
    {
        return "http://127.0.0.1:" + std::to_string(m_gateway->port()) + "/v1/uploads";
    }
    bool isStored() const
    {
        return QFile::exists(m_gateway->folder()
            + QString::fromStdString("/documents/" + m_sha256.substr(0, 2) + "/" + m_sha256));
    }

    QTemporaryDir m_folder;
    std::string m_sha256;
    std::string m_token;
    std::unique_ptr<RunningGateway> m_gateway;
};

QTEST_GUILESS_MAIN(TusClientTest)
#include "tst_tusclient.moc"
