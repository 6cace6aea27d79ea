#include "journeys/tour/casedrawing.h"
#include "journeys/tour/exitwindow.h"
#include "journeys/tour/journey.h"
#include "journeys/tour/reviewer.h"

#include <QTest>

using namespace quanke;
using namespace quanke::journeys;
using casework::SubCaseState;

/// 出生“一件事” from the counter to the hand-over, everybody at the real desk.
class NewbornJourney : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void fiveMattersFromTheCounterToTheHandOver()
    {
        m_journey.begin();
        DeskDriver &desk = *m_journey.desk;
        const QString number = receive(desk, newbornWithFive(m_journey.documentFolder()));
        Reviewer reviewer(desk, number);
        for (const char *matter : {"NB-01", "NB-02", "NB-03", "NB-04", "NB-05"})
            reviewer.decide(matter, outputsOf(matter, m_journey.clock));
        // What the certificate's number and the child's own number are, the later ones have been told.
        const casework::CaseFile decided = m_journey.atTheHall(number);
        QCOMPARE(decided.values["birth/birth.certNo"], Json("Q410000001"));
        QCOMPARE(decided.values["newborn/person.idNo"], Json("409900202611020025"));

        ExitWindow window(desk, number);
        window.signIn();
        window.open();
        QCOMPARE(window.ready().size(), 5);
        window.writeCollector({QStringLiteral("409900199303150042"), QStringLiteral("13800000021")});
        window.handOver();
        const casework::CaseFile file = m_journey.atTheHall(number);
        QVERIFY(casework::isFinished(file));
        for (const auto &[matter, subCase] : file.subCases)
            QVERIFY2(subCase.state == SubCaseState::Issued, matter.c_str());

        CaseDrawing drawing(desk, number);
        drawing.signIn();
        drawing.open();
        drawing.choose("NB-05", SubCaseState::Issued);
    }

    void cleanupTestCase() { QCOMPARE(m_journey.leaks(), QStringList()); }

private:
    Journey m_journey;
};

QTEST_MAIN(NewbornJourney)
#include "tst_newborn.moc"
