#include "desk/shell/mainwindow.h"

#include "desk/common/deskcontext.h"
#include "desk/common/desksession.h"
#include "desk/common/desksettings.h"
#include "desk/common/words.h"
#include "desk/look/appearance.h"
#include "desk/shell/clipboard/clipboardwatch.h"
#include "desk/shell/clock/clockbanner.h"
#include "desk/shell/enrolment/linkbanner.h"
#include "desk/shell/lockpage.h"
#include "desk/shell/outboxpanel.h"
#include "desk/shell/rail.h"
#include "desk/shell/rescuepage.h"
#include "desk/shell/settingspage.h"
#include "desk/shell/signinpage.h"
#include "desk/shell/storebanner.h"
#include "desk/shell/topbar.h"
#include "link/changesfollower.h"
#include "link/gatewayclient.h"

#include <QApplication>
#include <QCloseEvent>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <utility>

namespace quanke::desk {

namespace {

constexpr std::chrono::minutes idleLimit{5};
constexpr std::chrono::minutes copiedFor{1};
const QString settingsId = QStringLiteral("settings");

QWidget *firstFocusable(QWidget *pane)
{
    if (pane->focusPolicy() & Qt::TabFocus && pane->isEnabled())
        return pane;
    const auto children = pane->findChildren<QWidget *>();
    for (QWidget *child : children) {
        if (child->isVisibleTo(pane) && child->isEnabled() && child->focusPolicy() & Qt::TabFocus)
            return child;
    }
    return nullptr;
}

} // namespace

MainWindow::MainWindow(const DeskContext &context, std::vector<WorkspaceEntry> entries, QWidget *parent)
    : QMainWindow(parent)
    , m_context(context)
    , m_entries(std::move(entries))
    , m_pages(new QStackedWidget(this))
    , m_signInPage(new SignInPage(context, this))
    , m_lockPage(new LockPage(context, this))
    , m_rescuePage(new RescuePage(context, this))
    , m_shell(new QWidget(this))
    , m_outbox(new OutboxPanel(context, this))
    , m_idleWatch(context.clock, idleLimit)
    , m_clipboard(new ClipboardWatch(copiedFor, this))
{
    setObjectName(QStringLiteral("mainWindow"));
    setWindowTitle(tr("Quanke"));
    setMinimumSize(1024, 640);
    resize(1366, 768);
    restoreGeometry(context.settings.geometry());
    addSettings();
    layOutShell();
    for (QWidget *page : std::initializer_list<QWidget *>{m_signInPage, m_shell, m_lockPage, m_rescuePage})
        m_pages->addWidget(page);
    setCentralWidget(m_pages);
    makeKeys();
    connect(m_signInPage, &SignInPage::signedIn, this, &MainWindow::begin);
    connect(m_rescuePage, &RescuePage::needed, this, [this] { m_pages->setCurrentWidget(m_rescuePage); });
    connect(m_rescuePage, &RescuePage::goOn, this, &MainWindow::afterRescue);
    connect(m_lockPage, &LockPage::unlocked, this, &MainWindow::unlock);
    connect(m_lockPage, &LockPage::otherPersonWanted, this, &MainWindow::signOut);
    connect(&m_idleWatch, &IdleWatch::idle, this, &MainWindow::lock);
    m_signInPage->activate();
}

MainWindow::~MainWindow() = default;

void MainWindow::layOutShell()
{
    m_topBar = new TopBar(m_context, m_shell);
    m_rail = new Rail(m_shell);
    m_stack = new QStackedWidget(m_shell);
    auto *below = new QHBoxLayout;
    below->setSpacing(0);
    below->addWidget(m_rail);
    below->addWidget(m_stack, 1);
    auto *layout = new QVBoxLayout(m_shell);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_topBar);
    layout->addWidget(new StoreBanner(m_context, m_shell));
    layout->addWidget(new LinkBanner(m_context, m_shell));
    layout->addWidget(new ClockBanner(m_context, m_shell));
    layout->addLayout(below, 1);
    connect(m_topBar, &TopBar::lockWanted, this, &MainWindow::lock);
    connect(m_topBar, &TopBar::outboxWanted, this, [this] { m_outbox->openBelow(m_topBar); });
    connect(m_topBar, &TopBar::copiesWanted, this, [this] { openWorkspace(settingsId); });
    connect(m_rail, &Rail::chosen, this, &MainWindow::openWorkspace);
}

void MainWindow::addSettings()
{
    m_entries.push_back({settingsId, tr("Settings"), Symbol::Settings, 7, {}, [this](QWidget *parent) {
                             auto *page = new SettingsPage(m_context, parent);
                             connect(page, &SettingsPage::signOutWanted, this, &MainWindow::signOut);
                             connect(page, &SettingsPage::copyWanted, m_rescuePage, &RescuePage::bringIn);
                             connect(page, &SettingsPage::asideWanted, m_rescuePage, &RescuePage::look);
                             return page;
                         }});
}

void MainWindow::makeKeys()
{
    const auto bind = [this](const QKeySequence &keys, auto function) {
        auto *shortcut = new QShortcut(keys, this);
        connect(shortcut, &QShortcut::activated, this, function);
    };
    for (const WorkspaceEntry &entry : m_entries)
        bind(QKeySequence(Qt::CTRL | Qt::Key(Qt::Key_0 + entry.number)),
            [this, id = entry.id] { openWorkspace(id); });
    bind(QKeySequence(Qt::CTRL | Qt::Key_L), [this] { lock(); });
    bind(QKeySequence(Qt::Key_F6), [this] { cyclePanes(1); });
    bind(QKeySequence(Qt::SHIFT | Qt::Key_F6), [this] { cyclePanes(-1); });
    bind(QKeySequence(Qt::Key_Escape), [this] { stepBack(); });
}

bool MainWindow::allows(const WorkspaceEntry &entry) const
{
    if (entry.duties.empty())
        return true;
    return std::any_of(entry.duties.begin(), entry.duties.end(),
        [this](casework::Duty duty) { return m_context.session.mayDo(duty); });
}

void MainWindow::showRescue()
{
    m_rescuePage->showIfNeeded();
}

void MainWindow::begin()
{
    m_rescuePage->showIfNeeded(); // now it can be sent
}

void MainWindow::afterRescue()
{
    if (!m_context.session.isSignedIn()) {
        if (m_pages->currentWidget() != m_signInPage) {
            m_pages->setCurrentWidget(m_signInPage);
            m_signInPage->activate();
        }
    } else if (m_current.isEmpty()) {
        beginWork();
    } else {
        m_pages->setCurrentWidget(m_shell);
    }
}

void MainWindow::beginWork()
{
    m_rail->clear();
    QString first;
    for (const WorkspaceEntry &entry : m_entries) {
        if (!allows(entry))
            continue;
        m_rail->add(entry, entry.id == settingsId ? Rail::Place::Foot : Rail::Place::Top);
        if (first.isEmpty())
            first = entry.id;
    }
    m_pages->setCurrentWidget(m_shell);
    m_context.changes.start();
    m_idleWatch.start();
    openWorkspace(first);
}

Workspace *MainWindow::make(const WorkspaceEntry &entry)
{
    Workspace *made = entry.make(m_stack);
    made->setObjectName(entry.id + QStringLiteral("Workspace"));
    made->setAccessibleName(entry.name);
    m_workspaces[entry.id] = made;
    m_stack->addWidget(made);
    connect(made, &Workspace::badgeChanged, this,
        [this, id = entry.id](int count) { m_rail->setBadge(id, count); });
    connect(made, &Workspace::servedChanged, m_topBar, &TopBar::showServed);
    connect(made, &Workspace::workspaceWanted, this, &MainWindow::openCaseIn);
    return made;
}

bool MainWindow::openWorkspace(const QString &id)
{
    const auto entry = std::find_if(m_entries.begin(), m_entries.end(),
        [&id](const WorkspaceEntry &candidate) { return candidate.id == id; });
    if (!m_context.session.isSignedIn() || m_pages->currentWidget() != m_shell || entry == m_entries.end()
        || !allows(*entry))
        return false;
    Workspace *shown = workspace(id);
    if (!shown)
        shown = make(*entry);
    m_current = id;
    m_rail->setCurrent(id);
    m_stack->setCurrentWidget(shown);
    shown->activate();
    Q_EMIT workspaceOpened(id);
    return true;
}

Workspace *MainWindow::workspace(const QString &id) const
{
    const auto found = m_workspaces.find(id);
    return found == m_workspaces.end() ? nullptr : found->second;
}

void MainWindow::openCaseIn(const QString &id, const QString &caseId)
{
    if (openWorkspace(id) && !caseId.isEmpty())
        workspace(id)->openCase(caseId);
}

void MainWindow::lock()
{
    if (m_pages->currentWidget() != m_shell)
        return;
    m_focusBeforeLock = QApplication::focusWidget();
    m_idleWatch.stop();
    m_clipboard->clear();
    m_outbox->hide();
    hideDialogs();
    // The field in hand is left, and so journalled, before the vault forgets the keys: calls keep their
    // order.
    m_pages->setCurrentWidget(m_lockPage);
    m_lockPage->activate();
    (void)m_context.vault.lock();
}

/// They stand before the page that locks, with what the case and its papers say.
void MainWindow::hideDialogs()
{
    const auto dialogs = findChildren<QDialog *>();
    for (QDialog *dialog : dialogs) {
        if (dialog->isVisible()) {
            m_dialogsBeforeLock.append(dialog);
            dialog->hide();
        }
    }
}

void MainWindow::unlock()
{
    m_pages->setCurrentWidget(m_shell);
    m_idleWatch.start();
    for (const auto &dialog : std::exchange(m_dialogsBeforeLock, {})) {
        if (dialog)
            dialog->open();
    }
    if (m_focusBeforeLock)
        m_focusBeforeLock->setFocus(Qt::OtherFocusReason);
    else if (Workspace *shown = workspace(m_current))
        shown->activate();
}

void MainWindow::signOut()
{
    m_idleWatch.stop();
    m_clipboard->clear();
    for (const auto &dialog : std::exchange(m_dialogsBeforeLock, {}))
        if (dialog)
            dialog->deleteLater(); // what it asks about is another's from here on
    m_context.changes.stop();
    (void)m_context.vault.forget();
    if (m_context.gateway.hasSession())
        (void)m_context.gateway.signOut();
    for (const auto &[id, page] : m_workspaces)
        page->deleteLater();
    m_workspaces.clear();
    m_current.clear();
    m_context.session.end();
    m_topBar->showServed({});
    m_pages->setCurrentWidget(m_signInPage);
    m_signInPage->activate();
}

void MainWindow::showTrouble(const Failure &failure)
{
    m_signInPage->showTrouble(failure);
}

void MainWindow::endTrouble()
{
    if (!m_signInPage->isTroubled())
        return;
    m_signInPage->endTrouble();
    m_topBar->refresh();
}

void MainWindow::cyclePanes(int step)
{
    Workspace *shown = workspace(m_current);
    if (!shown || m_pages->currentWidget() != m_shell)
        return;
    const QList<QWidget *> panes = shown->panes();
    if (panes.isEmpty())
        return;
    const QWidget *focus = QApplication::focusWidget();
    qsizetype current = step > 0 ? -1 : 0;
    for (qsizetype index = 0; index < panes.size(); ++index) {
        if (focus && (panes[index] == focus || panes[index]->isAncestorOf(focus)))
            current = index;
    }
    for (qsizetype tried = 1; tried <= panes.size(); ++tried) {
        QWidget *pane = panes[(current + step * tried + panes.size() * 2) % panes.size()];
        QWidget *target = pane->isVisible() ? firstFocusable(pane) : nullptr;
        if (target) {
            target->setFocus(Qt::ShortcutFocusReason);
            return;
        }
    }
}

void MainWindow::stepBack()
{
    if (Workspace *shown = workspace(m_current); shown && m_pages->currentWidget() == m_shell)
        shown->stepBack();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    m_context.settings.setGeometry(saveGeometry());
    // Leaving the field journals it; the vault finishes what it was asked for before it closes.
    if (QWidget *focus = QApplication::focusWidget())
        focus->clearFocus();
    QMainWindow::closeEvent(event);
}

} // namespace quanke::desk
