#include "journeys/tour/twodesks.h"

#include "journeys/tour/hall.h"
#include "journeys/tour/reviewer.h"
#include "support/testgateway.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include <utility>

namespace quanke::journeys {

namespace {

const std::string matter = "NB-01";
const std::string mobile = "mother/person.mobile";
const QString secondWindow = QStringLiteral("综合窗口 2 号");

} // namespace

TwoDesks::TwoDesks(DeskDriver &first, const Clock &clock, Setup setup)
    : m_first(first)
    , m_clock(clock)
    , m_setup(std::move(setup))
{
}

TwoDesks::~TwoDesks() = default;

std::vector<StoryStep> TwoDesks::steps()
{
    add(QStringLiteral("receive"), [this] { m_number = receive(m_first, m_setup.received); });
    add(QStringLiteral("correction"), [this] { askForCorrection(); });
    add(QStringLiteral("second begins"), [this] { beginAtTheSecond(); });
    add(
        QStringLiteral("first begins"), [this] { beginAtTheFirst(); }, QStringLiteral("18-lease"));
    add(QStringLiteral("first sends"), [this] { takeOverAndSend(); });
    add(QStringLiteral("second sends"), [this] { sendAtTheSecond(); });
    add(
        QStringLiteral("compare"), [this] { compare(); }, QStringLiteral("19-conflict"));
    add(QStringLiteral("choose"), [this] { chooseTheLateOne(); });
    add(
        QStringLiteral("to window 2"), [this] { beginToHandOver(); }, QStringLiteral("20-hand-over"));
    add(QStringLiteral("hand over"), [this] { handOver(); });
    return std::move(m_steps);
}

void TwoDesks::add(const QString &name, std::function<void()> act, const QString &picture)
{
    m_steps.push_back({name, std::move(act), picture});
}

void TwoDesks::askForCorrection()
{
    Reviewer reviewer(m_first, m_number);
    reviewer.signIn(matter);
    reviewer.open(matter);
    reviewer.askForCorrection({{mobile, "号码打不通"}});
}

void TwoDesks::beginAtTheSecond()
{
    m_second = std::make_unique<DeskDriver>(m_setup.second, m_clock);
    m_second->find<QComboBox>("windowComboBox")->setCurrentText(secondWindow);
    CaseDrawing drawing(*m_second, m_number);
    drawing.signIn(QStringLiteral("liqh"));
    m_second->openWorkspace(2);
    m_second->click("hallCasesButton");
    drawing.open();
    drawing.choose(matter, casework::SubCaseState::Correction);
    drawing.beginSupplement();
    drawing.write(mobile, QStringLiteral("13800000022"));
    m_second->waitFor(QStringLiteral("the second desk works on it"), [this] {
        const auto files = casesAtTheHall(m_setup.second.gateway, m_number);
        return files.size() == 1 && files.front().lease.has_value();
    });
}

void TwoDesks::beginAtTheFirst()
{
    m_first.comeToTheFront();
    CaseDrawing drawing(m_first, m_number);
    drawing.signIn();
    drawing.open();
    drawing.choose(matter, casework::SubCaseState::Correction);
    drawing.beginSupplement();
    m_first.find<QWidget>("leaseBanner");
    drawing.write(mobile, QStringLiteral("13800000011"));
}

void TwoDesks::takeOverAndSend()
{
    m_first.click("takeOverButton");
    CaseDrawing(m_first, m_number).sendSupplement();
}

void TwoDesks::sendAtTheSecond()
{
    m_second->comeToTheFront();
    CaseDrawing(*m_second, m_number).sendSupplement();
    m_second->find<QPushButton>("compareVersionsButton"); // it hears of it
}

void TwoDesks::compare()
{
    m_first.comeToTheFront();
    CaseDrawing drawing(m_first, m_number);
    drawing.signIn(QStringLiteral("zhoums"));
    drawing.open();
    m_first.click("compareVersionsButton");
    m_first.type(m_first.find<QLineEdit>("conflictReasonLineEdit"), QStringLiteral("已打后一个号码核实"));
}

void TwoDesks::chooseTheLateOne()
{
    m_first.click("takeLateButton");
    m_first.deliver();
}

void TwoDesks::beginToHandOver()
{
    m_first.click("handOverButton");
    auto *windows = m_first.find<QComboBox>("handOverComboBox");
    m_first.waitFor(QStringLiteral("the windows of the hall"),
        [windows] { return windows->findText(secondWindow) >= 0; });
    windows->setCurrentText(secondWindow);
    m_first.type(m_first.find<QLineEdit>("handOverReasonLineEdit"), QStringLiteral("下班交接"));
}

void TwoDesks::handOver()
{
    m_first.click("handOverConfirmButton");
    m_first.deliver();
    // There it is among the window's own.
    m_second->comeToTheFront();
    m_second->click("windowCasesButton");
    m_second->choose("caseSearchLineEdit", "casesListView", m_number);
}

} // namespace quanke::journeys
