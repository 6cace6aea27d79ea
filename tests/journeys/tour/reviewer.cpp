#include "journeys/tour/reviewer.h"

#include "core/catalogue/catalogue.h"
#include "desk/common/deskcontext.h"
#include "support/testgateway.h"

#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QTest>

namespace quanke::journeys {

namespace {

QString fromText(const std::string &text)
{
    return QString::fromStdString(text);
}

bool hasPictures(const QListView &shelf)
{
    for (int row = 0; row < shelf.model()->rowCount(); ++row) {
        if (shelf.model()->index(row, 0).data(Qt::DecorationRole).value<QImage>().isNull())
            return false;
    }
    return true;
}

} // namespace

Reviewer::Reviewer(DeskDriver &desk, QString caseNumber)
    : m_desk(desk)
    , m_number(std::move(caseNumber))
{
}

void Reviewer::signIn(const std::string &matter)
{
    const auto *definition = m_desk.desk().context().catalogue->matter(matter);
    m_desk.signIn(QStringLiteral("sp-") + fromText(definition->department), test::TestGateway::password());
}

void Reviewer::open(const std::string &matter)
{
    m_matter = m_desk.desk().context().catalogue->matter(matter);
    m_desk.choose("workSearchLineEdit", "workListView", m_number + QLatin1Char(' ') + fromText(m_matter->id));
    const auto *shown = m_desk.window()->findChild<QLabel *>(QStringLiteral("partNumberLabel"));
    const QString wanted = QStringLiteral("%1 / %2").arg(m_number, fromText(matter));
    m_desk.waitFor(wanted, [&] {
        m_desk.answerIfAsked();
        return shown->isVisible() && shown->text() == wanted;
    });
    const auto *shelf = m_desk.find<QListView>("documentsListView");
    m_desk.waitFor(QStringLiteral("the small pictures"), [shelf] { return hasPictures(*shelf); });
}

void Reviewer::openDocument()
{
    auto *shelf = m_desk.find<QListView>("documentsListView");
    shelf->setFocus();
    shelf->setCurrentIndex(shelf->model()->index(0, 0));
    m_desk.press(Qt::Key_Return);
    m_desk.waitForPage();
}

void Reviewer::closeDocument()
{
    m_desk.press(Qt::Key_Escape);
    m_desk.find<QListView>("documentsListView");
}

void Reviewer::acceptIfNeeded()
{
    if (!m_desk.visible<QRadioButton>("acceptRadioButton"))
        return;
    sign("acceptRadioButton");
}

void Reviewer::markPoints()
{
    for (const catalogue::ReviewPoint &point : m_matter->reviewPoints) {
        if (point.machine)
            continue;
        m_desk.find<QWidget>(QStringLiteral("point%1Widget").arg(fromText(point.id)).toLatin1().constData())
            ->setFocus();
        m_desk.press(Qt::Key_Y);
    }
}

void Reviewer::enterOutputs(const Json &outputs)
{
    for (const auto &[key, value] : outputs.items()) {
        const QString name = QStringLiteral("output-%1-LineEdit")
                                 .arg(fromText(key).replace(QLatin1Char('/'), QLatin1Char('-')));
        m_desk.type(m_desk.find<QLineEdit>(name.toLatin1().constData()), fromText(value.get<std::string>()));
    }
}

void Reviewer::approve()
{
    sign("approveRadioButton");
}

void Reviewer::askForCorrection(const std::vector<casework::CorrectionItem> &items)
{
    m_desk.press(Qt::Key_F9);
    auto *keys = m_desk.find<QComboBox>("correctionKeyComboBox");
    for (const casework::CorrectionItem &item : items) {
        keys->setCurrentIndex(keys->findData(fromText(item.key)));
        m_desk.click("addCorrectionButton"); // the reason's field has the caret now
        m_desk.type(QApplication::focusWidget(), fromText(item.reason));
    }
    sign("correctRadioButton");
}

void Reviewer::refuse(const QString &reason)
{
    m_desk.click("refuseRadioButton");
    m_desk.type(m_desk.find<QPlainTextEdit>("reasonPlainTextEdit"), reason);
    sign("refuseRadioButton");
}

void Reviewer::decide(const std::string &matter, const Json &outputs)
{
    signIn(matter);
    open(matter);
    acceptIfNeeded();
    markPoints();
    enterOutputs(outputs);
    approve();
}

void Reviewer::sign(const char *decision)
{
    m_desk.click(decision);
    m_desk.confirm("decideButton");
    m_desk.deliver();
    m_desk.waitFor(
        QStringLiteral("the decision on screen"), [&] { return !m_desk.visible<QRadioButton>(decision); });
}

} // namespace quanke::journeys
