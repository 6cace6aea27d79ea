#include "journeys/tour/hotelstory.h"
#include "journeys/tour/journey.h"

#include <QFileInfo>
#include <QTest>

using namespace quanke;
using namespace quanke::journeys;

/// The tour's own story as a test: from "klg" to the last of thirteen results handed over.
class HotelJourney : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void thirteenMattersFromTheSearchToTheHandOver()
    {
        m_journey.begin();
        const QString slip = m_journey.documentFolder() + QStringLiteral("/slip.pdf");
        HotelStory story(*m_journey.desk, m_journey.clock, {m_journey.documentFolder(), slip});
        for (const StoryStep &step : story.steps())
            step.act();
        const casework::CaseFile file = m_journey.atTheHall(story.number());
        QCOMPARE(file.subCases.size(), std::size_t(13));
        QVERIFY(casework::isFinished(file));
        for (const auto &[matter, subCase] : file.subCases)
            QVERIFY2(subCase.state == casework::SubCaseState::Issued, matter.c_str());
        QCOMPARE(file.values["org/org.uscc"], Json("92409900MA0QK01A86"));
        QVERIFY(QFileInfo(slip).size() > 1000);
        const auto handOvers = std::count_if(file.history.begin(), file.history.end(),
            [](const casework::Operation &operation) { return operation.kind == "result.issue"; });
        QCOMPARE(handOvers, 2); // what was ready first, then the rest
    }

    void cleanupTestCase() { QCOMPARE(m_journey.leaks(), QStringList()); }

private:
    Journey m_journey;
};

QTEST_MAIN(HotelJourney)
#include "tst_hotel.moc"
