#include "journeys/tour/casedrawing.h"
#include "journeys/tour/exitwindow.h"
#include "journeys/tour/journey.h"
#include "journeys/tour/reviewer.h"

#include <QCoreApplication>
#include <QLabel>
#include <QTest>

using namespace quanke;
using namespace quanke::journeys;
using casework::SubCaseState;

/// One matter is refused: the others go on to the hand-over, and what needs its result is shown to wait in vain.
class RefusalJourney : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void oneRefusedDoesNotSinkTheRest()
    {
        m_journey.begin();
        DeskDriver &desk = *m_journey.desk;
        const QString number = receive(desk, newbornWithFive(m_journey.documentFolder()));
        Reviewer reviewer(desk, number);
        reviewer.decide("NB-01", outputsOf("NB-01", m_journey.clock));
        reviewer.signIn("NB-03");
        reviewer.open("NB-03");
        reviewer.refuse(QStringLiteral("户口不在本辖区"));
        reviewer.decide("NB-02", outputsOf("NB-02", m_journey.clock));
        const casework::CaseFile refused = m_journey.atTheHall(number);
        QVERIFY(refused.subCases.at("NB-03").state == SubCaseState::Refused);
        QCOMPARE(refused.subCases.at("NB-04").blockedBy, std::vector<std::string>{"NB-03"});

        CaseDrawing drawing(desk, number);
        drawing.signIn();
        drawing.open();
        drawing.choose("NB-03", SubCaseState::Refused);
        QVERIFY(drawing.wordsOf("NB-04") != drawing.wordsOf("NB-03"));
        const QString inVain = QCoreApplication::translate("quanke::desk::Standing", "Waits in vain");
        QCOMPARE(drawing.wordsOf("NB-04"), inVain);
        QCOMPARE(drawing.wordsOf("NB-05"), inVain);

        ExitWindow window(desk, number);
        window.signIn();
        window.open();
        QCOMPARE(window.ready(), (QStringList{QStringLiteral("NB-01"), QStringLiteral("NB-02")}));
        window.writeCollector({QStringLiteral("409900199303150042"), QStringLiteral("13800000021")});
        window.handOver();
        const casework::CaseFile file = m_journey.atTheHall(number);
        QVERIFY(file.subCases.at("NB-01").state == SubCaseState::Issued);
        QVERIFY(file.subCases.at("NB-02").state == SubCaseState::Issued);
        QVERIFY(casework::isFinished(file)); // nothing more can come
    }

    void cleanupTestCase() { QCOMPARE(m_journey.leaks(), QStringList()); }

private:
    Journey m_journey;
};

QTEST_MAIN(RefusalJourney)
#include "tst_refusal.moc"
