#include "link/linkfixture.h"
#include "link/linkmonitor.h"
#include "link/trace/tracebringer.h"
#include "support/testgateway.h"
#include "trace/verifier.h"
#include "vault/vaultfixture.h"

#include <QNetworkAccessManager>
#include <QSignalSpy>
#include <QTest>

using namespace quanke;
using namespace quanke::test;

class TracesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_gateway.start(), m_gateway.log().constData()); }

    void init()
    {
        m_store = std::make_unique<VaultFixture>();
        QCOMPARE(m_store->open(), QString());
        QVERIFY(bool(m_store->enrol()));
        m_device = *awaited(m_store->vault->deviceId());
        m_client = std::make_unique<link::GatewayClient>(m_network, m_gateway.url());
        m_monitor = std::make_unique<link::LinkMonitor>(*m_client, m_store->clock);
        m_bringer = std::make_unique<link::TraceBringer>(*m_store->vault, *m_client, *m_monitor);
        m_brought = std::make_unique<QSignalSpy>(m_bringer.get(), &link::TraceBringer::brought);
        m_bringer->start();
    }
    void cleanup()
    {
        m_brought.reset();
        m_bringer.reset();
        m_monitor.reset();
        m_client.reset();
        m_store.reset();
    }

    void bringsWhatThereIsOnce()
    {
        QVERIFY(signIn());
        QTRY_COMPARE_WITH_TIMEOUT(m_brought->count(), 1, patience);
        QCOMPARE(waiting(), 0);
        QVERIFY(bool(awaited(m_store->vault->lock())));
        m_bringer->look();
        QTRY_COMPARE_WITH_TIMEOUT(m_brought->count(), 2, patience);
        const auto page = atTheGateway();
        QCOMPARE(page.lines.size(), std::size_t(2));
        trace::Verifier verifier(m_device, page.key, page.heads);
        for (const auto &line : page.lines) {
            verifier.add(line);
        }
        QVERIFY(verifier.finish().empty());
    }

    void nothingIsLostWhileNobodyAnswers()
    {
        QVERIFY(bool(awaited(m_store->vault->lock())));
        QVERIFY(bool(m_store->unlock()));
        m_bringer->look();
        QCOMPARE(waiting(), 3);
        QVERIFY(signIn());
        QTRY_COMPARE_WITH_TIMEOUT(m_brought->count(), 1, patience);
        QCOMPARE(atTheGateway().lines.size(), std::size_t(3));
    }

    /// It was put back to an earlier state: what it has lost comes again.
    void whatTheGatewayHasLostComesAgain()
    {
        QVERIFY(bool(awaited(m_store->vault->lock())));
        QVERIFY(bool(awaited(m_store->vault->bringTraceFrom(1)))); // as if it had the first
        QVERIFY(signIn());
        QTRY_COMPARE_WITH_TIMEOUT(m_brought->count(), 1, patience);
        QCOMPARE(atTheGateway().lines.size(), std::size_t(2));
    }

    /// It has dropped its first lines, and the gateway never had any: asking again for ever mends nothing.
    void whatNobodyHasAnyMoreIsNotAskedForForEver()
    {
        LinkFixture fixture;
        QVERIFY(fixture.openAndEnrol());
        link::TraceBringer bringer(fixture.vault(), fixture.client, fixture.monitor);
        fixture.monitor.start();
        bringer.start();
        QCOMPARE(fixture.signIn(), QString());
        const auto brought = [&fixture] {
            return fixture.network.count("PUT", QStringLiteral("/v1/devices/"));
        };
        QTRY_COMPARE(brought(), 2); // once more from where the gateway wants it
        for (int i = 0; i < 50; ++i) {
            QVERIFY(bool(awaited(fixture.vault().traceToBring(1))));
        }
        QCOMPARE(brought(), 2);
    }

private:
    bool signIn(const char *name = "wangxm")
    {
        return bool(awaited(m_client->signIn(name, VaultFixture::secret("Quanke-2026"), m_device)));
    }

    int waiting()
    {
        const auto lines = awaited(m_store->vault->traceToBring(1'000));
        return lines ? int(lines->lines.size()) : -1;
    }

    /// As the auditor sees it.
    trace::Page atTheGateway()
    {
        link::GatewayClient auditor(m_network, m_gateway.url());
        const auto session =
            awaited(auditor.signIn("qianqs", VaultFixture::secret("Quanke-2026"), "D-audit"));
        const auto page = session ? awaited(auditor.trace(m_device, 0)) : session.failure();
        return page ? *page : trace::Page{};
    }

    TestGateway m_gateway;
    QNetworkAccessManager m_network;
    std::unique_ptr<VaultFixture> m_store;
    std::string m_device;
    std::unique_ptr<link::GatewayClient> m_client;
    std::unique_ptr<link::LinkMonitor> m_monitor;
    std::unique_ptr<link::TraceBringer> m_bringer;
    std::unique_ptr<QSignalSpy> m_brought;
};

QTEST_GUILESS_MAIN(TracesTest)
#include "tst_traces.moc"
