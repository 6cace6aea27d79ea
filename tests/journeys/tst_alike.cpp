#include "desk/common/banner.h"
#include "journeys/tour/casedrawing.h"
#include "journeys/tour/journey.h"

#include <QLabel>
#include <QTest>

using namespace quanke;
using namespace quanke::journeys;

/// The same person comes to two windows with the same matters.
class AlikeJourney : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whoComesToTwoWindowsIsToldAtTheSecond()
    {
        m_journey.begin();
        DeskDriver &desk = *m_journey.desk;
        const auto setup = newbornWithFive(m_journey.documentFolder());
        const QString first = receive(desk, setup);
        desk.signIn(QStringLiteral("liqh"), test::TestGateway::password());
        CounterStory story(desk, setup);
        for (const StoryStep &step : story.steps()) {
            step.act();
            if (step.name == QStringLiteral("check"))
                QVERIFY2(wordsIn(desk.find("alikeBanner")).contains(first), "told before it is pushed");
        }
        desk.deliver(); // nobody refuses it
        QVERIFY(story.number() != first);
        QCOMPARE(m_journey.atTheHall(first).subCases.size(), std::size_t(5));
        QCOMPARE(m_journey.atTheHall(story.number()).subCases.size(), std::size_t(5));
        CaseDrawing drawing(desk, story.number());
        drawing.open();
        drawing.choose("NB-01");
        QWidget *details = desk.find("caseDetailsScrollArea"); // and whoever looks at it later
        desk.waitFor(QStringLiteral("the other case"), [&] { return wordsIn(details).contains(first); });
    }

    void cleanupTestCase() { QCOMPARE(m_journey.leaks(), QStringList()); }

private:
    static QString wordsIn(QWidget *place)
    {
        QString words;
        for (const QLabel *label : place->findChildren<QLabel *>())
            words += label->text() + QLatin1Char('\n');
        return words;
    }

    Journey m_journey;
};

QTEST_MAIN(AlikeJourney)
#include "tst_alike.moc"
