#include "desk/casepart/partview.h"
#include "journeys/tour/casedrawing.h"
#include "journeys/tour/journey.h"
#include "journeys/tour/reviewer.h"
#include "support/sampledocuments.h"

#include <QFile>
#include <QIODevice>
#include <QLabel>
#include <QLatin1Char>
#include <QTest>

using namespace quanke;
using namespace quanke::journeys;
using casework::SubCaseState;

/// A department sends its part back; the clerk supplements it at the counter's desk; the department decides.
class CorrectionJourney : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void returnedSupplementedAndDecided()
    {
        m_journey.begin();
        DeskDriver &desk = *m_journey.desk;
        const QString number = receive(desk, newbornWithFive(m_journey.documentFolder()));
        const casework::CaseFile pushed = m_journey.atTheHall(number);

        Reviewer reviewer(desk, number);
        reviewer.signIn("NB-01");
        reviewer.open("NB-01");
        reviewer.askForCorrection({{"mother/person.mobile", "号码打不通"}, {"MN07", "看不清，请重新提供"}});
        QCOMPARE(m_journey.atTheHall(number).subCases.at("NB-01").correction.size(), std::size_t(2));

        CaseDrawing drawing(desk, number);
        drawing.signIn();
        drawing.open();
        drawing.choose("NB-01", SubCaseState::Correction);
        drawing.beginSupplement();
        drawing.write("mother/person.mobile", QStringLiteral("13800000099"));
        drawing.attach("MN07", document(QStringLiteral("清楚的.pdf")));
        drawing.sendSupplement();
        drawing.choose("NB-01", SubCaseState::Supplemented);

        // What was asked for has changed, and nothing else.
        const casework::CaseFile supplemented = m_journey.atTheHall(number);
        Json expected = pushed.values;
        expected["mother/person.mobile"] = "13800000099";
        expected["MN07"] = supplemented.values["MN07"];
        QCOMPARE(supplemented.values, expected);
        QVERIFY(supplemented.values["MN07"] != pushed.values["MN07"]);
        QCOMPARE(supplemented.values["MN07"][0]["name"], Json("清楚的.pdf"));

        reviewer.signIn("NB-01");
        reviewer.open("NB-01");
        const auto *shown = desk.window()->findChild<desk::PartView *>()->valueLabel("mother/person.mobile");
        QCOMPARE(shown->text(), QStringLiteral("13800000099"));
        reviewer.markPoints();
        reviewer.enterOutputs(outputsOf("NB-01", m_journey.clock));
        reviewer.approve();
        const casework::CaseFile decided = m_journey.atTheHall(number);
        QVERIFY(decided.subCases.at("NB-01").state == SubCaseState::Approved);
        QVERIFY(
            decided.subCases.at("NB-03").state == SubCaseState::Received); // it waited for the certificate
    }

    void cleanupTestCase() { QCOMPARE(m_journey.leaks(), QStringList()); }

private:
    QString document(const QString &name) const
    {
        const QString path = m_journey.documentFolder() + QLatin1Char('/') + name;
        QFile file(path);
        if (file.open(QIODevice::WriteOnly))
            file.write(support::pdfOf(name, 1));
        return path;
    }

    Journey m_journey;
};

QTEST_MAIN(CorrectionJourney)
#include "tst_correction.moc"
