#include "desk/common/deskcontext.h"
#include "desk/common/statuslight.h"
#include "journeys/tour/journey.h"
#include "link/linkmonitor.h"
#include "support/await.h"
#include "vault/vault.h"

#include <QDir>
#include <QLabel>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <filesystem>

using namespace quanke;
using namespace quanke::journeys;

/// The hall's disk dies, and what it had received is brought again from its backup and from the desk.
class BackupJourney : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theHallsDiskDiesBetweenTwoBackups()
    {
        m_journey.gateway.keepSecondCopyIn(stick()); // which is not in yet
        m_journey.begin();
        desk().signIn(QStringLiteral("wangxm"), test::TestGateway::password());
        const QString first = push();
        QVERIFY(count().received > 0);
        QCOMPARE(count().waiting, 0); // it is pushed, and its number is good
        see(first, QStringLiteral("Received by the hall, its backup is still to come"));

        QVERIFY(QDir().mkpath(stick()));
        waitUntilReceived(0);
        see({}, QStringLiteral("Stored at the hall"));

        // From here on there are no backups.
        QVERIFY(QDir().rename(stick(), pulledOut()));
        desk().click("nextApplicantButton");
        const QString second = push();
        const int received = count().received;
        QVERIFY(received > 0);
        QCOMPARE(m_journey.atTheHall(second).subCases.size(), std::size_t(5));

        m_journey.gateway.kill();
        const auto takenBefore = taken();
        putBack();
        QVERIFY(m_journey.gateway.start()); // nobody says that it was put back
        QVERIFY(QDir().rename(pulledOut(), stick()));
        desk().waitFor(QStringLiteral("what the copy lacks"), [&] {
            askNow();
            return taken() > takenBefore;
        });
        desk().deliver();
        waitUntilReceived(0);
        QCOMPARE(count().waiting, 0);
        for (const QString &number : {first, second}) {
            const auto file = m_journey.atTheHall(number);
            QCOMPARE(file.subCases.size(), std::size_t(5));
            QCOMPARE(std::count_if(file.history.begin(), file.history.end(),
                         [](const auto &operation) { return operation.kind == "case.submit"; }),
                1);
        }
    }

    void cleanupTestCase() { QCOMPARE(m_journey.leaks(), QStringList()); }

private:
    DeskDriver &desk() { return *m_journey.desk; }
    QString stick() const { return m_medium.filePath(QStringLiteral("stick")); }
    QString pulledOut() const { return m_medium.filePath(QStringLiteral("pulled-out")); }

    /// A case, until the hall has it; its number.
    QString push()
    {
        CounterStory story(desk(), newbornWithFive(m_journey.documentFolder()));
        for (const StoryStep &step : story.steps())
            step.act();
        desk().deliver();
        return story.number();
    }
    /// Operations that were new to the hall, over all its starts.
    qsizetype taken() const { return m_journey.gateway.log().count("PUT /v1/ops/{id} 201"); }
    vault::OutboxCount count() { return *test::awaited(desk().desk().context().vault.outboxCount()); }
    void askNow() { desk().desk().context().monitor.askNow(); }
    void waitUntilReceived(int wanted)
    {
        desk().waitFor(QStringLiteral("the hall's backup"), [this, wanted] {
            askNow();
            return count().received == wanted;
        });
    }

    /// On the receipt's page; and in the outbox, where that number stands as received, or none does.
    void see(const QString &number, const QString &words)
    {
        desk().waitFor(words, [&] {
            const auto *sending = desk().visible<desk::StatusLight>("sendingStatusLight");
            return sending && sending->words() == words;
        });
        desk().click("linkToolButton");
        desk().waitFor(QStringLiteral("the outbox"), [&] {
            const auto lines = desk().window()->findChildren<QLabel *>(QStringLiteral("receivedLabel"));
            return number.isEmpty() ? lines.isEmpty()
                                    : std::any_of(lines.begin(), lines.end(), [&](const QLabel *line) {
                                          return line->isVisible() && line->text().contains(number);
                                      });
        });
        desk().window()->findChild<QWidget *>(QStringLiteral("outboxPanel"))->hide();
    }

    /// Into an empty folder, as whoever looks after the hall does it.
    void putBack()
    {
        const std::filesystem::path data = m_journey.gateway.dataFolder().toStdString();
        std::filesystem::remove_all(data);
        std::filesystem::copy(pulledOut().toStdString(), data, std::filesystem::copy_options::recursive);
    }

    QTemporaryDir m_medium;
    Journey m_journey;
};

QTEST_MAIN(BackupJourney)
#include "tst_backup.moc"
