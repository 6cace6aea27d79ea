#include "core/casework/conflict.h"
#include "journeys/tour/journey.h"
#include "journeys/tour/twodesks.h"

#include <QPushButton>
#include <QTest>

using namespace quanke;
using namespace quanke::journeys;

/// Two desks change one case without knowing of each other; nothing is lost, and a supervisor chooses.
class ConflictJourney : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void twoDesksSupplementOneCase()
    {
        m_journey.begin();
        TwoDesks story(*m_journey.desk, m_journey.clock,
            {newbornWithFive(m_journey.documentFolder()),
                {m_journey.gateway.url(), {}, Language::Chinese, {}}});
        for (const StoryStep &step : story.steps()) {
            step.act();
            if (step.name == QStringLiteral("second sends"))
                bothAreKept(story.number());
        }
        const casework::CaseFile file = m_journey.atTheHall(story.number());
        QCOMPARE(file.values["mother/person.mobile"], Json("13800000022"));
        QCOMPARE(file.conflicts.front().chosen, file.conflicts.front().late);
        QCOMPARE(file.heldAt, std::string("综合窗口 2 号"));
        QCOMPARE(file.window, std::string("综合窗口 3 号")); // where it was received
        // Whose version does not count any more reads so, and finds what was said.
        story.second().waitFor(QStringLiteral("the choice at the second desk"),
            [&] { return story.second().visible<QPushButton>("compareVersionsButton") == nullptr; });
    }

    void cleanupTestCase() { QCOMPARE(m_journey.leaks(), QStringList()); }

private:
    void bothAreKept(const QString &number)
    {
        const casework::CaseFile file = m_journey.atTheHall(number);
        QCOMPARE(file.values["mother/person.mobile"], Json("13800000011")); // what came first stands
        QCOMPARE(file.conflicts.size(), std::size_t(1));
        const auto *late = casework::operationIn(file, file.conflicts.front().late);
        QCOMPARE(late->body["values"]["mother/person.mobile"], Json("13800000022"));
        QCOMPARE(late->actor, std::string("liqh"));
        QCOMPARE(late->window, std::string("综合窗口 2 号"));
    }

    Journey m_journey;
};

QTEST_MAIN(ConflictJourney)
#include "tst_conflict.moc"
