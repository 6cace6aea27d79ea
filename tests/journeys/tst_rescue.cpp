#include "desk/common/deskcontext.h"
#include "journeys/tour/journey.h"
#include "journeys/tour/rescuestory.h"
#include "support/await.h"
#include "support/smalldisk.h"
#include "vault/vault.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace quanke;
using namespace quanke::journeys;

/// The desk's disk goes wrong: what was pushed reaches the gateway, what was typed is kept once there is room.
class RescueJourney : public QObject {
    Q_OBJECT
public:
    explicit RescueJourney(bool mayMount)
        : m_mayMount(mayMount)
    {
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_journey.gateway.start(), m_journey.gateway.log().constData()); }

    void aCaseOfADamagedStoreReachesTheGateway()
    {
        RescueStory story(m_journey.storySetup(), m_journey.clock);
        story.receiveWithNoLink();
        story.damageTheStore();
        story.rescue();
        const casework::CaseFile file = m_journey.atTheHall(story.number()); // one, with all its papers
        QCOMPARE(file.subCases.size(), std::size_t(5));
    }

    void whatHasArrivedIsOfferedNoLonger()
    {
        RescueStory story(m_journey.storySetup(), m_journey.clock);
        story.receiveWithNoLink();
        story.damageTheStore();
        story.rescueOutOfTheSettings();
        QCOMPARE(m_journey.atTheHall(story.number()).subCases.size(), std::size_t(5));
    }

    void whatIsOnlyReceivedIsOfferedUntilItIsDurable()
    {
        const QTemporaryDir medium;
        const QString stick = medium.filePath(QStringLiteral("stick")); // which is not in yet
        Journey journey;
        journey.gateway.keepSecondCopyIn(stick);
        QVERIFY2(journey.gateway.start(), journey.gateway.log().constData());
        RescueStory story(journey.storySetup(), journey.clock);
        story.receiveWithNoLink();
        story.damageTheStore();
        story.sendBeforeTheBackup();
        QVERIFY(QDir().mkpath(stick));
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(stick + QStringLiteral("/gateway.db")), test::patience);
        story.rescue();
        QCOMPARE(journey.atTheHall(story.number()).subCases.size(), std::size_t(5));
    }

    void whatIsLostIsShownOnce()
    {
        RescueStory story(m_journey.storySetup(), m_journey.clock);
        story.receiveWithNoLink();
        story.damageTheStore();
        story.damageTheCopy();
        story.seeWhatIsLost();
    }

    void aStickIsBroughtInAtAnotherDesk()
    {
        const QTemporaryDir stick;
        RescueStory story(m_journey.storySetup(), m_journey.clock);
        story.receiveWithNoLink(stick.path());
        story.bringIn(stick.path());
        QCOMPARE(m_journey.atTheHall(story.number()).subCases.size(), std::size_t(5));
    }

    void whatIsTypedOnAFullDiskIsKeptOnceThereIsRoom()
    {
        const QTemporaryDir folder;
        if (!m_mayMount) {
            qInfo("Not tried: a disk of its own needs root or user namespaces.");
            return;
        }
        QVERIFY(test::SmallDisk::mount(folder.path(), 8));
        RescueStory story(m_journey.storySetup(), m_journey.clock);
        story.fillUpTheDisk(folder.path());
        DeskDriver desk({m_journey.gateway.url(), folder.path(), Language::Chinese, {}}, m_journey.clock);
        desk.signIn(QStringLiteral("wangxm"), test::TestGateway::password());
        vault::Vault &vault = desk.desk().context().vault;
        const auto drafts = test::awaited(vault.drafts());
        QVERIFY(drafts && drafts->size() == 1);
        const auto draft = test::awaited(vault.draft(drafts->front().caseId));
        QVERIFY(bool(draft));
        const Json values = newbornWithFive({}).values;
        for (const char *key : {"mother/person.name", "newborn/person.name"})
            QVERIFY2(draft->values[key] == values[key], key);
    }

    void cleanupTestCase() { QCOMPARE(m_journey.leaks(), QStringList()); }

private:
    bool m_mayMount;
    Journey m_journey;
};

int main(int argc, char **argv)
{
    const bool mayMount = test::enterOwnMounts(); // before there are threads
    QApplication application(argc, argv);
    RescueJourney rescueJourney(mayMount);
    return QTest::qExec(&rescueJourney, argc, argv);
}
#include "tst_rescue.moc"
