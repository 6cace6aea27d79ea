#pragma once

#include "desk/common/workspace.h"
#include "desk/shell/signin.h"
#include "spool/aside.h"

#include <memory>

namespace quanke::desk {

namespace Ui {
class SettingsPage;
}

struct DeskContext;

/// Language, colours, size of text; and the way out.
class SettingsPage : public Workspace {
    Q_OBJECT
public:
    explicit SettingsPage(const DeskContext &context, QWidget *parent = nullptr);
    ~SettingsPage() override;

    void activate() override;
    QList<QWidget *> panes() const override;

Q_SIGNALS:
    void signOutWanted();
    void copyWanted(const QString &folder); ///< a second copy from another desk, to be brought in
    void asideWanted(const quanke::spool::Aside &aside); ///< a damaged store, to be looked at again

private:
    void fillChoices();
    void store();
    void preparePassword();
    void changePassword();
    void prepareCopies();
    void showCopies();
    void showAsides();
    void addAside(const spool::Aside &aside);
    void chooseFolder(void (SettingsPage::*use)(const QString &folder), const QString &title);
    void setMirror(const QString &folder);

    const DeskContext &m_context;
    std::unique_ptr<Ui::SettingsPage> m_form;
    SignIn m_signIn; ///< anew, after a change of password
    QWidget *m_asides = nullptr; ///< a button for each store that was put aside
};

} // namespace quanke::desk
