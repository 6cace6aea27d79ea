#include "core/casework/conflict.h"
#include "journeys/tour/handoverstory.h"
#include "journeys/tour/journey.h"

#include <QTest>

using namespace quanke;
using namespace quanke::journeys;

/// A case goes from the village to the hall by a file, and reaches the gateway once, whoever pushes it.
class HandoverJourney : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_journey.gateway.start(), m_journey.gateway.log().constData()); }

    void theHallGoesOnAndThenTheVillageToo()
    {
        HandoverStory story(m_journey.storySetup(), m_journey.clock);
        story.giveInTheVillage();
        story.bringInAtTheHall();
        story.pushAtTheHall();
        const auto file = m_journey.atTheHall(story.number()); // once
        QCOMPARE(file.receivedBy, std::string("liqh"));
        QVERIFY(file.conflicts.empty());
        const auto &handings = file.history.front().body["handings"];
        QCOMPARE(handings.size(), std::size_t(1));
        QCOMPARE(handings.front()["actor"].get<std::string>(), std::string("wangxm"));
        QCOMPARE(file.people.at("wangxm"), std::string("王小满"));
        for (const auto &operation : file.history)
            QCOMPARE(operation.kind, std::string("case.submit")); // liqh has seen no original
        story.takeBackAndPush();
        bothAreKept(story.number(), "liqh", "wangxm");
    }

    void theVillageIsFirst()
    {
        HandoverStory story(m_journey.storySetup(), m_journey.clock);
        story.giveInTheVillage();
        story.takeBackAndPush();
        QCOMPARE(m_journey.atTheHall(story.number()).values["mother/person.mobile"].get<std::string>(),
            std::string("13800000022"));
        story.bringInAtTheHall();
        story.pushAtTheHall();
        bothAreKept(story.number(), "wangxm", "liqh");
    }

    void cleanupTestCase() { QCOMPARE(m_journey.leaks(), QStringList()); }

private:
    void bothAreKept(const QString &number, const std::string &first, const std::string &late)
    {
        const auto file = m_journey.atTheHall(number);
        QCOMPARE(file.receivedBy, first);
        QCOMPARE(file.conflicts.size(), std::size_t(1));
        const auto &conflict = file.conflicts.front();
        QCOMPARE(casework::operationIn(file, conflict.late)->actor, late);
        QCOMPARE(casework::operationIn(file, conflict.rivals.front())->actor, first);
        const auto mobileOf = [&](const std::string &operation) {
            return casework::operationIn(file, operation)
                ->body["values"]["mother/person.mobile"]
                .get<std::string>();
        };
        QVERIFY(mobileOf(conflict.late) != mobileOf(conflict.rivals.front()));
        QCOMPARE(file.values["mother/person.mobile"].get<std::string>(), mobileOf(conflict.rivals.front()));
        QCOMPARE(file.subCases.size(), std::size_t(5));
    }

    Journey m_journey;
};

QTEST_MAIN(HandoverJourney)
#include "tst_handover.moc"
