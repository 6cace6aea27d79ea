#include "journeys/tour/deskdriver.h"

#include "desk/common/deskcontext.h"
#include "desk/common/desksettings.h"
#include "desk/counter/fill/formview.h"
#include "desk/fields/fieldeditor.h"
#include "desk/fields/fieldrow.h"
#include "desk/shell/mainwindow.h"
#include "desk/viewer/pageview.h"
#include "desk/workspaces.h"
#include "support/await.h"
#include "vault/vault.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QDir>
#include <QFile>
#include <QFrame>
#include <QGraphicsPixmapItem>
#include <QInputMethodEvent>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QTest>

#include <algorithm>

namespace quanke::journeys {

namespace {

constexpr std::chrono::seconds longestWait{20};

/// The page is there in the size it is shown in.
bool isSharp(const desk::PageView &view)
{
    const auto items = view.scene()->items();
    return std::any_of(items.begin(), items.end(), [&view](const QGraphicsItem *item) {
        const auto *page = qgraphicsitem_cast<const QGraphicsPixmapItem *>(item);
        const QSize wanted = view.wantedSize(); // into which it fits
        return page
            && (page->pixmap().width() + 1 >= wanted.width()
                || page->pixmap().height() + 1 >= wanted.height());
    });
}

} // namespace

DeskDriver::DeskDriver(const Setup &setup, const Clock &clock)
{
    const QString folder = setup.dataFolder.isEmpty() ? m_folder.path() : setup.dataFolder;
    m_settings = std::make_unique<desk::DeskSettings>(QDir(folder).filePath(QStringLiteral("desk.ini")));
    m_settings->setLanguage(setup.language);
    m_settings->setAppearance(setup.appearance);
    auto made = desk::Desk::make({setup.gateway, folder, QStringLiteral(QUANKE_SOURCE_DIR "/forms"),
        setup.language, &clock, m_settings.get(), desk::allWorkspaces, setup.enrolment});
    if (!made)
        throw StepFailed("the desk cannot start: " + made.failure().key);
    m_desk = std::move(made).value();
    window()->show();
    m_desk->start();
    comeToTheFront();
}

DeskDriver::~DeskDriver() = default;

void DeskDriver::comeToTheFront()
{
    QApplication::setActiveWindow(window());
    if (!QTest::qWaitForWindowActive(window()))
        throw StepFailed("the window does not come to the front");
}

QWidget *DeskDriver::window()
{
    return &m_desk->window();
}

void DeskDriver::waitFor(const QString &what, const std::function<bool()> &comes)
{
    if (!test::waitFor(comes, longestWait))
        throw StepFailed("waited in vain for " + what.toStdString());
}

void DeskDriver::press(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    // Where no window manager does it, nobody brings the window to the front again after a dialog.
    if (!QApplication::activeWindow())
        QApplication::setActiveWindow(window());
    QWidget *focus = QApplication::focusWidget();
    QTest::keyClick(focus ? focus : window(), key, modifiers);
}

void DeskDriver::type(QWidget *into, const QString &text)
{
    into->setFocus();
    if (auto *line = qobject_cast<QLineEdit *>(into))
        line->selectAll();
    if (std::all_of(text.begin(), text.end(), [](QChar character) { return character.unicode() < 128; })) {
        QTest::keyClicks(into, text);
        return;
    }
    // As an input method commits it.
    QInputMethodEvent committed;
    committed.setCommitString(text);
    QApplication::sendEvent(into, &committed);
}

void DeskDriver::click(const char *button)
{
    auto *found = find<QAbstractButton>(button);
    waitFor(QString::fromLatin1(button), [found] { return found->isEnabled(); });
    QTest::mouseClick(found, Qt::LeftButton);
}

void DeskDriver::signIn(const QString &name, const QString &password)
{
    if (!visible<QLineEdit>("passwordLineEdit"))
        signOut();
    auto *windowBox = find<QComboBox>("windowComboBox");
    if (windowBox->currentText().isEmpty())
        windowBox->setCurrentText(QStringLiteral("综合窗口 3 号"));
    find<QComboBox>("operatorComboBox")->setCurrentText(name);
    type(find<QLineEdit>("passwordLineEdit"), password);
    press(Qt::Key_Return);
    waitFor(QStringLiteral("the shell"), [this] { return !visible<QLineEdit>("passwordLineEdit"); });
}

void DeskDriver::signOut()
{
    openWorkspace(7);
    click("signOutButton");
    find<QLineEdit>("passwordLineEdit");
}

void DeskDriver::openWorkspace(int number)
{
    press(Qt::Key(Qt::Key_0 + number), Qt::ControlModifier);
}

void DeskDriver::choose(const char *searchBox, const char *list, const QString &sought)
{
    auto *box = find<QLineEdit>(searchBox);
    box->clear();
    type(box, sought);
    auto *rows = find<QListView>(list);
    waitFor(sought, [rows] { return rows->model()->rowCount() == 1; });
    QTest::mouseClick(rows->viewport(), Qt::LeftButton, Qt::NoModifier,
        rows->visualRect(rows->model()->index(0, 0)).center());
}

void DeskDriver::answerIfAsked()
{
    if (visible("purposeForm"))
        press(Qt::Key_1);
}

void DeskDriver::confirm(const char *button)
{
    click(button);
    click("confirmButton");
}

void DeskDriver::deliver()
{
    vault::Vault &vault = m_desk->context().vault;
    auto asked = vault.outboxCount();
    waitFor(QStringLiteral("everything at the gateway"), [&] {
        if (!asked.isFinished())
            return false;
        const auto count = asked.result();
        if (!count || count->refused > 0)
            throw StepFailed("the gateway did not take what was done here");
        asked = vault.outboxCount();
        return count->waiting == 0;
    });
}

void DeskDriver::fillForm(const Json &values)
{
    for (const auto &[key, value] : values.items())
        fillField(key, value);
}

bool DeskDriver::fillField(const std::string &key, const Json &value)
{
    auto *form = find<desk::FormView>("formScrollArea");
    if (!form->goTo(key))
        return false;
    desk::FieldRow *row = form->rowOf(key);
    if (!row || row->isReadOnly() || row->editor()->value() == value)
        return false;
    desk::FieldEditor *editor = row->editor();
    auto *line = qobject_cast<QLineEdit *>(editor->focusTarget());
    if (line && value.is_string() && !line->isReadOnly()) {
        type(line, QString::fromStdString(value.get<std::string>()));
    } else {
        editor->show(value);
        Q_EMIT editor->edited();
    }
    if (!editor->keepsEnter())
        press(Qt::Key_Return);
    return true;
}

QWidget *DeskDriver::editorOf(const std::string &key)
{
    auto *form = find<desk::FormView>("formScrollArea");
    if (!form->goTo(key))
        throw StepFailed("the form has no field " + key);
    return form->rowOf(key)->editor()->focusTarget();
}

void DeskDriver::waitForPage()
{
    const auto *page = find<desk::PageView>("pageGraphicsView");
    waitFor(QStringLiteral("the document's page"), [page] { return isSharp(*page); });
}

void DeskDriver::grab(const QString &path)
{
    if (!QTest::qWaitForWindowExposed(window()))
        throw StepFailed("the window does not show");
    // What is laid out later is laid out: a layout within a layout asks anew each time.
    for (int round = 0; round < 4; ++round) {
        QCoreApplication::sendPostedEvents();
        QCoreApplication::processEvents();
    }
    QPixmap picture = window()->grab();
    QPainter painter(&picture);
    const auto popups = window()->findChildren<QFrame *>();
    for (QFrame *popup : popups) {
        if (popup->isVisible() && popup->windowType() == Qt::Popup)
            painter.drawPixmap(window()->mapFromGlobal(popup->pos()), popup->grab());
    }
    const auto dialogs = window()->findChildren<QDialog *>();
    for (QDialog *dialog : dialogs) {
        if (!dialog->isVisible())
            continue;
        const QRect place(window()->rect().center() - dialog->rect().center(), dialog->size());
        painter.drawPixmap(place.topLeft(), dialog->grab());
        painter.drawRect(place); // as a window's frame would
    }
    painter.end();
    picture.save(path);
}

Json readJson(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        throw StepFailed("cannot read " + path.toStdString());
    return Json::parse(file.readAll().toStdString());
}

} // namespace quanke::journeys
