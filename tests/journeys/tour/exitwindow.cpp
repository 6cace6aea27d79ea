#include "journeys/tour/exitwindow.h"

#include "desk/issue/slippreview.h"
#include "support/testgateway.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>

#include <algorithm>

namespace quanke::journeys {

namespace {

const QString tickPrefix = QStringLiteral("result");
const QString tickSuffix = QStringLiteral("CheckBox");

} // namespace

ExitWindow::ExitWindow(DeskDriver &desk, QString caseNumber)
    : m_desk(desk)
    , m_number(std::move(caseNumber))
{
}

void ExitWindow::signIn()
{
    m_desk.signIn(QStringLiteral("zhaoym"), test::TestGateway::password());
}

void ExitWindow::open()
{
    m_desk.openWorkspace(3);
    m_desk.choose("issueSearchLineEdit", "readyListView", m_number);
    m_desk.waitFor(QStringLiteral("the results of ") + m_number, [this] {
        m_desk.answerIfAsked();
        return !ready().isEmpty();
    });
    const auto *slip = m_desk.find<QLabel>("slipPageLabel");
    m_desk.waitFor(QStringLiteral("the slip"), [slip] { return !slip->pixmap(Qt::ReturnByValue).isNull(); });
}

QStringList ExitWindow::results(Which which) const
{
    QStringList matters;
    for (const QCheckBox *box : m_desk.window()->findChildren<QCheckBox *>()) {
        const QString name = box->objectName();
        if (box->isVisible() && name.startsWith(tickPrefix) && (which == Which::All || box->isChecked()))
            matters.append(name.sliced(tickPrefix.size()).chopped(tickSuffix.size()));
    }
    std::sort(matters.begin(), matters.end());
    return matters;
}

QStringList ExitWindow::ready() const
{
    return results(Which::All);
}

QStringList ExitWindow::ticked() const
{
    return results(Which::Ticked);
}

void ExitWindow::untick(const QString &matter)
{
    const QString name = tickPrefix + matter + tickSuffix;
    auto *box = m_desk.find<QCheckBox>(name.toLatin1().constData());
    if (box->isChecked())
        box->click();
}

void ExitWindow::writeCollector(const Collector &collector)
{
    m_desk.type(m_desk.find<QLineEdit>("collectorIdLineEdit"), collector.idNo);
    m_desk.type(m_desk.find<QLineEdit>("collectorMobileLineEdit"), collector.mobile);
    const auto *slip = m_desk.find<QLabel>("slipPageLabel");
    const qint64 before = slip->pixmap(Qt::ReturnByValue).cacheKey();
    auto *seen = m_desk.find<QCheckBox>("idCheckedCheckBox");
    if (!seen->isChecked())
        seen->click();
    m_desk.waitFor(QStringLiteral("the slip with who collects"),
        [&] { return slip->pixmap(Qt::ReturnByValue).cacheKey() != before; });
}

void ExitWindow::saveSlip(const QString &path)
{
    auto *slip = m_desk.find<desk::SlipPreview>("slipPreview");
    QSignalSpy saved(slip, &desk::SlipPreview::saved);
    slip->save(path);
    m_desk.waitFor(path, [&saved] { return !saved.isEmpty(); });
}

void ExitWindow::handOver()
{
    const QStringList handed = ticked();
    m_desk.confirm("handOverButton");
    m_desk.deliver();
    m_desk.waitFor(QStringLiteral("the hand-over on screen"), [&] {
        const QStringList left = ready();
        return std::none_of(
            handed.begin(), handed.end(), [&left](const QString &matter) { return left.contains(matter); });
    });
}

} // namespace quanke::journeys
