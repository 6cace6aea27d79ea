#pragma once

#include "desk/shell/signin.h"

#include <QTimer>
#include <QWidget>

#include <memory>

namespace quanke::link {
enum class LinkState;
}

namespace quanke::desk {

namespace Ui {
class SignInPage;
}

struct DeskContext;

/// Hall, window, operator, password; beside them how the link stands, what waits, and what was kept.
class SignInPage : public QWidget {
    Q_OBJECT
public:
    explicit SignInPage(const DeskContext &context, QWidget *parent = nullptr);
    ~SignInPage() override;

    /// Fresh: password empty, the focus where something is missing.
    void activate();
    /// The desk itself cannot work: what to do about it stands above the button.
    void showTrouble(const Failure &failure);
    bool isTroubled() const;
    void endTrouble();

Q_SIGNALS:
    void signedIn();

private:
    void prepareForm();
    void prepareState();
    void fillRemembered();
    void askOperators();
    void takeOperators(const std::vector<vault::RememberedOperator> &operators);
    void showLink(link::LinkState state);
    void showOutbox();
    void showKeptDrafts();
    void showClock();
    void trySignIn();
    void finish(const wire::SignedInOperator &person, SignIn::Way way);
    void complain(const Failure &failure);
    void askOldPassword();
    void askOwnPassword();
    void setBusy(bool busy);

    const DeskContext &m_context;
    std::unique_ptr<Ui::SignInPage> m_form;
    SignIn m_signIn;
    QTimer m_clockTimer;
};

} // namespace quanke::desk
