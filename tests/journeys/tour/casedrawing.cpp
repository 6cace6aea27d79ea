#include "journeys/tour/casedrawing.h"

#include "desk/casepart/standing.h"
#include "desk/cases/flowview.h"
#include "desk/fields/fieldrow.h"
#include "desk/viewer/documentattachment.h"
#include "support/testgateway.h"

#include <QLabel>
#include <QLineEdit>
#include <QTest>

#include <algorithm>

namespace quanke::journeys {

CaseDrawing::CaseDrawing(DeskDriver &desk, QString caseNumber)
    : m_desk(desk)
    , m_number(std::move(caseNumber))
{
}

void CaseDrawing::signIn(const QString &clerk)
{
    m_desk.signIn(clerk, test::TestGateway::password());
}

void CaseDrawing::open()
{
    m_desk.openWorkspace(2);
    m_desk.choose("caseSearchLineEdit", "casesListView", m_number);
    const auto *shown = m_desk.find<QLabel>("caseNumberLabel");
    m_desk.waitFor(m_number, [&] {
        m_desk.answerIfAsked();
        return m_desk.visible("caseFlowView") && shown->text().startsWith(m_number);
    });
}

void CaseDrawing::choose(const std::string &matter)
{
    auto *sheet = m_desk.find<desk::FlowView>("caseFlowView")->findChild<desk::FlowSheet *>();
    QTest::mouseClick(sheet, Qt::LeftButton, Qt::NoModifier, sheet->placeOf(matter).center());
    m_desk.waitFor(QString::fromStdString(matter), [&] { return sheet->picture().selected == matter; });
}

void CaseDrawing::choose(const std::string &matter, casework::SubCaseState state)
{
    choose(matter);
    const QString words = desk::Standings(m_desk.desk().context()).nameOf(state);
    m_desk.waitFor(QString::fromStdString(matter) + QLatin1Char(' ') + words, [&] {
        const auto labels = m_desk.find<QWidget>("caseDetails")->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(),
            [&words](const QLabel *label) { return label->isVisible() && label->text() == words; });
    });
}

QString CaseDrawing::wordsOf(const std::string &matter)
{
    const auto *sheet = m_desk.find<desk::FlowView>("caseFlowView")->findChild<desk::FlowSheet *>();
    return sheet->picture().boxes.at(matter).state;
}

void CaseDrawing::beginSupplement()
{
    m_desk.click("supplementButton");
    m_desk.find<QWidget>("supplementForm");
}

void CaseDrawing::write(const std::string &key, const QString &value)
{
    const auto rows = m_desk.find<QWidget>("supplementForm")->findChildren<desk::FieldRow *>();
    const auto row = std::find_if(
        rows.begin(), rows.end(), [&key](const desk::FieldRow *each) { return each->key() == key; });
    if (row == rows.end())
        throw StepFailed("the supplement does not ask for " + key);
    m_desk.type((*row)->editor()->focusTarget(), value);
    m_desk.press(Qt::Key_Tab);
}

void CaseDrawing::attach(const std::string &material, const QString &path)
{
    const std::string name = material + "Attachment";
    auto *files = m_desk.find<desk::DocumentAttachment>(name.c_str());
    files->attach(path); // as the file dialog does, which is the system's
    m_desk.waitFor(path, [files] { return !files->references().empty(); });
}

void CaseDrawing::sendSupplement()
{
    m_desk.click("sendSupplementButton");
    m_desk.deliver();
    m_desk.find<desk::FlowView>("caseFlowView");
}

} // namespace quanke::journeys
