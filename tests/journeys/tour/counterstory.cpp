#include "journeys/tour/counterstory.h"

#include "desk/common/panehead.h"
#include "desk/counter/counterworkspace.h"
#include "desk/counter/documents/documentspage.h"
#include "desk/counter/documents/materiallist.h"
#include "desk/fields/fieldeditor.h"
#include "desk/fields/fieldrow.h"
#include "support/sampledocuments.h"

#include <QAbstractButton>
#include <QApplication>
#include <QCheckBox>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QTabBar>
#include <QTableView>
#include <QTest>

namespace quanke::journeys {

namespace {

QString writeSample(const QString &folder, const QString &name, bool pdf)
{
    const QString path =
        QDir(folder).filePath(name + (pdf ? QStringLiteral(".pdf") : QStringLiteral(".jpg")));
    QFile file(path);
    if (!file.exists() && file.open(QIODevice::WriteOnly))
        file.write(pdf ? support::pdfOf(name, 2) : support::jpegOf(support::writtenPage(name), 200));
    return path;
}

} // namespace

CounterStory::CounterStory(DeskDriver &desk, Setup setup)
    : m_desk(desk)
    , m_setup(std::move(setup))
{
}

std::vector<StoryStep> CounterStory::steps()
{
    return {
        {QStringLiteral("find"), [this] { find(); }, QStringLiteral("02-find")},
        {QStringLiteral("tailor"), [this] { tailor(); }, QStringLiteral("03-tailor")},
        {QStringLiteral("fill"), [this] { fill(); }, QStringLiteral("04-fill")},
        {QStringLiteral("documents"), [this] { handIn(); }, QStringLiteral("05-documents")},
        {QStringLiteral("check"), [this] { check(); }, QStringLiteral("06-check")},
        {QStringLiteral("push"), [this] { push(); }, QStringLiteral("07-receipt")},
    };
}

void CounterStory::find()
{
    auto *search = m_desk.find<QLineEdit>("searchLineEdit");
    m_desk.type(search, m_setup.search);
    auto *results = m_desk.find<QListView>("resultListView");
    m_desk.waitFor(QStringLiteral("search results"),
        [results] { return results->model()->rowCount() > 0 && results->currentIndex().isValid(); });
}

void CounterStory::tailor()
{
    m_desk.press(Qt::Key_Return);
    m_desk.find<QLabel>("countsLabel");
    const QString suffix = QStringLiteral("CheckBox");
    const auto boxes = m_desk.window()->findChildren<QCheckBox *>();
    for (QCheckBox *box : boxes) {
        if (!box->isVisible() || !box->isEnabled() || !box->objectName().endsWith(suffix))
            continue;
        const bool wanted =
            m_setup.ticks == Ticks::All || m_setup.named.contains(box->objectName().chopped(suffix.size()));
        if (box->isChecked() != wanted)
            box->click();
    }
}

void CounterStory::fill()
{
    m_desk.click("fillButton");
    m_desk.fillForm(m_setup.values);
}

void CounterStory::handIn()
{
    auto *tabs = m_desk.find<QTabBar>("stepTabBar");
    tabs->setCurrentIndex(3);
    Q_EMIT tabs->tabBarClicked(3);
    auto *list = m_desk.find<desk::MaterialList>("materialListView");
    auto *page = m_desk.window()->findChild<desk::DocumentsPage *>();
    if (m_setup.values.contains("staff")) {
        list->select("MH20");
        auto *roster = m_desk.find<desk::FieldRow>("rosterFieldRow");
        roster->editor()->show(m_setup.values["staff"]);
        Q_EMIT roster->editor()->edited();
    }
    QStringList missing;
    for (const desk::MaterialRow &row : list->rows()) {
        if (row.group == desk::MaterialGroup::Missing)
            missing.append(QString::fromStdString(row.id));
    }
    bool pdf = false;
    for (const QString &material : missing) {
        page->intake().add(material.toStdString(), {writeSample(m_setup.documentFolder, material, pdf)});
        pdf = !pdf;
    }
    m_desk.waitFor(QStringLiteral("documents checked and sealed"), [&] {
        for (const desk::MaterialRow &row : list->rows()) {
            if (row.group == desk::MaterialGroup::Missing)
                return false;
        }
        return !page->intake().isBusy();
    });
    if (!missing.isEmpty()) {
        list->select(missing.front().toStdString());
        m_desk.waitForPage();
    }
    auto *seen = m_desk.find<QCheckBox>("originalSeenCheckBox");
    if (seen->isEnabled())
        seen->click();
}

void CounterStory::check()
{
    auto *tabs = m_desk.find<QTabBar>("stepTabBar");
    tabs->setCurrentIndex(4);
    Q_EMIT tabs->tabBarClicked(4);
    m_desk.find<QTableView>("parcelTableView");
}

void CounterStory::push()
{
    m_desk.click("pushButton");
    m_desk.click("confirmPushButton");
    auto *head = m_desk.find<desk::PaneHead>("caseNumberPaneHead");
    m_desk.waitFor(QStringLiteral("the case's number"), [&] {
        for (const QLabel *label : head->findChildren<QLabel *>()) {
            if (label->text().startsWith(QLatin1String("QS-")))
                m_number = label->text();
        }
        return !m_number.isEmpty();
    });
}

} // namespace quanke::journeys
