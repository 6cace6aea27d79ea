#include "journeys/tour/journey.h"
#include "journeys/tour/rescuestory.h"
#include "vault/sql/database.h"

#include <QTemporaryDir>
#include <QTest>

using namespace quanke;
using namespace quanke::journeys;

namespace {

/// The numbers of the suites that the values of a column were closed with, in hexadecimal.
QStringList suitesIn(const QString &folder, const char *query)
{
    const auto database = vault::Database::open(folder + QStringLiteral("/vault/vault.db"));
    const auto rows = database ? (*database)->rows(query) : database.failure();
    QStringList numbers;
    for (const auto &row : rows ? *rows : std::vector<vault::Row>())
        numbers += row[0].toString();
    return numbers;
}

} // namespace

/// A hall chooses what it seals with when its gateway is set up; its desks follow.
class SuitesJourney : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data()
    {
        QTest::addColumn<QString>("suite");
        QTest::addColumn<QString>("number");
        QTest::newRow("sodium") << QStringLiteral("sodium") << QStringLiteral("01");
        QTest::newRow("shangmi") << QStringLiteral("shangmi") << QStringLiteral("02");
    }
    void init()
    {
        QFETCH_GLOBAL(const QString, suite);
        m_journey.reset(); // before the next makes its temporary place
        m_journey = std::make_unique<Journey>();
        m_journey->gateway.useSuite(suite);
        QVERIFY2(m_journey->gateway.start(), m_journey->gateway.log().constData());
    }

    void aCaseIsSealedAndPushed()
    {
        QFETCH_GLOBAL(const QString, number);
        const QTemporaryDir folder;
        QString caseNumber;
        {
            DeskDriver desk(
                {m_journey->gateway.url(), folder.path(), Language::Chinese, {}}, m_journey->clock);
            caseNumber = receive(desk, newbornWithFive(m_journey->documentFolder()));
        }
        QCOMPARE(
            m_journey->atTheHall(caseNumber).subCases.size(), std::size_t(5)); // its receipt was believed
        for (const char *query : {"SELECT DISTINCT hex(substr(wrapped, 1, 1)) FROM operator_key",
                 "SELECT DISTINCT hex(substr(wrapped, 1, 1)) FROM case_key",
                 "SELECT DISTINCT hex(substr(body, 1, 1)) FROM draft",
                 "SELECT DISTINCT hex(substr(content, 1, 1)) FROM outbox",
                 "SELECT DISTINCT hex(substr(meta, 1, 1)) FROM document"})
            QCOMPARE(suitesIn(folder.path(), query), QStringList{number});
    }

    void theGatewayOpensWhatADeskHasSealedToIt()
    {
        RescueStory story(m_journey->storySetup(), m_journey->clock);
        story.receiveWithNoLink();
        story.damageTheStore();
        story.rescue();
        QCOMPARE(m_journey->atTheHall(story.number()).subCases.size(), std::size_t(5));
    }

    void cleanup() { QCOMPARE(m_journey->leaks(), QStringList()); }

private:
    std::unique_ptr<Journey> m_journey;
};

QTEST_MAIN(SuitesJourney)
#include "tst_suites.moc"
