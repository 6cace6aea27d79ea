#include "desk/look/appearance.h"
#include "desk/shell/mainwindow.h"
#include "desk/shell/translations.h"
#include "desk/support/workdesk.h"
#include "desk/workspaces.h"
#include "support/await.h"

#include <QApplication>
#include <QComboBox>
#include <QFile>
#include <QLineEdit>
#include <QTest>
#include <QToolButton>

#include <algorithm>
#include <memory>

using namespace quanke;
using namespace quanke::desk;
using quanke::test::WorkDesk;

namespace {

const QString begin = QStringLiteral("<!-- roles: begin -->\n");
const QString end = QStringLiteral("<!-- roles: end -->");

bool opensTo(const WorkspaceEntry &entry, casework::Role role)
{
    return std::ranges::any_of(
        entry.duties, [role](casework::Duty duty) { return casework::mayDo(role, duty); });
}

QString named(std::string_view name)
{
    return QString::fromUtf8(name.data(), qsizetype(name.size()));
}

/// The line of README.md that says what somebody with this role may do, and finds on the rail.
QString lineOf(casework::Role role, const std::vector<WorkspaceEntry> &workspaces)
{
    QStringList duties;
    for (const auto duty : casework::allDuties()) {
        if (casework::mayDo(role, duty))
            duties << named(nameOf(duty));
    }
    QStringList rail;
    for (const auto &entry : workspaces) {
        if (opensTo(entry, role))
            rail << entry.id;
    }
    const auto listed = [](const QStringList &names) {
        return names.isEmpty() ? QStringLiteral("–") : names.join(QStringLiteral(", "));
    };
    const QString alone = casework::standsAlone(role) ? QStringLiteral(" (alone)") : QString();
    return QStringLiteral("| `%1`%2 | %3 | %4 |\n")
        .arg(named(nameOf(role)), alone, listed(duties), listed(rail));
}

} // namespace

/// What each role may do and finds on the rail: as README.md says, and as the window shows.
class RolesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        installTranslations(*qApp, Language::Chinese);
        apply(*qApp, {Theme::Light, 100});
    }

    void cleanup()
    {
        m_window.reset();
        m_desk.reset();
    }

    void theReadmeSaysIt()
    {
        m_desk = std::make_unique<WorkDesk>(WorkDesk::clerk(), Language::Chinese);
        QString table = QStringLiteral("| role | may | finds on the desk's rail |\n|---|---|---|\n");
        for (const auto role : casework::allRoles())
            table += lineOf(role, allWorkspaces(m_desk->context()));
        QFile readme(QStringLiteral(QUANKE_SOURCE_DIR "/README.md"));
        QVERIFY(readme.open(QIODevice::ReadOnly));
        const auto text = QString::fromUtf8(readme.readAll());
        const auto from = text.indexOf(begin) + begin.size();
        const auto written = text.mid(from, text.indexOf(end) - from);
        if (written != table)
            qWarning("README.md is behind the code. Between its marks belongs:\n%s", qPrintable(table));
        QCOMPARE(written, table);
    }

    void theRailShowsIt_data()
    {
        QTest::addColumn<int>("role");
        for (const auto role : casework::allRoles())
            QTest::newRow(qPrintable(named(nameOf(role)))) << int(role);
    }

    void theRailShowsIt()
    {
        QFETCH(int, role);
        auto person = WorkDesk::clerk();
        person.roles = {std::string(nameOf(casework::Role(role)))};
        person.department = casework::Role(role) == casework::Role::Approver ? "health" : "";
        open(person);
        for (const auto &entry : allWorkspaces(m_desk->context())) {
            const bool isFor = opensTo(entry, casework::Role(role));
            const auto *button = m_window->findChild<QToolButton *>(entry.id + QStringLiteral("RailButton"));
            QVERIFY2((button != nullptr) == isFor, qPrintable(entry.id));
            QVERIFY2(m_window->openWorkspace(entry.id) == isFor, qPrintable(entry.id));
        }
        QVERIFY(m_window->openWorkspace(QStringLiteral("settings"))); // everybody's
    }

private:
    /// The window, with that person signed in.
    void open(const wire::SignedInOperator &person)
    {
        m_desk = std::make_unique<WorkDesk>(person, Language::Chinese);
        (void)test::awaited(m_desk->vault().lock());
        m_window = std::make_unique<MainWindow>(m_desk->context(), allWorkspaces(m_desk->context()));
        m_window->show();
        QApplication::setActiveWindow(m_window.get());
        m_window->findChild<QComboBox *>(QStringLiteral("windowComboBox"))
            ->setCurrentText(QStringLiteral("综合窗口 3"));
        m_window->findChild<QComboBox *>(QStringLiteral("operatorComboBox"))
            ->setCurrentText(QString::fromStdString(person.name));
        auto *password = m_window->findChild<QLineEdit *>(QStringLiteral("passwordLineEdit"));
        QTest::keyClicks(password, QStringLiteral("correct horse"));
        QTest::keyClick(password, Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(
            m_window->findChild<QToolButton *>(QStringLiteral("settingsRailButton")), test::patience);
    }

    std::unique_ptr<WorkDesk> m_desk;
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(RolesTest)
#include "tst_roles.moc"
