#include "journeys/tour/handoverstory.h"

#include "desk/common/banner.h"
#include "desk/counter/counterworkspace.h"
#include "desk/counter/documents/documentspage.h"
#include "desk/counter/documents/materiallist.h"
#include "desk/counter/find/findpage.h"
#include "desk/counter/handover/givedialog.h"
#include "journeys/tour/hall.h"
#include "support/sampledocuments.h"
#include "support/testgateway.h"

#include <QAbstractButton>
#include <QDir>
#include <QFile>
#include <QLineEdit>
#include <QTabBar>

#include <algorithm>

namespace quanke::journeys {

namespace {

const QString giver = QStringLiteral("wangxm");
const QString taker = QStringLiteral("liqh");
/// Nobody listens there.
const QUrl villageLink(QStringLiteral("http://127.0.0.1:9"));

/// The steps of CounterStory.
enum Part { Find, Tailor, Fill, HandIn, Check, Push };

desk::CaseSession &sessionOf(DeskDriver &desk)
{
    return desk.window()->findChild<desk::CounterWorkspace *>()->session();
}

} // namespace

HandoverStory::HandoverStory(StorySetup setup, const Clock &clock)
    : m_setup(std::move(setup))
    , m_clock(clock)
{
}

DeskDriver::Setup HandoverStory::deskAt(const QUrl &gateway, const QTemporaryDir &folder) const
{
    return {gateway, folder.path(), m_setup.language, m_setup.appearance};
}

void HandoverStory::giveInTheVillage()
{
    {
        DeskDriver desk(deskAt(m_setup.gateway, m_village), m_clock);
        desk.signIn(giver, test::TestGateway::password());
    }
    DeskDriver desk(deskAt(villageLink, m_village), m_clock);
    desk.signIn(giver, test::TestGateway::password());
    CounterStory story(desk, newbornWithFive(m_setup.documentFolder));
    for (const Part part : {Find, Tailor, Fill, HandIn})
        story.steps()[part].act();
    give(desk);
    desk.click("draftButton");
    desk.find("takeBackButton");
    desk.waitFor(QStringLiteral("how it was handed over"),
        [&] { return desk.visible<desk::Banner>("goneBanner") != nullptr; });
    m_setup.picture(desk, QStringLiteral("27-handed-over"));
    desk.click("goneCloseButton");
}

void HandoverStory::give(DeskDriver &desk)
{
    desk.click("handOverCaseButton");
    auto *dialog = desk.find<desk::GiveDialog>("giveDialog");
    m_password = desk.find<QLineEdit>("givePasswordLineEdit")->text();
    m_setup.picture(desk, QStringLiteral("25-hand-over"));
    bringOneMorePaper(desk); // which is still being checked
    dialog->writeTo(file()); // as the place's dialog does
    desk.waitFor(QStringLiteral("the file"), [&] { return !sessionOf(desk).isOpen(); });
    m_setup.picture(desk, QStringLiteral("26-file-written"));
    desk.click("giveWriteButton");
}

void HandoverStory::bringOneMorePaper(DeskDriver &desk)
{
    const QString path = QDir(m_setup.documentFolder).filePath(QStringLiteral("one more.pdf"));
    QFile paper(path);
    if (!paper.open(QIODevice::WriteOnly) || paper.write(support::pdfOf(QStringLiteral("one more"), 1)) <= 0)
        throw StepFailed("the paper cannot be written");
    paper.close();
    const auto rows = desk.find<desk::MaterialList>("materialListView")->rows();
    const auto with =
        std::ranges::find_if(rows, [&](const desk::MaterialRow &row) { return papersOf(desk, row.id) == 1; });
    if (with == rows.end())
        throw StepFailed("no material has a paper");
    m_material = with->id;
    desk.window()->findChild<desk::DocumentsPage *>()->intake().add(m_material, {path});
}

std::size_t HandoverStory::papersOf(DeskDriver &desk, const std::string &material)
{
    return sessionOf(desk).form().value(material).size();
}

void HandoverStory::bringInAtTheHall()
{
    DeskDriver desk(deskAt(m_setup.gateway, m_hall), m_clock);
    desk.signIn(taker, test::TestGateway::password());
    desk.find("bringInCaseButton");
    desk.window()->findChild<desk::FindPage *>()->bringIn(file()); // as the file's dialog does
    auto *password = desk.find<QLineEdit>("bringInPasswordLineEdit");
    desk.type(password, QStringLiteral("not the one"));
    desk.click("bringInConfirmButton");
    desk.waitFor(QStringLiteral("a word about the password"), [&] { return password->isEnabled(); });
    desk.find<desk::Banner>("bringInOutcomeBanner");
    m_setup.picture(desk, QStringLiteral("28-bring-in"));
    password->clear();
    desk.type(password, QString(m_password).remove(QLatin1Char(' ')));
    desk.click("bringInConfirmButton");
    desk.waitFor(QStringLiteral("the case"), [&] { return sessionOf(desk).isOpen(); });
    if (sessionOf(desk).step() != desk::Step::Documents)
        throw StepFailed("it does not stand where it was left");
    if (sessionOf(desk).materialCounts().missing > 0)
        throw StepFailed("documents are missing");
    if (papersOf(desk, m_material) != 2)
        throw StepFailed("the paper that came last is missing");
    m_setup.picture(desk, QStringLiteral("29-brought-in"));
}

void HandoverStory::push(DeskDriver &desk)
{
    CounterStory story(desk, newbornWithFive(m_setup.documentFolder));
    for (const Part part : {Check, Push})
        story.steps()[part].act();
    m_number = story.number();
    desk.deliver();
}

void HandoverStory::pushAtTheHall()
{
    DeskDriver desk(deskAt(m_setup.gateway, m_hall), m_clock);
    desk.signIn(taker, test::TestGateway::password());
    desk.click("draftButton");
    desk.waitFor(QStringLiteral("the case"), [&] { return sessionOf(desk).isOpen(); });
    push(desk);
}

void HandoverStory::takeBackAndPush()
{
    DeskDriver desk(deskAt(m_setup.gateway, m_village), m_clock);
    desk.signIn(giver, test::TestGateway::password());
    desk.click("draftButton");
    desk.click("takeBackButton");
    desk.click("takeBackConfirmButton");
    desk.waitFor(QStringLiteral("the case"), [&] { return sessionOf(desk).isOpen(); });
    auto *tabs = desk.find<QTabBar>("stepTabBar");
    tabs->setCurrentIndex(Fill);
    Q_EMIT tabs->tabBarClicked(Fill);
    if (!desk.fillField("mother/person.mobile", "13800000022"))
        throw StepFailed("the field cannot be changed");
    push(desk);
}

} // namespace quanke::journeys
