#pragma once

#include "core/base/result.h"
#include "desk/common/workspace.h"
#include "desk/shell/idlewatch.h"

#include <QDialog>
#include <QList>
#include <QMainWindow>
#include <QPointer>

#include <map>
#include <vector>

class QStackedWidget;

namespace quanke::desk {

class ClipboardWatch;
class LockPage;
class OutboxPanel;
class Rail;
class RescuePage;
class SignInPage;
class TopBar;
struct DeskContext;

/// The one window: sign-in, the workspaces with rail and top bar, the lock.
class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    /// `entries` in the order of the rail; settings are the shell's own and come by themselves.
    MainWindow(const DeskContext &context, std::vector<WorkspaceEntry> entries, QWidget *parent = nullptr);
    ~MainWindow() override;

    /// Shows the workspace of that id, making it when it is opened for the first time. False when the
    /// operator's roles do not allow it.
    bool openWorkspace(const QString &id);
    Workspace *workspace(const QString &id) const; ///< null until first opened
    void lock();
    void signOut();
    /// Something is wrong with this desk itself: said on the sign-in page.
    void showTrouble(const Failure &failure);
    void endTrouble(); ///< it is over
    /// The store is open; what was put aside of an earlier one is told first.
    void showRescue();

Q_SIGNALS:
    void workspaceOpened(const QString &id);

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    void layOutShell();
    void makeKeys();
    void addSettings();
    void begin();
    void beginWork();
    void afterRescue();
    void hideDialogs();
    void unlock();
    bool allows(const WorkspaceEntry &entry) const;
    Workspace *make(const WorkspaceEntry &entry);
    void openCaseIn(const QString &id, const QString &caseId);
    void cyclePanes(int step);
    void stepBack();

    const DeskContext &m_context;
    std::vector<WorkspaceEntry> m_entries;
    QStackedWidget *m_pages;
    SignInPage *m_signInPage;
    LockPage *m_lockPage;
    RescuePage *m_rescuePage;
    QWidget *m_shell;
    TopBar *m_topBar = nullptr;
    Rail *m_rail = nullptr;
    QStackedWidget *m_stack = nullptr;
    OutboxPanel *m_outbox;
    IdleWatch m_idleWatch;
    ClipboardWatch *m_clipboard;
    std::map<QString, Workspace *> m_workspaces;
    QString m_current;
    QPointer<QWidget> m_focusBeforeLock;
    QList<QPointer<QDialog>> m_dialogsBeforeLock; ///< that stood open
};

} // namespace quanke::desk
