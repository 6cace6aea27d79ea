#include "journeys/tour/rescuestory.h"

#include "desk/common/banner.h"
#include "desk/common/deskcontext.h"
#include "desk/shell/rescuepage.h"
#include "journeys/tour/hall.h"
#include "support/await.h"
#include "support/smalldisk.h"
#include "support/testgateway.h"
#include "vault/vault.h"

#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLineEdit>

namespace quanke::journeys {

namespace {

const QString clerk = QStringLiteral("wangxm");
/// Nobody listens there.
const QUrl nowhere(QStringLiteral("http://127.0.0.1:9"));

} // namespace

RescueStory::RescueStory(StorySetup setup, const Clock &clock)
    : m_setup(std::move(setup))
    , m_clock(clock)
{
}

DeskDriver::Setup RescueStory::deskAt(const QUrl &gateway, const QString &folder) const
{
    return {gateway, folder, m_setup.language, m_setup.appearance};
}

void RescueStory::receiveWithNoLink(const QString &stick)
{
    {
        DeskDriver desk(deskAt(m_setup.gateway, m_folder.path()), m_clock);
        desk.signIn(clerk, test::TestGateway::password());
    }
    DeskDriver desk(deskAt(nowhere, m_folder.path()), m_clock);
    desk.signIn(clerk, test::TestGateway::password());
    if (!stick.isEmpty() && !test::awaited(desk.desk().context().vault.setMirror(stick)))
        throw StepFailed("the stick is not taken");
    CounterStory story(desk, newbornWithFive(m_setup.documentFolder));
    for (const StoryStep &step : story.steps())
        step.act();
    m_number = story.number();
    if (!stick.isEmpty()) {
        desk.openWorkspace(7);
        auto *copies = desk.find<QLabel>("copiesLabel");
        desk.waitFor(QStringLiteral("how the copies stand"), [&] { return copies->text().contains(stick); });
        m_setup.picture(desk, QStringLiteral("23-second-copy"));
    }
}

void RescueStory::damageTheStore()
{
    QFile file(m_folder.filePath(QStringLiteral("vault/vault.db")));
    if (!file.open(QIODevice::ReadWrite))
        throw StepFailed("there is no store to damage");
    constexpr qint64 page = 4096;
    for (qint64 at = page; at < file.size(); at += page) {
        file.seek(at);
        file.write(QByteArray(64, '\xff'));
    }
}

void RescueStory::rescue()
{
    DeskDriver desk(deskAt(m_setup.gateway, m_folder.path()), m_clock);
    desk.find("rescuePage");
    m_setup.picture(desk, QStringLiteral("20-rescue"));
    desk.click("rescueGoOnButton");
    desk.signIn(clerk, test::TestGateway::password());
    desk.click("rescueSendButton");
    auto *outcome = desk.find<desk::Banner>("rescueOutcomeBanner");
    auto *send = desk.window()->findChild<QWidget *>(QStringLiteral("rescueSendButton"));
    desk.waitFor(QStringLiteral("all of it at the gateway"), [send] { return !send->isVisible(); });
    m_setup.picture(desk, QStringLiteral("21-rescued"));
    if (outcome->title().isEmpty())
        throw StepFailed("nobody says how it went");
    desk.click("rescueGoOnButton");
    desk.find<QLineEdit>("searchLineEdit"); // and the work goes on
}

void RescueStory::sendBeforeTheBackup()
{
    DeskDriver desk(deskAt(m_setup.gateway, m_folder.path()), m_clock);
    desk.find("rescuePage");
    desk.click("rescueGoOnButton");
    desk.signIn(clerk, test::TestGateway::password());
    auto *send = desk.find("rescueSendButton");
    desk.click("rescueSendButton");
    desk.waitFor(QStringLiteral("what could be sent"), [send] { return send->isEnabled(); });
    m_setup.picture(desk, QStringLiteral("27-received"));
    if (!send->isVisible())
        throw StepFailed("what is not in the second copy yet is offered no more");
    desk.click("rescueGoOnButton");
    desk.find<QLineEdit>("searchLineEdit");
}

void RescueStory::rescueOutOfTheSettings()
{
    DeskDriver desk(deskAt(m_setup.gateway, m_folder.path()), m_clock);
    desk.find("rescuePage");
    desk.click("rescueGoOnButton");
    desk.signIn(clerk, test::TestGateway::password());
    desk.find("rescueSendButton");
    desk.click("rescueGoOnButton"); // somebody waits at the window
    desk.find<QLineEdit>("searchLineEdit");
    desk.openWorkspace(7);
    desk.click("asideButton");
    desk.click("rescueSendButton");
    auto *send = desk.window()->findChild<QWidget *>(QStringLiteral("rescueSendButton"));
    desk.waitFor(QStringLiteral("all of it at the gateway"), [send] { return !send->isVisible(); });
    desk.click("rescueGoOnButton");
    desk.find("signOutButton");
    desk.waitFor(QStringLiteral("settings that offer it no longer"),
        [&desk] { return desk.visible("asideButton") == nullptr; });
}

void RescueStory::damageTheCopy()
{
    const QDir spool(m_folder.filePath(QStringLiteral("vault/spool")));
    for (const QString &name : spool.entryList(QDir::Files)) {
        QFile file(spool.filePath(name));
        if (!file.open(QIODevice::ReadWrite) || !file.seek(file.size() - 20) || file.write("altered") != 7)
            throw StepFailed("there is no copy to damage");
    }
}

void RescueStory::seeWhatIsLost()
{
    {
        DeskDriver desk(deskAt(m_setup.gateway, m_folder.path()), m_clock);
        desk.find("rescuePage");
        desk.click("rescueGoOnButton");
        desk.signIn(clerk, test::TestGateway::password());
        auto *send = desk.find("rescueSendButton");
        desk.click("rescueSendButton");
        desk.waitFor(QStringLiteral("what could be sent"), [send] { return send->isEnabled(); });
        m_setup.picture(desk, QStringLiteral("25-copy-damaged"));
        desk.click("rescueGoOnButton");
        desk.find<QLineEdit>("searchLineEdit");
    }
    DeskDriver desk(deskAt(m_setup.gateway, m_folder.path()), m_clock);
    desk.signIn(clerk, test::TestGateway::password());
    desk.openWorkspace(7);
    desk.find("asideButton");
    m_setup.picture(desk, QStringLiteral("26-put-aside"));
    desk.click("asideButton");
    desk.find("rescuePage");
    desk.click("rescueGoOnButton");
    desk.find("asideButton");
}

void RescueStory::bringIn(const QString &stick)
{
    DeskDriver desk(deskAt(m_setup.gateway, {}), m_clock);
    desk.signIn(clerk, test::TestGateway::password());
    desk.openWorkspace(7);
    desk.find("bringInButton");
    desk.window()->findChild<desk::RescuePage *>()->bringIn(stick); // as the folder's dialog does
    auto *goOn = desk.find("rescueGoOnButton");
    auto *send = desk.window()->findChild<QWidget *>(QStringLiteral("rescueSendButton"));
    desk.waitFor(QStringLiteral("all of it at the gateway"), [send] { return !send->isVisible(); });
    m_setup.picture(desk, QStringLiteral("24-brought-in"));
    desk.click("rescueGoOnButton");
    desk.waitFor(QStringLiteral("the settings again"), [goOn] { return !goOn->isVisible(); });
}

void RescueStory::fillUpTheDisk(const QString &dataFolder)
{
    const auto values = newbornWithFive(m_setup.documentFolder);
    {
        DeskDriver desk(deskAt(m_setup.gateway, dataFolder), m_clock);
        desk.signIn(clerk, test::TestGateway::password());
        CounterStory story(desk, values);
        story.find();
        story.tailor();
        desk.click("fillButton");
        test::SmallDisk::fill(dataFolder);
        int count = 0;
        for (const auto &[key, value] : values.values.items())
            count += desk.fillField(key, value) ? 1 : 0;
        auto *banner = desk.find<desk::Banner>("storeBanner");
        m_setup.picture(desk, QStringLiteral("22-disk-full"));
        test::SmallDisk::makeRoom(dataFolder);
        desk.waitFor(QStringLiteral("room"), [banner] { return !banner->isVisible(); }); // by itself
        if (count == 0)
            throw StepFailed("no field was filled in");
    }
}

} // namespace quanke::journeys
