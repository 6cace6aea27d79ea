#include "desk/shell/password/passworddialog.h"

#include "core/formats/newpassword.h"
#include "desk/common/actionbutton.h"
#include "desk/common/banner.h"
#include "desk/common/deskcontext.h"
#include "desk/common/labelline.h"
#include "desk/common/passwordedit.h"
#include "desk/common/words.h"
#include "desk/look/appearance.h"
#include "desk/look/textroles.h"
#include "link/gatewayclient.h"
#include "seal/secretbytes.h"
#include "vault/vault.h"
#include "vault/whenready.h"

#include <QLineEdit>
#include <QVBoxLayout>

namespace quanke::desk {

namespace {

seal::SecretBytes typedIn(const QLineEdit *field)
{
    return seal::SecretBytes::copyOf(field->text().toStdString());
}

} // namespace

PasswordDialog::PasswordDialog(
    const DeskContext &context, QString name, const QString &current, QWidget *parent)
    : QDialog(parent)
    , m_context(context)
    , m_name(std::move(name))
    , m_currentLabel(new LabelLine(tr("Password until now"), this))
    , m_wantedLabel(new LabelLine(tr("New password"), this))
    , m_againLabel(new LabelLine(tr("New password once more"), this))
    , m_current(addField("currentPasswordLineEdit", m_currentLabel))
    , m_wanted(addField("newPasswordLineEdit", m_wantedLabel))
    , m_again(addField("newPasswordAgainLineEdit", m_againLabel))
    , m_outcome(new Banner(this))
    , m_cancel(new ActionButton(tr("Cancel"), ButtonKind::Normal, this))
    , m_change(new ActionButton(tr("Change"), ButtonKind::Primary, this))
{
    setObjectName(QStringLiteral("passwordDialog"));
    setWindowTitle(tr("Change the password"));
    const bool isFirst = !current.isEmpty();
    m_current->setText(current);
    m_currentLabel->setHidden(isFirst);
    m_current->setHidden(isFirst);
    m_cancel->setObjectName(QStringLiteral("passwordCancelButton"));
    m_cancel->setAutoDefault(false);
    m_change->setObjectName(QStringLiteral("passwordChangeButton"));
    m_change->setKeysShown(Qt::Key_Return);
    m_change->setDefault(true);
    m_outcome->setObjectName(QStringLiteral("passwordOutcomeBanner"));
    m_outcome->hide();
    const QString rule = tr("At least ten characters of three kinds: small letters, capitals, digits, "
                            "others. Nothing in everyday use, and not your name.");
    layOut(isFirst ? tr("An administrator chose this password. Choose one that you alone know.")
                + QLatin1Char('\n') + rule
                   : rule);
    connect(m_cancel, &QPushButton::clicked, this, &PasswordDialog::reject);
    connect(m_change, &QPushButton::clicked, this, &PasswordDialog::change);
    (isFirst ? m_wanted : m_current)->setFocus();
}

QLineEdit *PasswordDialog::addField(const char *name, LabelLine *label)
{
    auto *field = new QLineEdit(this);
    field->setObjectName(QLatin1String(name));
    field->setAccessibleName(label->text());
    field->setEchoMode(QLineEdit::Password);
    label->setBuddy(field);
    addEye(field);
    connect(field, &QLineEdit::textEdited, label, &LabelLine::clearMessage);
    return field;
}

void PasswordDialog::layOut(const QString &hint)
{
    constexpr int dialogWidth = 440;
    auto *words = secondLabel(hint, this);
    words->setWordWrap(true);
    words->setFixedWidth(scaled(dialogWidth));
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(scaled(8));
    buttons->addStretch(1);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_change);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(scaled(6));
    layout->setSizeConstraint(QLayout::SetFixedSize); // it grows with the words
    for (QWidget *part : std::initializer_list<QWidget *>{
             words, m_currentLabel, m_current, m_wantedLabel, m_wanted, m_againLabel, m_again, m_outcome})
        layout->addWidget(part);
    layout->addSpacing(scaled(6));
    layout->addLayout(buttons);
}

bool PasswordDialog::isComplete()
{
    const auto wants = [](LabelLine *label, QLineEdit *field, const QString &message) {
        label->setMessage(Light::Wrong, message);
        field->selectAll();
        field->setFocus();
        return false;
    };
    if (m_current->text().isEmpty())
        return wants(m_currentLabel, m_current, tr("Type the password"));
    if (!formats::isStrongPassword(m_wanted->text().toStdString(), m_name.toStdString()))
        return wants(m_wantedLabel, m_wanted, tr("Too easy to guess"));
    if (m_again->text() != m_wanted->text())
        return wants(m_againLabel, m_again, tr("Not the same"));
    return true;
}

void PasswordDialog::change()
{
    m_outcome->hide();
    if (!isComplete())
        return;
    setBusy(true);
    whenReady(m_context.vault.deviceId(), this, [this](const Result<std::string> &device) {
        if (device)
            ask(*device);
        else
            complain(device.failure());
    });
}

void PasswordDialog::ask(const std::string &device)
{
    whenReady(
        m_context.gateway.changePassword(m_name.toStdString(), typedIn(m_current), typedIn(m_wanted), device),
        this, [this](const Result<Done> &done) {
            setBusy(false);
            if (!done) {
                complain(done.failure());
                return;
            }
            Q_EMIT changed(m_wanted->text(), m_current->text());
            accept();
        });
}

void PasswordDialog::complain(const Failure &failure)
{
    setBusy(false);
    const bool isOfCurrent = failure.key == "session.refused" && !m_current->isHidden();
    m_outcome->show(
        Light::Wrong, isOfCurrent ? tr("The password until now is not right.") : wordsOf(failure));
    QLineEdit *field = isOfCurrent ? m_current : m_wanted;
    field->selectAll();
    field->setFocus();
}

void PasswordDialog::setBusy(bool busy)
{
    for (QWidget *part : std::initializer_list<QWidget *>{m_current, m_wanted, m_again, m_change})
        part->setEnabled(!busy);
}

} // namespace quanke::desk
