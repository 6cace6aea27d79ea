#include "desk/shell/settingspage.h"

#include "desk/common/deskcontext.h"
#include "desk/common/desksession.h"
#include "desk/common/desksettings.h"
#include "desk/common/words.h"
#include "desk/look/appearance.h"
#include "desk/look/takeaway.h"
#include "desk/look/textroles.h"
#include "desk/shell/copywords.h"
#include "desk/shell/password/passworddialog.h"
#include "shell/ui_settingspage.h"
#include "vault/vault.h"
#include "vault/whenready.h"

#include <QApplication>
#include <QDateTime>
#include <QFileDialog>
#include <QLocale>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>

namespace quanke::desk {

SettingsPage::SettingsPage(const DeskContext &context, QWidget *parent)
    : Workspace(parent)
    , m_context(context)
    , m_form(std::make_unique<Ui::SettingsPage>())
    , m_signIn(context.vault, context.gateway)
{
    m_form->setupUi(this);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    m_form->pageLayout->setContentsMargins(scaled(28), scaled(20), scaled(28), scaled(20));
    m_form->pageLayout->setSpacing(scaled(16));
    m_form->grid->setHorizontalSpacing(scaled(16));
    m_form->grid->setVerticalSpacing(scaled(10));
    m_form->titleLabel->setFont(titleFont());
    for (QLabel *hint :
        {m_form->languageHintLabel, m_form->textSizeHintLabel, m_form->placeLabel, m_form->copiesLabel,
            m_form->passwordHintLabel, m_form->bringInHintLabel, m_form->asideHintLabel}) {
        hint->setFont(smallFont());
        useSecondText(hint);
    }
    m_form->signOutButton->setKind(ButtonKind::Normal);
    m_form->asideLabel->hide();
    m_form->asideHintLabel->hide();
    fillChoices();
    preparePassword();
    prepareCopies();
    connect(&context.vault, &vault::Vault::asidesChanged, this, &SettingsPage::showAsides);
    for (QComboBox *choice : {m_form->languageComboBox, m_form->themeComboBox, m_form->textSizeComboBox}) {
        choice->setFixedWidth(scaled(240));
        connect(choice, &QComboBox::activated, this, &SettingsPage::store);
    }
    connect(m_form->signOutButton, &QPushButton::clicked, this, &SettingsPage::signOutWanted);
}

SettingsPage::~SettingsPage() = default;

void SettingsPage::fillChoices()
{
    const DeskSettings &settings = m_context.settings;
    m_form->languageComboBox->addItem(
        QLocale(QLocale::Chinese, QLocale::China).nativeLanguageName(), int(Language::Chinese));
    m_form->languageComboBox->addItem(QStringLiteral("English"), int(Language::English));
    m_form->languageComboBox->setCurrentIndex(m_form->languageComboBox->findData(int(settings.language())));
    m_form->themeComboBox->addItem(tr("As the system"), int(Theme::System));
    m_form->themeComboBox->addItem(tr("Light"), int(Theme::Light));
    m_form->themeComboBox->addItem(tr("Dark"), int(Theme::Dark));
    m_form->themeComboBox->setCurrentIndex(m_form->themeComboBox->findData(int(settings.appearance().theme)));
    for (const int percent : {100, 110, 125, 150, 175, 200})
        m_form->textSizeComboBox->addItem(tr("%1 %").arg(percent), percent);
    m_form->textSizeComboBox->setCurrentIndex(
        m_form->textSizeComboBox->findData(settings.appearance().textPercent));
}

void SettingsPage::store()
{
    m_context.settings.setLanguage(static_cast<Language>(m_form->languageComboBox->currentData().toInt()));
    const Appearance before = m_context.settings.appearance();
    Appearance after = before;
    after.theme = static_cast<Theme>(m_form->themeComboBox->currentData().toInt());
    after.textPercent = m_form->textSizeComboBox->currentData().toInt();
    m_context.settings.setAppearance(after);
    if (after.theme != before.theme)
        apply(*qApp, {after.theme, before.textPercent});
}

void SettingsPage::preparePassword()
{
    m_form->passwordButton->setKind(ButtonKind::Small);
    m_form->passwordButton->setAccessibleName(tr("Change the password"));
    connect(m_form->passwordButton, &QPushButton::clicked, this, &SettingsPage::changePassword);
    connect(&m_signIn, &SignIn::done, this, [this] {
        m_form->passwordHintLabel->setText(tr("Changed. It holds at every desk of the hall from now on."));
    });
    connect(&m_signIn, &SignIn::failed, this, [this](const Failure &failure) {
        m_form->passwordHintLabel->setText(
            tr("Changed at the gateway; this desk takes it up at the next signing in. %1")
                .arg(wordsOf(failure)));
    });
}

void SettingsPage::changePassword()
{
    const QString name = fromText(m_context.session.person().name);
    auto *dialog = new PasswordDialog(m_context, name, {}, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(
        dialog, &PasswordDialog::changed, this, [this, name](const QString &wanted, const QString &current) {
            m_signIn.followChange(name, wanted, current);
        });
    dialog->open();
}

void SettingsPage::prepareCopies()
{
    m_form->mirrorLayout->setSpacing(scaled(6));
    for (ActionButton *button : {m_form->mirrorButton, m_form->noMirrorButton, m_form->bringInButton})
        button->setKind(ButtonKind::Small);
    connect(m_form->mirrorButton, &QPushButton::clicked, this,
        [this] { chooseFolder(&SettingsPage::setMirror, tr("Second copy")); });
    connect(m_form->noMirrorButton, &QPushButton::clicked, this, [this] { setMirror({}); });
    connect(m_form->bringInButton, &QPushButton::clicked, this,
        [this] { chooseFolder(&SettingsPage::copyWanted, tr("Bring in a second copy")); });
    connect(&m_context.vault, &vault::Vault::copiesChanged, this, &SettingsPage::showCopies);
    connect(&m_context.vault, &vault::Vault::outboxChanged, this, &SettingsPage::showCopies);
    showCopies();
}

void SettingsPage::chooseFolder(void (SettingsPage::*use)(const QString &), const QString &title)
{
    auto *dialog = new QFileDialog(this, title);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    connect(dialog, &QFileDialog::fileSelected, this, use);
    dialog->open();
}

void SettingsPage::setMirror(const QString &folder)
{
    whenReady(m_context.vault.setMirror(folder), this, [this](const Result<Done> &done) {
        if (done)
            showCopies();
        else
            m_form->copiesLabel->setText(wordsOf(done.failure()));
    });
}

void SettingsPage::showCopies()
{
    whenReady(m_context.vault.copies(), this, [this](const Result<vault::Copies> &copies) {
        if (!copies)
            return;
        m_form->noMirrorButton->setVisible(copies->standing.mirrorWanted);
        m_form->copiesLabel->setText(copies->standing.mirrorWanted
                ? wordsOf(*copies) + QLatin1String("  ") + copies->mirrorFolder
                : wordsOf(*copies));
    });
}

/// What lies there and could not all be brought in; the page of its own is shown once only.
void SettingsPage::showAsides()
{
    whenReady(m_context.vault.asides(), this, [this](const Result<std::vector<spool::Aside>> &asides) {
        takeAway(m_asides);
        m_asides = new QWidget(this);
        auto *layout = new QVBoxLayout(m_asides);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->setSpacing(scaled(6));
        const bool isAny = asides && !asides->empty();
        if (isAny)
            std::for_each(asides->begin(), asides->end(), [this](const auto &aside) { addAside(aside); });
        m_form->grid->addWidget(m_asides, m_form->grid->rowCount() - 1, 1);
        for (QWidget *part :
            std::initializer_list<QWidget *>{m_form->asideLabel, m_form->asideHintLabel, m_asides})
            part->setVisible(isAny);
    });
}

void SettingsPage::addAside(const spool::Aside &aside)
{
    const auto since =
        QDateTime::fromString(fromText(aside.since).left(15), QStringLiteral("yyyyMMdd'T'HHmmss"));
    const std::chrono::milliseconds moment(
        QDateTime(since.date(), since.time(), Qt::UTC).toMSecsSinceEpoch());
    auto *look = new ActionButton(
        dayAndTime(Instant(moment), m_context.settings.language()), ButtonKind::Small, m_asides);
    look->setObjectName(QStringLiteral("asideButton"));
    look->setAccessibleName(labelled(m_form->asideLabel->text(), look->text()));
    m_asides->layout()->addWidget(look);
    connect(look, &QPushButton::clicked, this, [this, aside] { Q_EMIT asideWanted(aside); });
}

void SettingsPage::activate()
{
    showAsides();
    m_form->placeLabel->setText(
        QStringLiteral("%1  %2").arg(m_context.session.hall(), m_context.session.window()));
    m_form->languageComboBox->setFocus();
}

QList<QWidget *> SettingsPage::panes() const
{
    return {const_cast<SettingsPage *>(this)};
}

} // namespace quanke::desk
