#include "desk/shell/signinpage.h"

#include "core/base/clock.h"
#include "core/casework/calendar.h"
#include "core/catalogue/catalogue.h"
#include "desk/common/deskcontext.h"
#include "desk/common/desksession.h"
#include "desk/common/desksettings.h"
#include "desk/common/passwordedit.h"
#include "desk/common/words.h"
#include "desk/look/appearance.h"
#include "desk/look/textroles.h"
#include "desk/shell/password/passworddialog.h"
#include "link/gatewayclient.h"
#include "link/linkmonitor.h"
#include "shell/ui_signinpage.h"
#include "vault/whenready.h"

#include <QCoreApplication>

namespace quanke::desk {

SignInPage::SignInPage(const DeskContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_form(std::make_unique<Ui::SignInPage>())
    , m_signIn(context.vault, context.gateway)
{
    m_form->setupUi(this);
    prepareForm();
    prepareState();
    fillRemembered();
    connect(m_form->signInButton, &QPushButton::clicked, this, &SignInPage::trySignIn);
    connect(m_form->passwordLineEdit, &QLineEdit::returnPressed, this, &SignInPage::trySignIn);
    connect(
        m_form->passwordLineEdit, &QLineEdit::textEdited, m_form->passwordLabel, &LabelLine::clearMessage);
    connect(m_form->operatorComboBox, &QComboBox::currentTextChanged, this, &SignInPage::showKeptDrafts);
    connect(&m_signIn, &SignIn::done, this, &SignInPage::finish);
    connect(&m_signIn, &SignIn::failed, this, &SignInPage::complain);
    connect(&m_signIn, &SignIn::separated, this, &SignInPage::askOldPassword);
    connect(m_form->oldPasswordButton, &QPushButton::clicked, this,
        [this] { m_signIn.giveOldPassword(m_form->oldPasswordLineEdit->text()); });
    connect(
        m_form->skipOldPasswordButton, &QPushButton::clicked, this, [this] { m_signIn.giveOldPassword({}); });
    connect(&m_context.monitor, &link::LinkMonitor::stateChanged, this, &SignInPage::showLink);
    connect(&m_context.monitor, &link::LinkMonitor::troubleChanged, this,
        [this] { showLink(m_context.monitor.state()); });
    connect(&m_context.vault, &vault::Vault::outboxChanged, this, &SignInPage::showOutbox);
    connect(&m_clockTimer, &QTimer::timeout, this, &SignInPage::showClock);
    m_clockTimer.start(std::chrono::seconds(5));
    showLink(m_context.monitor.state());
    showOutbox();
    showKeptDrafts();
    showClock();
}

SignInPage::~SignInPage() = default;

void SignInPage::prepareForm()
{
    m_form->headPane->setLines(Qt::BottomEdge);
    m_form->headPane->setFixedHeight(scaled(44));
    m_form->headLayout->setContentsMargins(scaled(20), 0, scaled(14), 0);
    m_form->versionLabel->setText(tr("Quanke %1").arg(QCoreApplication::applicationVersion()));
    for (QLabel *label : {m_form->versionLabel, m_form->clockLabel, m_form->lockOutLabel})
        label->setFont(smallFont());
    for (QLabel *label :
        {m_form->versionLabel, m_form->clockLabel, m_form->lockOutLabel, m_form->subtitleLabel})
        useSecondText(label);
    m_form->formPane->setLines(Qt::RightEdge);
    m_form->productLabel->setText(tr("Quanke"));
    m_form->productLabel->setFont(fontOf(24, QFont::Bold));
    m_form->productLabel->setForegroundRole(QPalette::Link);
    m_form->productLabel->setContentsMargins(0, 0, 0, scaled(18));
    m_form->subtitleLabel->setText(tr("Workstation of the all-matters window"));
    m_form->subtitleLabel->setContentsMargins(0, scaled(12), 0, scaled(18));
    for (QLabel *label : {m_form->hallLabel, m_form->windowLabel, m_form->operatorLabel})
        label->setFixedHeight(scaled(30));
    m_form->passwordLabel->setFixedHeight(scaled(30));
    m_form->passwordLineEdit->setFixedWidth(scaled(360));
    addEye(m_form->passwordLineEdit);
    addEye(m_form->oldPasswordLineEdit);
    m_form->signInButton->setKind(ButtonKind::Primary);
    m_form->signInButton->setKeysShown(Qt::Key_Return);
    m_form->signInButton->setFixedHeight(scaled(36));
    m_form->lockOutLabel->setContentsMargins(0, scaled(10), 0, 0);
    m_form->formLayout->insertSpacing(m_form->formLayout->indexOf(m_form->signInButton), scaled(20));
    m_form->oldPasswordBox->hide();
    m_form->troubleBanner->hide();
}

void SignInPage::prepareState()
{
    m_form->stateLayout->setContentsMargins(scaled(72), 0, scaled(72), 0);
    m_form->stateLayout->setSpacing(scaled(8));
    m_form->linkLight->setFont(boldFont());
    m_form->gatewayLabel->setWordWrap(true);
    for (QGridLayout *grid : {m_form->linkGrid, m_form->definitionsGrid}) {
        grid->setColumnMinimumWidth(0, scaled(120));
        grid->setVerticalSpacing(scaled(6));
    }
    for (QLabel *label : {m_form->gatewayTitleLabel, m_form->outboxTitleLabel, m_form->withoutLinkTitleLabel,
             m_form->mattersTitleLabel, m_form->calendarTitleLabel}) {
        useSecondText(label);
        label->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    }
    for (Pane *block : {m_form->draftsBlock, m_form->definitionsBlock}) {
        block->setLines(Qt::TopEdge);
        block->setAutoFillBackground(false);
        block->layout()->setContentsMargins(0, scaled(20), 0, scaled(14));
    }
    m_form->stateLayout->insertSpacing(m_form->stateLayout->indexOf(m_form->draftsBlock), scaled(12));
    m_form->draftsHead->setTitle(tr("Left unfinished"));
    m_form->draftsHead->setSymbol(Symbol::Save);
    m_form->definitionsHead->setTitle(tr("Definitions of today"));
    m_form->definitionsHead->setSymbol(Symbol::Book);
    m_form->mattersLabel->setText(tr("%1 bundles, %2 matters, %3 data elements")
                                      .arg(grouped(int(m_context.catalogue->bundles().size())),
                                          grouped(int(m_context.catalogue->matters().size())),
                                          grouped(int(m_context.catalogue->elements().size()))));
    m_form->calendarLabel->setText(tr("Edition %1").arg(fromText(m_context.calendar->version())));
}

void SignInPage::fillRemembered()
{
    const DeskSettings &settings = m_context.settings;
    // The hall is the gateway's to say: known from the first sign-in on.
    m_form->hallLabel->setVisible(!settings.hall().isEmpty());
    m_form->hallComboBox->setVisible(!settings.hall().isEmpty());
    m_form->hallComboBox->clear();
    m_form->hallComboBox->addItem(settings.hall());
    m_form->windowComboBox->clear();
    m_form->windowComboBox->addItems(settings.windows());
    m_form->windowComboBox->setCurrentText(settings.window());
    m_form->operatorComboBox->setCurrentText(settings.lastOperator());
    askOperators();
}

void SignInPage::askOperators()
{
    whenReady(m_context.vault.operators(), this,
        [this](const Result<std::vector<vault::RememberedOperator>> &known) {
            if (known)
                takeOperators(*known);
        });
}

void SignInPage::takeOperators(const std::vector<vault::RememberedOperator> &operators)
{
    const QString typed = m_form->operatorComboBox->currentText();
    m_form->operatorComboBox->clear();
    for (const vault::RememberedOperator &person : operators)
        m_form->operatorComboBox->addItem(fromText(person.name));
    m_form->operatorComboBox->setCurrentText(typed);
}

void SignInPage::activate()
{
    setBusy(false);
    m_form->passwordLineEdit->clear();
    m_form->villageCheckBox->setChecked(false);
    m_form->oldPasswordBox->hide();
    fillRemembered();
    for (QComboBox *field : {m_form->windowComboBox, m_form->operatorComboBox}) {
        if (field->currentText().trimmed().isEmpty()) {
            field->setFocus();
            return;
        }
    }
    m_form->passwordLineEdit->setFocus();
}

void SignInPage::showLink(link::LinkState state)
{
    switch (state) {
    case link::LinkState::Online:
        m_form->linkLight->show(Light::Online);
        m_form->gatewayLabel->setText(tr("Connected since %1").arg(timeOfDay(m_context.monitor.since())));
        return;
    case link::LinkState::Offline:
        m_form->linkLight->show(Light::Offline);
        m_form->gatewayLabel->setText(m_context.monitor.trouble()
                ? wordsOf(*m_context.monitor.trouble())
                : tr("Not reached since %1").arg(timeOfDay(m_context.monitor.since())));
        return;
    case link::LinkState::Unknown:
        break;
    }
    m_form->linkLight->show(Light::Missing, tr("Looking for the gateway"));
    m_form->gatewayLabel->setText(m_context.gateway.base().host());
}

void SignInPage::showOutbox()
{
    whenReady(m_context.vault.outboxCount(), this, [this](const Result<vault::OutboxCount> &count) {
        if (count)
            m_form->outboxLabel->setText(tr("%n case(s)", nullptr, count->waiting));
    });
}

void SignInPage::showKeptDrafts()
{
    const int kept = m_context.settings.keptDrafts(m_form->operatorComboBox->currentText());
    m_form->draftsLabel->setText(kept == 0
            ? tr(
                "Nothing. Whatever is being filled in is kept at every field left, also through a power cut.")
            : tr("%n draft(s) kept; sign in to go on at the very field.", nullptr, kept));
}

void SignInPage::showClock()
{
    m_form->clockLabel->setText(dayAndTime(m_context.clock.now(), m_context.language));
}

void SignInPage::trySignIn()
{
    if (isTroubled())
        return; // the banner says why
    const QString name = m_form->operatorComboBox->currentText().trimmed();
    if (name.isEmpty()) {
        m_form->operatorComboBox->setFocus();
        return;
    }
    if (m_form->passwordLineEdit->text().isEmpty()) {
        m_form->passwordLabel->setMessage(Light::Wrong, tr("Type the password"));
        m_form->passwordLineEdit->setFocus();
        return;
    }
    setBusy(true);
    const auto absence = m_form->villageCheckBox->isChecked() ? wire::Absence::Village : wire::Absence::Hall;
    m_signIn.start(name, m_form->passwordLineEdit->text(), absence);
}

void SignInPage::finish(const wire::SignedInOperator &person, SignIn::Way way)
{
    Q_UNUSED(way)
    m_form->passwordLineEdit->clear();
    m_form->oldPasswordLineEdit->clear();
    const QString window = m_form->windowComboBox->currentText().trimmed();
    m_context.settings.setWindow(window);
    m_context.settings.setHall(fromText(person.hall));
    m_context.settings.setLastOperator(fromText(person.name));
    m_context.session.begin(person, window);
    setBusy(false);
    Q_EMIT signedIn();
}

void SignInPage::complain(const Failure &failure)
{
    if (m_signIn.isBusy()) { // signed in, and only the old password is not right
        m_form->oldPasswordBanner->show(Light::Wrong, tr("That is not the old password"),
            tr("Try again, or go on without these drafts: they stay here, sealed."));
        m_form->oldPasswordLineEdit->selectAll();
        m_form->oldPasswordLineEdit->setFocus();
        return;
    }
    if (failure.key == "session.first-password") {
        askOwnPassword();
        return;
    }
    setBusy(false);
    QString words = wordsOf(failure);
    if (failure.arguments.contains("triesLeft"))
        words = tr(
            "The password is not right, %n attempt(s) left.", nullptr, link::numberIn(failure, "triesLeft"));
    else if (failure.arguments.contains("retryAfter"))
        words = tr("Too many wrong passwords. Again in %n minute(s).", nullptr,
            (link::numberIn(failure, "retryAfter") + 59) / 60);
    m_form->passwordLabel->setMessage(Light::Wrong, words);
    m_form->passwordLineEdit->selectAll();
    m_form->passwordLineEdit->setFocus();
}

void SignInPage::showTrouble(const Failure &failure)
{
    m_form->troubleBanner->show(Light::Wrong, tr("This desk cannot work as it is"), wordsOf(failure));
    setBusy(false);
}

bool SignInPage::isTroubled() const
{
    return !m_form->troubleBanner->isHidden();
}

void SignInPage::endTrouble()
{
    m_form->troubleBanner->hide();
    setBusy(false);
    showOutbox();
    askOperators(); // what is being typed meanwhile stays
}

void SignInPage::askOldPassword()
{
    m_form->oldPasswordBanner->show(Light::LookAtIt, tr("Your password was changed"),
        tr("Drafts at this desk are still sealed with the old one. Type it to take them over."));
    m_form->oldPasswordBox->show();
    m_form->oldPasswordLineEdit->setFocus();
}

void SignInPage::askOwnPassword()
{
    auto *dialog = new PasswordDialog(
        m_context, m_form->operatorComboBox->currentText().trimmed(), m_form->passwordLineEdit->text(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &PasswordDialog::changed, this, [this](const QString &wanted) {
        m_form->passwordLineEdit->setText(wanted);
        trySignIn();
    });
    connect(dialog, &QDialog::rejected, this, &SignInPage::activate);
    dialog->open();
}

void SignInPage::setBusy(bool busy)
{
    for (QWidget *widget : std::initializer_list<QWidget *>{m_form->hallComboBox, m_form->windowComboBox,
             m_form->operatorComboBox, m_form->passwordLineEdit})
        widget->setEnabled(!busy);
    m_form->signInButton->setEnabled(!busy && !isTroubled());
    m_form->signInButton->setText(busy ? tr("Signing in…") : tr("Sign in"));
}

} // namespace quanke::desk
