#include "gateway/definitions.h"
#include "gateway/runninggateway.h"
#include "gateway/service/demohall.h"
#include "gateway/store/settingtable.h"
#include "seal/text.h"

#include <QTemporaryDir>
#include <QTest>

using namespace quanke;
using namespace quanke::test;

/// What a hall seals and signs with is chosen once.
class GatewaySuitesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void isFixedWhenTheStoreIsMade_data()
    {
        QTest::addColumn<QString>("first");
        QTest::addColumn<QString>("stands");
        QTest::addColumn<QString>("other");
        QTest::newRow("nothing said") << QString() << QStringLiteral("sodium") << QStringLiteral("shangmi");
        QTest::newRow("sodium") << QStringLiteral("sodium") << QStringLiteral("sodium")
                                << QStringLiteral("shangmi");
        QTest::newRow("shangmi") << QStringLiteral("shangmi") << QStringLiteral("shangmi")
                                 << QStringLiteral("sodium");
    }
    void isFixedWhenTheStoreIsMade()
    {
        QFETCH(const QString, first);
        QFETCH(const QString, stands);
        QFETCH(const QString, other);
        QCOMPARE(suiteOf(open(first)), stands);
        const auto refused = open(other);
        QVERIFY(!refused);
        QCOMPARE(refused.failure().key, std::string("suite.fixed"));
        QCOMPARE(refused.failure().arguments.value("stands", std::string()), stands.toStdString());
        QCOMPARE(suiteOf(open({})), stands);
        QCOMPARE(suiteOf(open(stands)), stands);
    }

    void isToldWithKeysOfIt()
    {
        const auto gateway = open(QStringLiteral("shangmi"));
        QVERIFY(bool(gateway));
        QVERIFY(bool(gateway::seedDemoHall((*gateway)->context(), seal::cheapestCost)));
        const auto session = (*gateway)->sessions().signIn("wangxm", gateway::demoPassword, "desk");
        QVERIFY(bool(session));
        QCOMPARE(session->suite, std::string("shangmi"));
        constexpr std::size_t point = 65;
        QCOMPARE(seal::fromBase64(session->gatewayKey)->size(), point);
        QCOMPARE(seal::fromBase64(session->sealingKey)->size(), point);
    }

    void aStoreFromBeforeTheChoiceIsOfTheFirst()
    {
        QVERIFY(bool(open({})));
        auto database = gateway::Database::open(m_folder->path().toStdString() + "/gateway.db");
        QVERIFY(bool((*database)->write<Done>([](gateway::Connection &connection) -> Result<Done> {
            gateway::SettingTable(connection).remove("suite");
            return Done{};
        })));
        database->reset();
        QCOMPARE(open(QStringLiteral("shangmi")).failure().key, std::string("suite.fixed"));
        QCOMPARE(suiteOf(open({})), QStringLiteral("sodium"));
    }

    void oneThatNobodyKnowsIsRefused()
    {
        const auto refused = open(QStringLiteral("rot13"));
        QVERIFY(!refused);
        QCOMPARE(refused.failure().key, std::string("suite.unknown"));
    }

private:
    Result<std::unique_ptr<gateway::Gateway>> open(const QString &suite)
    {
        gateway::Gateway::Setup setup{m_folder->path().toStdString(), m_definitions.catalogue,
            std::string(64, 'f'), m_definitions.calendar, m_clock, seal::cheapestCost};
        setup.suite = suite.toStdString();
        return gateway::Gateway::open(std::move(setup));
    }
    static QString suiteOf(const Result<std::unique_ptr<gateway::Gateway>> &gateway)
    {
        return gateway ? QString::fromStdString(std::string((*gateway)->suite()->name())) : QString();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    Definitions m_definitions = Definitions::load();
    TestClock m_clock;
};

QTEST_GUILESS_MAIN(GatewaySuitesTest)
#include "tst_suites.moc"
