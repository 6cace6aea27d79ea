#include "journeys/tour/hotelstory.h"

#include "journeys/tour/hall.h"
#include "support/testgateway.h"

namespace quanke::journeys {

namespace {

using casework::SubCaseState;

/// Of the applicant of the sample values.
const ExitWindow::Collector applicant{QStringLiteral("409900198504200021"), QStringLiteral("13800000012")};

} // namespace

HotelStory::HotelStory(DeskDriver &desk, const Clock &clock, Setup setup)
    : m_desk(desk)
    , m_clock(clock)
    , m_setup(std::move(setup))
    , m_counter(desk, hotelWithThirteen(m_setup.documentFolder))
{
}

std::vector<StoryStep> HotelStory::steps()
{
    m_steps.clear();
    addReceiving();
    addLicence();
    // Stage by stage; the conditional ones last: what they need has been decided by then.
    for (const char *matter : {"HT-02", "HT-05", "HT-06", "HT-07", "HT-08", "HT-09"})
        addDecision(matter);
    addFirstHandOver();
    addLights();
    for (const char *matter : {"HT-04", "HT-10", "HT-11", "HT-12", "HT-13"})
        addDecision(matter);
    addSpecialTradeLicence();
    addSecondHandOver();
    return m_steps;
}

void HotelStory::add(const QString &name, std::function<void()> act, const QString &picture)
{
    m_steps.push_back({name, std::move(act), picture});
}

Reviewer &HotelStory::reviewer()
{
    if (!m_reviewer)
        m_reviewer.emplace(m_desk, number());
    return *m_reviewer;
}

void HotelStory::addReceiving()
{
    add(QStringLiteral("sign in"),
        [this] { m_desk.signIn(QStringLiteral("wangxm"), test::TestGateway::password()); });
    for (const StoryStep &step : m_counter.steps())
        m_steps.push_back(step);
    add(
        QStringLiteral("see the case"),
        [this] {
            m_desk.deliver();
            drawing().open();
            drawing().choose("HT-03", SubCaseState::Waiting);
        },
        QStringLiteral("08-cases"));
}

void HotelStory::addLicence()
{
    add(QStringLiteral("HT-01 sign in"), [this] { reviewer().signIn("HT-01"); });
    add(
        QStringLiteral("HT-01 its part"), [this] { reviewer().open("HT-01"); }, QStringLiteral("09-approve"));
    add(
        QStringLiteral("HT-01 document"), [this] { reviewer().openDocument(); },
        QStringLiteral("10-document"));
    add(QStringLiteral("HT-01 points"), [this] {
        reviewer().closeDocument();
        reviewer().markPoints();
        reviewer().enterOutputs(outputsOf("HT-01", m_clock));
    });
    add(
        QStringLiteral("HT-01 decide"), [this] { reviewer().approve(); }, QStringLiteral("11-decided"));
}

void HotelStory::addDecision(const char *matter)
{
    add(QString::fromLatin1(matter), [this, matter] { reviewer().decide(matter); });
}

void HotelStory::addFirstHandOver()
{
    add(
        QStringLiteral("exit window"),
        [this] {
            exitWindow().signIn();
            exitWindow().open();
            exitWindow().untick(QStringLiteral("HT-09")); // the water company's paper stays for later
        },
        QStringLiteral("12-issue"));
    add(
        QStringLiteral("slip"), [this] { exitWindow().writeCollector(applicant); },
        QStringLiteral("13-slip"));
    add(QStringLiteral("hand over"), [this] {
        if (!m_setup.slip.isEmpty())
            exitWindow().saveSlip(m_setup.slip);
        exitWindow().handOver();
    });
}

void HotelStory::addLights()
{
    add(
        QStringLiteral("the lights"),
        [this] {
            drawing().signIn();
            drawing().open();
            drawing().choose("HT-09", SubCaseState::Approved);
            drawing().choose("HT-01", SubCaseState::Issued);
        },
        QStringLiteral("14-lights"));
}

/// The one that waited longest: accepted first, its points gone through by a person.
void HotelStory::addSpecialTradeLicence()
{
    add(
        QStringLiteral("HT-03 accept"),
        [this] {
            reviewer().signIn("HT-03");
            reviewer().open("HT-03");
            reviewer().acceptIfNeeded();
        },
        QStringLiteral("15-accepted"));
    add(QStringLiteral("HT-03 decide"), [this] {
        reviewer().markPoints();
        reviewer().approve();
    });
}

void HotelStory::addSecondHandOver()
{
    add(
        QStringLiteral("the rest"),
        [this] {
            exitWindow().signIn();
            exitWindow().open();
            exitWindow().writeCollector(applicant);
        },
        QStringLiteral("16-issue-rest"));
    add(QStringLiteral("hand over rest"), [this] { exitWindow().handOver(); });
    add(
        QStringLiteral("all done"),
        [this] {
            drawing().signIn();
            drawing().open();
            drawing().choose("HT-03", SubCaseState::Issued);
        },
        QStringLiteral("17-done"));
}

} // namespace quanke::journeys
